package dev.borderline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The total order: time, then phase, then kind as registered, then subject, then occurrence; never order of posting. */
class EventOrderTest {
    /** Kinds are registered across phases, so that neither alone decides. */
    private static final List<Phase> PHASES =
            List.of(Phase.OBSERVE, Phase.MODEL, Phase.POLICY, Phase.MODEL, Phase.OBSERVE, Phase.POLICY);

    private static final Comparator<Event> ORDER = Comparator.comparingLong(Event::time)
            .thenComparing(event -> PHASES.get(event.kind))
            .thenComparingInt(Event::kind)
            .thenComparingInt(Event::subject)
            .thenComparingInt(Event::occurrence);

    private record Event(long time, int kind, int subject, int occurrence) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void run_anyOrderOfPosting_executesInTotalOrder(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            events.add(new Event(
                    random.nextInt(20),
                    random.nextInt(PHASES.size()),
                    extreme(random, Integer.MAX_VALUE),
                    extreme(random, EventOrder.MAX_OCCURRENCE)));
        }
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(ORDER);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(events, random);
            assertThat(executed(events, random)).isEqualTo(sorted);
        }
    }

    /** Small numbers, for ties, and the largest, for overlap of fields. */
    private static int extreme(Random random, int max) {
        return random.nextInt(4) == 0 ? max - random.nextInt(3) : random.nextInt(3);
    }

    private static List<Event> executed(List<Event> events, Random random) {
        EventLoop loop = new EventLoop();
        List<Event> executed = new ArrayList<>();
        for (int kind = 0; kind < PHASES.size(); kind++) {
            int id = kind;
            loop.kind("kind " + kind, PHASES.get(kind), (time, subject, occurrence) -> {
                executed.add(new Event(time, id, subject, occurrence));
                return 0;
            });
        }
        for (Event event : events) {
            if (random.nextBoolean()) {
                loop.post(event.time, event.kind, event.subject, event.occurrence);
            } else {
                assertThat(loop.schedule(event.time, event.kind, event.subject, event.occurrence))
                        .isPositive();
            }
        }
        loop.runUntil(100);
        return executed;
    }

    @Test
    void pack_largestFields_roundTripAndStayPositive() {
        long order = EventOrder.pack(
                EventOrder.prefix(Phase.OBSERVE, EventOrder.MAX_KINDS - 1),
                Integer.MAX_VALUE,
                EventOrder.MAX_OCCURRENCE);
        assertThat(order).isPositive();
        assertThat(EventOrder.kind(order)).isEqualTo(EventOrder.MAX_KINDS - 1);
        assertThat(EventOrder.subject(order)).isEqualTo(Integer.MAX_VALUE);
        assertThat(EventOrder.occurrence(order)).isEqualTo(EventOrder.MAX_OCCURRENCE);
    }
}
