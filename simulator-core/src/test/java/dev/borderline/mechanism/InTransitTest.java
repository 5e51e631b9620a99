package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.state.StateRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The columns of transfers on their way, against a map. */
class InTransitTest {
    private record Transfer(int need, long cents, int how) {}

    private final InTransit columns = new InTransit(new StateRegistry());
    private final TreeMap<Integer, Transfer> held = new TreeMap<>();

    private void add(Transfer transfer) {
        int slot = columns.add(transfer.need, transfer.cents, transfer.how);
        assertThat(held.put(slot, transfer)).as("slot %s was free", slot).isNull();
    }

    private void remove(int slot) {
        columns.remove(slot);
        held.remove(slot);
    }

    private void assertHeld() {
        held.forEach(
                (slot, transfer) -> assertThat(new Transfer(columns.need(slot), columns.cents(slot), columns.how(slot)))
                        .isEqualTo(transfer));
    }

    /** Slots given back are used before new ones, so there are never more of them than transfers were ever on their way at once. */
    @Test
    void slots_randomUse_followTheMapAndAreUsedAgain() {
        SplittableRandom random = new SplittableRandom(1);
        int most = 0;
        for (int step = 0; step < 5_000; step++) {
            if (held.isEmpty() || random.nextInt(100) < 53) {
                add(new Transfer(step, random.nextLong(), random.nextInt(8)));
                most = Math.max(most, held.size());
            } else {
                List<Integer> slots = new ArrayList<>(held.keySet());
                remove(slots.get(random.nextInt(slots.size())));
            }
            assertThat(held.isEmpty() ? -1 : held.lastKey()).isLessThan(most);
        }
        assertThat(most).isGreaterThan(256); // grown more than once
        assertHeld();
    }

    /** Of a list the last delivered stands first; all slots of it are free again, whether confirmed in time or not. */
    @Test
    void confirm_list_countsThoseInTimeAndFreesAll() {
        int last = InTransit.NONE;
        for (long until = 10; until <= 50; until += 10) {
            int slot = columns.add(0, until, 0);
            columns.await(slot, until, last);
            last = slot;
        }

        assertThat(columns.confirm(last, 30)).isEqualTo(3); // until 30, 40 and 50
        for (int i = 0; i < 5; i++) {
            assertThat(columns.add(0, 1, 0)).isLessThan(5);
        }
        assertThat(columns.add(0, 1, 0)).isEqualTo(5);
    }

    /** The very first slot is used again as well. */
    @Test
    void slot_givenBack_isTheNext() {
        add(new Transfer(7, 100, 1));
        remove(0);
        add(new Transfer(8, 200, 2));

        assertThat(held).containsOnlyKeys(0);
        assertHeld();
    }
}
