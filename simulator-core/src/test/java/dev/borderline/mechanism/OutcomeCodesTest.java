package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Cases.Outcome;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Outcome codes of candidates, which fingerprints and diaries rest on, against what was counted. Expected arrests are held
 * against the sum of the chances that were run. Nobody stays held, so that taking one bars no other.
 */
class OutcomeCodesTest {
    private static final int N = 2_000;
    private static final double ROUNDING = 1e-4; // of fixed point, 2^-32 a summand

    /** A run, its candidates of one kind by outcome, and the yes-or-no draws of one purpose. */
    private static final class Seen {
        private final Map<Integer, Integer> byOutcome = new TreeMap<>();
        private int draws;
        private double expected; // sum of their probabilities, weighted by the lasting number of whom they are about
        private final RunResult run;

        Seen(Catalog catalog, String kind, String purpose, LongToDoubleFunction weight, Map<String, Double> inputs) {
            var ready = Simulation.of(Bench.scenario(catalog, 2, Bench.all(Bench.households(N), inputs)));
            run = ready.run(new RunKey(Bench.SEED, 0), hearing -> {
                hearing.onEvent(event -> {
                    if (event.kind().equals(kind)) {
                        byOutcome.merge(event.outcome(), 1, Integer::sum);
                    }
                });
                hearing.onDraw(draw -> {
                    if (draw.purpose().equals(purpose)) {
                        draws++;
                        expected += draw.probability() * weight.applyAsDouble(draw.subject());
                    }
                });
            });
        }

        int of(int outcome) {
            return byOutcome.getOrDefault(outcome, 0);
        }
    }

    /** Release at once of everybody who is taken. */
    private static void letGo(Wiring wiring) {
        wiring.signal(Signals.CASE_FORMAL).listen((household, slot) -> {
            wiring.households().enter(household, State.FREE);
            wiring.cases().close(slot, Outcome.WARNED);
        });
    }

    /** 0 taken, 1 not stopped, 2 stopped in vain. */
    @Test
    void stops() {
        boolean[] owner = new boolean[N];
        Mechanism<Bench.None> world = Bench.stub("test.world", wiring -> {
            letGo(wiring);
            wiring.onStart(() -> {
                for (int household = 0; household < N; household++) {
                    owner[household] = wiring.households().ownsHandset(household);
                }
            });
        });
        Seen seen = new Seen(
                Catalog.of(world, Stops.MECHANISM, Bench.lineThatIsNeverUsed()),
                "stops.candidate",
                "stops.stopped",
                household -> owner[(int) household] ? 1 : 0.2,
                Bench.all(
                        Bench.handsets(0.3),
                        Map.of(
                                "levers.stops.rate_per_year", 0.6,
                                "stops.candidates_per_year", 1.0,
                                "levers.stops.false_accusation_probability", 0.2)));
        double stops = seen.run.value("stops");
        double arrests = seen.run.value("arrests");

        assertThat(seen.byOutcome).containsOnlyKeys(0, 1, 2);
        assertThat(seen.of(0)).isEqualTo((int) arrests).isGreaterThan(100);
        assertThat(seen.of(2)).isEqualTo((int) (stops - arrests)).isGreaterThan(100);
        assertThat(seen.of(1)).isGreaterThan(seen.draws - (int) stops); // those off the border make no draw
        assertThat(arrests).isEqualTo(seen.run.value("arrests_stopped") + seen.run.value("arrests_framed"));
        assertThat(seen.run.value("arrests_expected"))
                .isCloseTo(seen.expected, within(ROUNDING))
                .isNotCloseTo(arrests, within(1.0));
    }

    /** 0 exposed, 1 not exposed, 2 out of reach. */
    @Test
    void informants() {
        Mechanism<Bench.None> world = Bench.stub("test.world", wiring -> {
            letGo(wiring);
            int session = wiring.scheduler().kind("test.session", Phase.MODEL, (time, household, number) -> {
                int call = wiring.calls().plan(household, 0, 0, false, false, 1);
                wiring.signal(Signals.SESSION_STARTED).emit(household, call);
                wiring.calls().close(call);
                return 0;
            });
            wiring.onStart(() -> {
                for (int household = 0; household < N; household++) {
                    wiring.scheduler().post(household % 200 * Times.DAY, session, household, 0);
                }
            });
        });
        Seen seen = new Seen(
                Catalog.of(world, Informants.MECHANISM, Bench.lineThatIsNeverUsed()),
                "informants.candidate",
                "informants.exposed",
                household -> 1,
                Map.of("levers.surveillance.informants_per_year", 0.5, "informants.candidates_per_year", 1.0));

        assertThat(seen.byOutcome).containsOnlyKeys(0, 1, 2);
        assertThat(seen.of(0)).isEqualTo((int) seen.run.value("arrests")).isGreaterThan(100);
        assertThat(seen.of(1)).isEqualTo(seen.draws - seen.of(0)).isGreaterThan(100);
        assertThat(seen.of(2)).isGreaterThan(100);
        assertThat(seen.run.value("arrests_expected"))
                .isCloseTo(seen.expected, within(ROUNDING))
                .isNotCloseTo(seen.of(0), within(1.0));
    }

    /** 0 asked, 1 had no reason to; whoever is held asks nobody. */
    @Test
    void handsets() {
        Mechanism<Bench.None> world = Bench.stub("test.world", wiring -> {
            wiring.provide(ContactView.class, household -> household % 2 == 0);
            wiring.signal(Signals.HANDSET_ASKED)
                    .listen((household, number) -> assertThat(household % 4).isZero());
            wiring.onStart(() -> {
                for (int household = 0; household < N; household++) {
                    wiring.signal(Signals.NEED_UNMET).emit(household, 0);
                    if (household % 4 == 2) {
                        wiring.households().enter(household, State.CAMP);
                    }
                }
            });
        });
        Seen seen = new Seen(
                Catalog.of(world, Handsets.MECHANISM),
                "handsets.ask",
                "none",
                household -> 0,
                Bench.all(Bench.handsets(0.5), Map.of("handsets.request_rate_per_year", 1.0)));

        assertThat(seen.byOutcome).containsOnlyKeys(0, 1);
        assertThat(seen.of(0))
                .isEqualTo((int) seen.run.value("handset_requests"))
                .isGreaterThan(100);
        assertThat(seen.of(1)).isGreaterThan(3 * seen.of(0)); // in camps, out of contact, or owners
    }
}
