package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signals;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InformantsTest {
    private static final int N = 30_000;

    /** Each household holds a session on day 100 and no other; those of odd number at a remote place; every third is held. */
    private static final class OneSession {
        private final Set<Long> exposed = new TreeSet<>();
        private final int[] inTown = new int[2]; // arrests by remoteness of the last call
        private long first = Long.MAX_VALUE;
        private long last;

        private Mechanism<Bench.None> mechanism() {
            return Bench.stub("test.one_session", wiring -> {
                int session = wiring.scheduler().kind("test.session", Phase.MODEL, (time, household, occurrence) -> {
                    int call = wiring.calls().plan(household, 0, 0, household % 2 == 1, false, 1);
                    wiring.households().callsFrom(household, household % 2 == 1);
                    wiring.signal(Signals.SESSION_STARTED).emit(household, call);
                    wiring.calls().close(call);
                    if (household % 3 == 0) {
                        wiring.households().enter(household, State.CAMP);
                    }
                    return 0;
                });
                wiring.onStart(() -> {
                    for (int household = 0; household < N; household++) {
                        wiring.scheduler().post(100 * Times.DAY, session, household, 0);
                    }
                });
                wiring.signal(Signals.ARRESTED).listen((household, slot) -> {
                    assertThat(household % 3).isPositive(); // who is held cannot be taken
                    exposed.add((long) household << 32 | wiring.cases().occurrence(slot));
                    inTown[household % 2]++;
                    first = Math.min(first, wiring.scheduler().now());
                    last = Math.max(last, wiring.scheduler().now());
                });
            });
        }

        private OneSession run(double ratePerYear, double candidatesPerYear, Policy... policies) {
            Scenario scenario = Bench.scenario(
                    Catalog.of(mechanism(), Informants.MECHANISM, Bench.lineThatIsNeverUsed()),
                    3,
                    Bench.all(
                            Bench.households(N),
                            Map.of(
                                    "levers.surveillance.informants_per_year", ratePerYear,
                                    "informants.candidates_per_year", candidatesPerYear)));
            for (Policy policy : policies) {
                scenario = scenario.with(policy);
            }
            Bench.run(scenario, 0);
            return this;
        }
    }

    /**
     * Exposure of households that called within a year, in whole days: the rate × the exposure of the place. Each is taken once,
     * so with probability 1 − e^{−rate × exposure × 366 days}. Five standard errors, false alarm below 1e-6 each.
     */
    @Test
    void exposure_afterOneSession_exponentialWithinAYear() {
        OneSession seen = new OneSession().run(0.4, 0.05);
        int free = N / 3; // of each place, neither held
        double years = 366 / 365.25;
        double town = 1 - StrictMath.exp(-0.4 * years);
        double remote = 1 - StrictMath.exp(-0.2 * years);

        assertThat(seen.inTown[0] / (double) free).isCloseTo(town, within(5 * 0.5 / StrictMath.sqrt(free)));
        assertThat(seen.inTown[1] / (double) free).isCloseTo(remote, within(5 * 0.5 / StrictMath.sqrt(free)));
        assertThat(seen.first).isGreaterThanOrEqualTo(100 * Times.DAY);
        assertThat(seen.last).isBetween(460 * Times.DAY, 466 * Times.DAY);
    }

    /** A session's share of the risk of a year, {@code 1 − e^(−rate/sessions)}, is all of the risk where nothing else is; at once. */
    @Test
    void risk_ofReferenceSession_closedForm() {
        double[] risk = new double[2];
        Mechanism<Bench.None> asking = Bench.stub(
                "test.asking",
                wiring -> wiring.onStart(() -> {
                    risk[0] = wiring.risk().arrestProbability();
                    wiring.lever("surveillance.informants_per_year").move(0.9);
                    risk[1] = wiring.risk().arrestProbability();
                }));
        Catalog catalog = Catalog.of(asking, Informants.MECHANISM, Bench.lineThatIsNeverUsed());
        Map<String, Double> inputs =
                Map.of("levers.surveillance.informants_per_year", 0.3, "informants.sessions_per_year", 4.0);
        Bench.run(Bench.scenario(catalog, 1, Bench.all(Bench.households(10), inputs)), 0);

        assertThat(risk[0]).isCloseTo(1 - StrictMath.exp(-0.3 / 4), within(1e-15));
        assertThat(risk[1]).isCloseTo(1 - StrictMath.exp(-0.9 / 4), within(1e-15));
    }

    /** A higher rate takes all candidates that a lower one takes, and more. */
    @Test
    void exposure_atHigherRate_superset() {
        Set<Long> few = new OneSession().run(0.1, 0.05).exposed;
        Set<Long> many = new OneSession().run(0.12, 0.05).exposed;

        // Who was taken earlier at the higher rate cannot be taken again: there his household must have been taken.
        Set<Long> households = new TreeSet<>();
        many.forEach(key -> households.add(key >> 32));
        assertThat(few).allSatisfy(key -> assertThat(households).contains(key >> 32));
        assertThat(many.size()).isGreaterThan(few.size());
    }

    /** A rate raised while it matters acts from that day on. */
    @Test
    void exposure_rateRaisedByPolicy_actsFromThatDay() {
        LocalDate day = LocalDate.of(2009, 7, 20); // 100 days after the sessions
        Policy raised = Policy.of("raised", Move.set(day, "surveillance.informants_per_year", 0.7));
        OneSession seen = new OneSession().run(0, 0.05, raised);
        int free = N / 3;
        double expected = 1 - StrictMath.exp(-0.7 * 266 / 365.25);

        assertThat(seen.first).isGreaterThanOrEqualTo(200 * Times.DAY);
        assertThat(seen.inTown[0] / (double) free).isCloseTo(expected, within(5 * 0.5 / StrictMath.sqrt(free)));
    }

    /** No informants or no sessions: nobody is exposed. */
    @Test
    void exposure_withoutRate_none() {
        assertThat(new OneSession().run(0, 0.05).exposed).isEmpty();
    }
}
