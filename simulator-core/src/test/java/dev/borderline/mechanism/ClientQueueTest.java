package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.state.StateRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The queues of all zones against a set that remembers the order of joining. */
class ClientQueueTest {
    private static final int ZONES = 3;
    private static final int CALLS = 700; // more than there is room for at first

    private final ClientQueue queue = new ClientQueue(new StateRegistry(), ZONES);
    private final List<LinkedHashSet<Integer>> lines = new ArrayList<>();
    private final long[] since = new long[CALLS];

    ClientQueueTest() {
        for (int zone = 0; zone < ZONES; zone++) {
            lines.add(new LinkedHashSet<>());
        }
    }

    private void join(int zone, int call, long now) {
        queue.join(zone, call, now, 1_000_000L + now);
        lines.get(zone).add(call);
        since[call] = now;
    }

    private void leave(int zone, int call) {
        queue.leave(zone, call);
        lines.get(zone).remove(call);
    }

    private List<Integer> inLine(int zone) {
        List<Integer> calls = new ArrayList<>();
        for (int call = queue.first(zone); call != ClientQueue.NONE; call = queue.after(call)) {
            calls.add(call);
            assertThat(queue.since(call)).isEqualTo(since[call]);
            assertThat(queue.patience(call)).isEqualTo(1_000_000L + since[call]);
        }
        return calls;
    }

    /** Calls that wait are handed on in the order in which they came, whoever leaves in between. */
    @Test
    void line_randomJoinsAndLeaves_keepsItsOrder() {
        SplittableRandom random = new SplittableRandom(1);
        for (int step = 0; step < 4_000; step++) {
            int call = random.nextInt(CALLS);
            int zone = call % ZONES;
            if (lines.get(zone).contains(call)) {
                leave(zone, call);
            } else {
                join(zone, call, step);
            }
            if (step % 20 == 0) {
                assertThat(inLine(zone)).containsExactlyElementsOf(lines.get(zone));
            }
        }
        for (int zone = 0; zone < ZONES; zone++) {
            assertThat(inLine(zone)).hasSizeGreaterThan(50).containsExactlyElementsOf(lines.get(zone));
            while (queue.first(zone) != ClientQueue.NONE) {
                leave(zone, queue.first(zone));
            }
            assertThat(lines.get(zone)).isEmpty();
        }
    }

    @Test
    void line_nobodyCame_isEmpty() {
        join(1, 0, 10);

        assertThat(inLine(0)).isEmpty();
        assertThat(inLine(1)).containsExactly(0);
        assertThat(inLine(2)).isEmpty();
    }

    /**
     * Clients who do not wait cannot leave. These are those who left before and those who never came, in room made early or late.
     */
    @Test
    void leave_whoDoesNotWait_isRefused() {
        join(0, 5, 10);
        join(0, 64, 11);
        leave(0, 5);

        for (int call : new int[] {0, 5, 63, 65, 127}) {
            assertThatThrownBy(() -> queue.leave(0, call))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("call " + call + " does not wait");
        }
        assertThat(inLine(0)).containsExactly(64);
    }
}
