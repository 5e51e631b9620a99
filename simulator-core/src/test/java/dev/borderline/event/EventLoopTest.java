package dev.borderline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.event.EventLoop.StopReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of the loop towards its users, except order, handles and speed, which have tests of their own. */
class EventLoopTest {
    private final EventLoop loop = new EventLoop();
    private final List<String> log = new ArrayList<>();

    private int kind(String name, Phase phase) {
        return loop.kind(name, phase, (time, subject, occurrence) -> {
            log.add(name + "@" + time + "#" + subject + "/" + occurrence);
            return 0;
        });
    }

    @Test
    void runUntil_eventAtEnd_staysPending() {
        int call = kind("call", Phase.MODEL);
        loop.post(9, call, 1, 2);
        loop.post(10, call, 1, 3);

        assertThat(loop.runUntil(10)).isEqualTo(StopReason.END_REACHED);
        assertThat(log).containsExactly("call@9#1/2");
        assertThat(loop.now()).isEqualTo(10);
        assertThat(loop.eventCount()).isEqualTo(1);
        assertThat(loop.pendingCount()).isEqualTo(1);
    }

    @Test
    void runFor_fewerPending_isExhausted() {
        int call = kind("call", Phase.MODEL);
        loop.post(1, call, 0, 0);
        loop.post(2, call, 0, 1);

        assertThat(loop.runFor(1)).isEqualTo(StopReason.COUNT_REACHED);
        assertThat(loop.now()).isEqualTo(1);
        assertThat(loop.runFor(5)).isEqualTo(StopReason.EXHAUSTED);
        assertThat(loop.now()).isEqualTo(2);
    }

    @Test
    void post_atPresentFromHandler_takesItsPlaceAmongThosePending() {
        int observe = kind("look", Phase.OBSERVE);
        int policy = kind("lever", Phase.POLICY);
        int[] trigger = new int[1];
        trigger[0] = loop.kind("trigger", Phase.MODEL, (time, subject, occurrence) -> {
            loop.post(time, policy, 0, 0);
            return 0;
        });
        loop.post(5, observe, 0, 0);
        loop.post(5, trigger[0], 0, 0);

        loop.runUntil(6);

        assertThat(log).containsExactly("lever@5#0/0", "look@5#0/0");
    }

