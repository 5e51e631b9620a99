package dev.borderline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Slots that are used again, beside a stack of those given back. */
class SlotPoolTest {
    @Test
    void slots_givenBack_areTakenLastFirst() {
        SlotPool pool = new SlotPool(2);
        Deque<Integer> free = new ArrayDeque<>();
        Set<Integer> taken = new HashSet<>();
        Random choice = new Random(20_261_130);
        int fresh = 0;
        for (int step = 0; step < 10_000; step++) {
            if (taken.isEmpty() || choice.nextInt(5) < 3) {
                int expected = free.isEmpty() ? fresh++ : free.pop();
                assertThat(pool.take()).isEqualTo(expected);
                assertThat(taken.add(expected)).isTrue();
            } else {
                int slot = taken.iterator().next();
                taken.remove(slot);
                pool.giveBack(slot);
                free.push(slot);
            }
        }
        assertThat(pool.used()).isEqualTo(fresh).isGreaterThan(64);
    }
}
