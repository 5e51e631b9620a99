package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.event.Phase;
import dev.borderline.model.Catalog;
import dev.borderline.model.Wiring;
import dev.borderline.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People on their way, in a transit as open as the lever on jamming says. */
class AbroadTest {
    private static final String OPEN = "jamming.failure_probability";

    /** Somebody who leaves at the start; {@code kind} 0 or 1. */
    private record Traveller(double ticks, int kind, int subject, int occurrence) {}

    private record Arrival(long time, Traveller traveller) {}

    private final List<Arrival> arrivals = new ArrayList<>();

    private void run(double open, List<Traveller> travellers) {
        var way = Bench.stub("test.way", wiring -> way(wiring, travellers));
        Scenario scenario = Bench.scenario(
                Catalog.of(way, Connection.MECHANISM),
                1,
                Bench.all(Bench.households(1), Map.of("levers." + OPEN, open)));
        Bench.run(scenario, 0);
    }

    private void way(Wiring wiring, List<Traveller> travellers) {
        Abroad abroad = new Abroad(wiring, wiring.lever(OPEN));
        int[] kinds = new int[2];
        for (int kind = 0; kind < kinds.length; kind++) {
            int own = kind;
            kinds[kind] = wiring.scheduler().kind("test.arrival" + kind, Phase.MODEL, (time, subject, occurrence) -> {
                Traveller first = travellers.stream()
                        .filter(one -> one.kind == own && one.subject == subject && one.occurrence == occurrence)
                        .findFirst()
                        .orElseThrow();
                arrivals.add(new Arrival(time, first));
                abroad.arrive();
                assertThat(abroad.size()).isEqualTo(travellers.size() - arrivals.size());
                return 0;
            });
        }
        wiring.onStart(
                () -> travellers.forEach(one -> abroad.leave(one.ticks, kinds[one.kind], one.subject, one.occurrence)));
    }

    /** A few whose times lie apart: each arrives to the tick. */
    @ParameterizedTest(name = "open {0}")
    @ValueSource(doubles = {1, 0.5, 0.25})
    void travellers_arriveWhenTheirTimeIsOver(double open) {
        List<Traveller> travellers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            travellers.add(new Traveller(1_000.0 * (1 + i * 37 % 100), 0, i, 0));
        }
        run(open, travellers);

        assertThat(arrivals)
                .hasSize(100)
                .allSatisfy(arrival -> assertThat(arrival.time).isEqualTo((long) (arrival.traveller.ticks / open)));
    }

    /** Of equal times the lesser kind, then subject, then occurrence comes first, a tick apart, in whatever order they left. */
    @Test
    void equalTimes_arriveByKindSubjectAndOccurrence() {
        List<Traveller> inOrder = new ArrayList<>();
        for (int kind = 0; kind < 2; kind++) {
            for (int subject = 0; subject < 4; subject++) {
                for (int occurrence = 0; occurrence < 3; occurrence++) {
                    inOrder.add(new Traveller(500, kind, subject, occurrence));
                }
            }
        }
        List<Traveller> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(5));
        run(1, shuffled);

        assertThat(arrivals.stream().map(Arrival::traveller)).containsExactlyElementsOf(inOrder);
        assertThat(arrivals.get(0).time).isEqualTo(500);
        assertThat(arrivals.get(arrivals.size() - 1).time).isEqualTo(500L + inOrder.size() - 1);
    }
}