    @Test
    void post_outOfRange_isRefusedNamingTheFault() {
        int call = kind("call", Phase.MODEL);
        loop.runUntil(100);

        assertThatThrownBy(() -> loop.post(99, call, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event of kind call at 99, subject 0, occurrence 0: in the past, now is 100");
        assertThatThrownBy(() -> loop.post(100, 7, 0, 0)).hasMessageContaining("no such kind");
        assertThatThrownBy(() -> loop.post(100, -1, 0, 0)).hasMessageContaining("no such kind");
        assertThatThrownBy(() -> loop.post(100, call, -1, 0)).hasMessageContaining("subject is negative");
        assertThatThrownBy(() -> loop.schedule(100, call, 0, 1 << 23)).hasMessageContaining("outside 0 to 8388607");
        assertThatThrownBy(() -> loop.schedule(100, call, 0, -1)).hasMessageContaining("outside 0 to 8388607");
        assertThatThrownBy(() -> loop.post(100, 1, 2, 3))
                .hasMessage("event of kind 1 at 100, subject 2, occurrence 3: no such kind, registered are 0 to 0");
        assertThatThrownBy(() -> loop.post(100, -1, 2, 3)).hasMessageStartingWith("event of kind -1 at 100");
        assertThat(loop.pendingCount()).isZero();
    }

    @Test
    void run_outOfRange_isRefusedAndTheEdgeIsNot() {
        int call = kind("call", Phase.MODEL);
        loop.post(5, call, 0, 0);
        loop.runUntil(10);
        loop.post(10, call, 0, 1);

        assertThatThrownBy(() -> loop.runUntil(9)).hasMessage("end time 9 is in the past, now is 10");
        assertThatThrownBy(() -> loop.runFor(-1)).hasMessage("number of events -1 is negative");
        assertThatThrownBy(() -> loop.eventCap(-1)).hasMessage("event cap -1 is negative");
        assertThat(loop.runUntil(10)).isEqualTo(StopReason.END_REACHED);
        assertThat(loop.runFor(0)).isEqualTo(StopReason.COUNT_REACHED);
        loop.eventCap(0);
        assertThat(loop.runFor(1)).isEqualTo(StopReason.CAPPED);
        assertThat(log).containsExactly("call@5#0/0");
    }

    /** More events than can be counted may be asked for, at any count. */
    @Test
    void runFor_theLargestNumber_runsTillNothingIsPending() {
        int call = kind("call", Phase.MODEL);
        for (int i = 0; i < 5; i++) {
            loop.post(i, call, i, 0);
        }
        loop.runFor(3);

        assertThat(loop.runFor(Long.MAX_VALUE)).isEqualTo(StopReason.EXHAUSTED);
        assertThat(loop.eventCount()).isEqualTo(5);
    }

    @Test
    void handler_throws_itsEventIsGoneAndNotCounted() {
        int fails = loop.kind("fails", Phase.MODEL, (time, subject, occurrence) -> {
            throw new IllegalStateException("no");
        });
        long handle = loop.schedule(3, fails, 0, 0);

        assertThatThrownBy(() -> loop.runFor(1)).hasMessage("no");
        assertThat(loop.eventCount()).isZero();
        assertThat(loop.isPending(handle)).isFalse();
        assertThat(loop.pendingCount()).isZero();
        assertThat(loop.runFor(1)).isEqualTo(StopReason.EXHAUSTED);
    }

    @Test
    void kind_afterFirstPost_isRefused() {
        int call = kind("call", Phase.MODEL);
        loop.post(0, call, 0, 0);
        assertThatThrownBy(() -> kind("late", Phase.MODEL)).hasMessageContaining("'late' registered after");
    }

    @Test
    void kind_moreThan128_isRefused() {
        for (int i = 0; i < 128; i++) {
            assertThat(kind("kind " + i, Phase.MODEL)).isEqualTo(i);
        }
        assertThat(loop.kindCount()).isEqualTo(128);
        assertThat(loop.kindName(127)).isEqualTo("kind 127");
        assertThatThrownBy(() -> kind("one more", Phase.MODEL)).hasMessage("kind 'one more' is one more than 128");
    }

    @Test
    void run_fromHandler_isRefused() {
        int nested = loop.kind("nested", Phase.MODEL, (time, subject, occurrence) -> {
            loop.runFor(1);
            return 0;
        });
        loop.post(0, nested, 0, 0);
        assertThatThrownBy(() -> loop.runFor(1)).hasMessageContaining("already running");
    }

    @Test
    void requestStop_fromHandler_endsAfterItsEvent() {
        int stop = loop.kind("stop", Phase.MODEL, (time, subject, occurrence) -> {
            loop.requestStop();
            return 0;
        });
        loop.post(3, stop, 0, 0);
        loop.post(4, stop, 0, 0);

        assertThat(loop.runUntil(10)).isEqualTo(StopReason.STOPPED);
        assertThat(loop.now()).isEqualTo(3);
        assertThat(loop.pendingCount()).isEqualTo(1);
        assertThat(loop.runUntil(4)).isEqualTo(StopReason.END_REACHED); // the wish is spent
    }

    @Test
    void stopCondition_onceItHolds_endsTheRun() {
        int tick = ticking();
        loop.stopCondition(() -> loop.eventCount() == 12);
        loop.post(0, tick, 0, 0);

        assertThat(loop.runUntil(1_000)).isEqualTo(StopReason.STOPPED);
        assertThat(loop.eventCount()).isEqualTo(12);
    }

    @Test
    void eventCap_onAnEndlessModel_endsTheRun() {
        int tick = ticking();
        loop.eventCap(100_000);
        loop.post(0, tick, 0, 0);

        assertThat(loop.runUntil(Long.MAX_VALUE)).isEqualTo(StopReason.CAPPED);
        assertThat(loop.eventCount()).isEqualTo(100_000);
    }

    @Test
    void progress_answeringFalse_callsTheRunOff() {
        int tick = ticking();
        List<Long> counts = new ArrayList<>();
        loop.progress((time, eventCount) -> {
            counts.add(eventCount);
            return counts.size() < 3;
        });
        loop.post(0, tick, 0, 0);

        assertThat(loop.runUntil(Long.MAX_VALUE)).isEqualTo(StopReason.CALLED_OFF);
        assertThat(counts).containsExactly(65_536L, 131_072L, 196_608L);
        assertThat(loop.runFor(10)).isEqualTo(StopReason.COUNT_REACHED);
    }

    @Test
    void listener_isToldOfEachEventWithItsOutcome() {
        int call = loop.kind("call", Phase.MODEL, (time, subject, occurrence) -> subject + occurrence);
        List<String> seen = new ArrayList<>();
        loop.listener((time, kind, subject, occurrence, outcome) ->
                seen.add(time + " " + loop.kindName(kind) + " " + subject + " " + occurrence + " -> " + outcome));
        loop.post(7, call, Integer.MAX_VALUE - 9, 9);
        loop.post(8, call, 30, (1 << 23) - 1);

        loop.runUntil(10);

        assertThat(seen).containsExactly("7 call 2147483638 9 -> 2147483647", "8 call 30 8388607 -> 8388637");
    }

    /** Of events far apart each is told before it is executed, and only those that are pending. */
    @Test
    void lookahead_isToldOfSubjectsBeforeTheirEvents() {
        List<Integer> told = new ArrayList<>();
        int call = loop.kind("call", Phase.MODEL, (time, subject, occurrence) -> {
            assertThat(told).contains(subject);
            return 0;
        });
        loop.lookahead(told::add);
        for (int subject = 0; subject < 1_000; subject++) {
            loop.post((subject * 7_919L) % 1_000 * 1_000, call, subject, 0);
        }

        loop.runUntil(1_000_000);

        assertThat(loop.eventCount()).isEqualTo(1_000);
        assertThat(told).hasSizeBetween(900, 1_100).doesNotContain(1_000);
    }

    /** A kind whose events each post the next, one tick later, for ever. */
    private int ticking() {
        int[] self = new int[1];
        self[0] = loop.kind("tick", Phase.MODEL, (time, subject, occurrence) -> {
            loop.post(time + 1, self[0], subject, 0);
            return 0;
        });
        return self[0];
    }
}
