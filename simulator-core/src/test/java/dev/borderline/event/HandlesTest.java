package dev.borderline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.event.EventLoop.StopReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handles against a plain model: a map of what is pending. */
class HandlesTest {
    private final LadderAgenda agenda = new LadderAgenda();
    private final EventLoop loop = new EventLoop(agenda);
    private final Map<Long, Integer> pending = new HashMap<>();
    private final List<Long> everIssued = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    private final int kind = loop.kind("call", Phase.MODEL, (time, subject, occurrence) -> {
        assertThat(expected.remove(subject)).as("event %s is due", subject).isTrue();
        return 0;
    });

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void handles_randomUse_followTheModel(long seed) {
        Random random = new Random(seed);
        int cancelShare = 10 + random.nextInt(60);
        for (int step = 0; step < 20_000; step++) {
            int choice = random.nextInt(100);
            if (choice < 45) {
                schedule(loop.now() + random.nextInt(1_000), step);
            } else if (choice < 45 + cancelShare / 2 && !everIssued.isEmpty()) {
                cancel(everIssued.get(random.nextInt(everIssued.size())));
            } else {
                runOne();
            }
            assertThat(loop.pendingCount()).isEqualTo(pending.size());
        }
        while (!pending.isEmpty()) {
            runOne();
        }
        assertThat(everIssued).doesNotHaveDuplicates().doesNotContain(0L);
        assertThat(everIssued).noneMatch(loop::isPending);
        assertThat(loop.runFor(1)).isEqualTo(StopReason.EXHAUSTED);
    }

    private void schedule(long time, int subject) {
        long handle = loop.schedule(time, kind, subject, 0);
        assertThat(loop.isPending(handle)).isTrue();
        assertThat(pending.put(handle, subject)).isNull();
        expected.add(subject);
        everIssued.add(handle);
    }

    private void cancel(long handle) {
        Integer subject = pending.remove(handle);
        assertThat(loop.isPending(handle)).isEqualTo(subject != null);
        assertThat(loop.cancel(handle)).isEqualTo(subject != null);
        assertThat(loop.isPending(handle)).isFalse();
        assertThat(loop.cancel(handle)).isFalse();
        if (subject != null) {
            expected.remove(subject);
        }
    }

    private void runOne() {
        loop.runFor(1);
        pending.values().removeIf(subject -> !expected.contains(subject));
    }

    @Test
    void cancel_unknownHandle_answersFalse() {
        long handle = loop.schedule(5, kind, 1, 0);
        expected.add(1);
        for (long unknown :
                new long[] {0, 1, -1, handle + 1, handle + (1L << 28), -handle, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(loop.cancel(unknown)).isFalse();
            assertThat(loop.isPending(unknown)).isFalse();
        }
        assertThat(loop.runUntil(10)).isEqualTo(StopReason.END_REACHED);
        assertThat(expected).isEmpty();
    }

    /** A handle that names the slot just behind those in use, where the table ends, too. */
    @Test
    void isPending_slotNeverUsed_answersFalse() {
        Handles handles = new Handles();
        for (int i = 0; i < 16; i++) {
            long next = handles.open() + 1;

            assertThat(handles.isPending(next)).isFalse();
            assertThat(handles.cancel(next)).isFalse();
        }
    }

    @Test
    void cancel_ownEventFromItsHandler_answersFalse() {
        EventLoop own = new EventLoop();
        long[] handle = new long[1];
        int self = own.kind("self", Phase.MODEL, (time, subject, occurrence) -> {
            assertThat(own.isPending(handle[0])).isFalse();
            assertThat(own.cancel(handle[0])).isFalse();
            return 0;
        });
        handle[0] = own.schedule(5, self, 1, 0);
        assertThat(own.runFor(1)).isEqualTo(StopReason.COUNT_REACHED);
    }

    @Test
    void slot_reusedManyTimes_keepsOldHandlesStale() {
        Handles handles = new Handles();
        long first = handles.open();
        long handle = first;
        for (int i = 0; i < 100_000; i++) {
            assertThat(handles.close(Handles.slotOf(handle))).isTrue();
            handle = handles.open();
            assertThat(handles.isPending(first)).isFalse();
        }
        assertThat(Handles.slotOf(handle)).isEqualTo(Handles.slotOf(first));
        assertThat(handles.isPending(handle)).isTrue();
    }

    /** Time-outs that are nearly always cancelled long before they are due, as in a model of calls. */
    @Test
    void cancel_nearlyAll_keepsTheAgendaSmall() {
        for (int i = 0; i < 300_000; i++) {
            long handle = loop.schedule(1_000_000_000L + i, kind, i, 0);
            if (i % 1_000 == 0) {
                expected.add(i);
            } else {
                assertThat(loop.cancel(handle)).isTrue();
            }
        }
        assertThat(loop.pendingCount()).isEqualTo(300);
        assertThat(agenda.size()).isLessThan(2_000);
        loop.runUntil(2_000_000_000L);
        assertThat(expected).isEmpty();
    }
}
