package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.random.Fit;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/** People held, against renewal theory. Nobody settles here: no officer can be approached. */
class HeldTest {
    private static final Route TEST = new Route("test", 31, false);
    private static final int LAW_CELLS = 9;

    private static Mechanism<Bench.None> arrests(double ratePerYear, AtomicLong heldAtEnd) {
        return Bench.poisson(
                "test.arrest",
                ratePerYear,
                wiring -> {
                    wiring.route(TEST, "arrests by the test");
                    wiring.onEnd(() -> {
                        for (State state : State.values()) {
                            heldAtEnd.addAndGet(
                                    state.held() ? wiring.households().inState(state) : 0);
                        }
                    });
                },
                (wiring, household, occurrence) -> {
                    if (wiring.arrests().canArrest(household)) {
                        wiring.arrests().arrest(household, TEST, occurrence, 0, false);
                    }
                });
    }

    private static Scenario scenario(Mechanism<?> arrests, int households, int years, Map<String, Double> more) {
        Map<String, Double> inputs = new HashMap<>(more);
        inputs.put("levers.officers.corruptible_share", 0.0);
        inputs.put("population.resettled_refugees", (double) households);
        inputs.put("population.kin_households_per_refugee", 1.0);
        return Bench.scenario(Catalog.of(arrests, Settlement.MECHANISM, Sanctions.MECHANISM), years, inputs);
    }

    /**
     * Alternating renewal with arrest rate a = .3 and stays exponential of mean 1/μ = .5: at T = 10 the share held is
     * a/(a+μ)(1 − e^−(a+μ)T) = .130435 and arrests per person 2.625709. 40,000 people: five standard errors, false alarm
     * below 1e-6 each. The person-time held must agree with the same law's integral.
     */
    @Test
    void held_alternatingRenewal_matchesClosedForm() {
        int n = 40_000;
        AtomicLong held = new AtomicLong();
        Scenario scenario = scenario(
                arrests(0.3, held),
                n,
                10,
                Map.of(
                        "levers.sanctions.pretrial_days_mean", 0.0,
                        "levers.sanctions.training_share", 0.0,
                        "levers.sanctions.reform_share", 0.0,
                        "levers.sanctions.camp_share", 1.0,
                        "levers.sanctions.camp_years_mean", 0.5));
        RunResult run = Bench.run(scenario, 0);
        double years = 3652 / 365.25; // ten calendar years from 2009
        double share = 0.3 / 2.3 * (1 - StrictMath.exp(-2.3 * years));
        double arrests = 0.3 * (2 * years / 2.3 + 0.3 / (2.3 * 2.3) * (1 - StrictMath.exp(-2.3 * years)));
        double heldYears = (0.3 * years - 0.3 / 2.3 * (1 - StrictMath.exp(-2.3 * years))) / 2.3;

        assertThat(share).isCloseTo(0.130435, within(1e-6));
        assertThat(arrests).isCloseTo(2.625709, within(2e-3));
        assertThat(held.get() / (double) n).isCloseTo(share, within(5 * StrictMath.sqrt(share * (1 - share) / n)));
        assertThat(run.value("arrests") / n).isCloseTo(arrests, within(5 * 1.62 / StrictMath.sqrt(n)));
        assertThat(run.value("person_years_held") / n).isCloseTo(heldYears, within(5 * 0.9 / StrictMath.sqrt(n)));
        assertThat(run.value("person_years_held")).isCloseTo(run.value("years_camp"), within(0.01));
    }

    /**
     * M/G/∞: people taken at rate 40 a year and held for a log-normal time of mean .5 and σ 1 number, at t = 2, Poisson with
     * mean 40 ∫₀² P(stay > u) du = 18.615623. The mean within five, the variance within six standard errors over 400 runs, and
     * the whole law by chi-squared: false alarm below 2e-6. 4,000 people, of whom a two-hundredth is held: the bias is below a tenth of that.
     */
    @Test
    void heldBeforeTrial_infiniteServers_poisson() {
        int n = 4_000;
        AtomicLong held = new AtomicLong();
        Scenario scenario = scenario(
                arrests(40.0 / n, held),
                n,
                2,
                Map.of(
                        "levers.sanctions.pretrial_days_mean", 0.5 * 365.25,
                        "sanctions.pretrial_sigma", 1.0,
                        "levers.sanctions.training_share", 0.0,
                        "levers.sanctions.reform_share", 0.0,
                        "levers.sanctions.camp_share", 0.0));
        Tally counts = new Tally();
        long[] observed = new long[LAW_CELLS];
        Simulation ready = Simulation.of(scenario);
        for (int replication = 0; replication < 400; replication++) {
            held.set(0);
            Bench.run(ready, replication);
            counts.add((double) held.get());
            observed[cell((int) held.get())]++;
        }
        double mean = 40 * survival(730 / 365.25);

        assertThat(40 * survival(2)).isCloseTo(18.615623, within(1e-4));
        assertThat(counts.mean()).isCloseTo(mean, within(5 * StrictMath.sqrt(mean / 400)));
        assertThat(counts.variance()).isCloseTo(mean, within(6 * mean * StrictMath.sqrt(2.0 / 400)));
        PoissonDistribution law = new PoissonDistribution(mean);
        double[] expected = new double[LAW_CELLS];
        for (int k = 0; k < 100; k++) {
            expected[cell(k)] += 400 * law.probability(k);
        }
        Fit.assertCounts(expected, observed);
    }

    /** Cells of two around the mean, so that each is expected often enough. */
    private static int cell(int held) {
        return Math.min(LAW_CELLS - 1, Math.max(0, (held - 10) / 2));
    }

    private static double survival(double t) {
        LogNormalDistribution stay = new LogNormalDistribution(StrictMath.log(0.5) - 0.5, 1);
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += 1 - stay.cumulativeProbability((i + 0.5) * t / steps);
        }
        return sum * t / steps;
    }
}
