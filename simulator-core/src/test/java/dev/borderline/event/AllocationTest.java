package dev.borderline.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.borderline.event.EventLoop.StopReason;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes allocated, as the virtual machine counts them for this thread: a figure, not a timing, so it is exact. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long allocatedBytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /**
     * Every event posts its successor; one in five holds an alarm that its successor cancels. Delays come from a linear
     * congruential generator (Knuth, MMIX), as good as any for keeping an agenda busy.
     */
    private static final class Hold {
        private final EventLoop loop = new EventLoop();
        private final long[] alarms;
        private final int call;
        private final int alarm;
        private long state = 1;
        private long lastTime;

        Hold(int pending) {
            alarms = new long[pending];
            alarm = loop.kind("alarm", Phase.OBSERVE, (time, subject, occurrence) -> 1);
            call = loop.kind("call", Phase.MODEL, this::onCall);
            loop.listener((time, kind, subject, occurrence, outcome) -> {
                if (time < lastTime) {
                    throw new AssertionError("time runs backwards: " + time + " after " + lastTime);
                }
                lastTime = time;
            });
            for (int i = 0; i < pending; i++) {
                loop.post(delay(), call, i, 0);
            }
        }

        private int onCall(long time, int subject, int occurrence) {
            loop.cancel(alarms[subject]);
            alarms[subject] = 0;
            if (occurrence % 5 == 0) {
                alarms[subject] = loop.schedule(time + (1L << 32), alarm, subject, occurrence);
            }
            loop.post(time + delay(), call, subject, (occurrence + 1) & EventOrder.MAX_OCCURRENCE);
            return 0;
        }

        private long delay() {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            long far = (state >>> 60) == 0 ? 1 << 8 : 1;
            return ((state >>> 36) * far) >>> 4;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 100_000})
    void run_onceWarm_allocatesNothing(int pending) {
        Hold hold = new Hold(pending);
        hold.loop.runFor(2_000_000L + 20L * pending);

        long before = allocatedBytes();
        hold.loop.runFor(1_000_000);
        long allocated = allocatedBytes() - before;

        assertThat(allocated).isZero();
    }

    /** The memory that the ladder's essay promises: 24 bytes an event, and half-empty chunks. */
    @ParameterizedTest
    @ValueSource(ints = {100_000, 1_000_000, 4_000_000})
    void add_manyEvents_takesAtMost45BytesEach(int pending) {
        long before = allocatedBytes();
        Agenda agenda = new LadderAgenda();
        long state = 1;
        for (int i = 0; i < pending; i++) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            agenda.add(state >>> 20, i, 0);
        }
        for (int i = 0; i < pending; i++) {
            agenda.poll(Long.MAX_VALUE);
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            agenda.add(agenda.time() + (state >>> 20), i, 0);
        }
        long bytesPerEvent = (allocatedBytes() - before) / pending;

        assertThat(agenda.size()).isEqualTo(pending);
        assertThat(bytesPerEvent).isBetween(24L, 45L);
    }

    @Test
    void soak_tenMillionEvents_runsInConstantMemory() {
        soak(10_000_000);
    }

    @Test
    @Tag("deep")
    void soak_billionEvents_runsInConstantMemory() {
        soak(1_000_000_000);
    }

    private static void soak(long events) {
        Hold hold = new Hold(20_000);
        hold.loop.runFor(5_000_000);
        int pending = hold.loop.pendingCount();

        long before = allocatedBytes();
        StopReason reason = hold.loop.runFor(events); // asserted later: the first assertion loads classes
        long allocated = allocatedBytes() - before;

        assertThat(reason).isEqualTo(StopReason.COUNT_REACHED);
        assertThat(hold.loop.eventCount()).isEqualTo(5_000_000 + events);
        assertThat(hold.loop.pendingCount()).isBetween(20_000, 40_000);
        assertThat(pending).isBetween(20_000, 40_000);
        assertThat(allocated).isZero();
    }
}
