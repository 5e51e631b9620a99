package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.simulation.RunResult;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/**
 * Lives as an absorbing chain: free, before trial, in training, in a camp, and from each the ways that cases go, until a reform
 * term that outlasts the run. The fundamental matrix {@code N = (I − Q)⁻¹} gives the expected visits to each state and the
 * expected time until absorption, {@code N (2 N_dg − I) − N∘N} the variance of the visits (Kemeny and Snell 1960).
 */
class AbsorbingChainTest {
    private static final Route TEST = new Route("test", 31, false);
    private static final int N = 10_000;
    private static final int YEARS = 25;

    private static final double LENGTH_YEARS = 9_131 / 365.25; // 2009 to 2033
    private static final double ARRESTS_PER_YEAR = 4;
    private static final double SETTLED = 0.3;
    private static final double DROPPED = 0.2;
    private static final double RELEASED_EARLY = 0.4;
    private static final double TRAINING = 0.3;
    private static final double REFORM = 0.45;
    private static final double CAMP = 0.15; // the rest is warned
    private static final double PRETRIAL_YEARS = 0.1;
    private static final double CAMP_YEARS = 0.5;

    private static final int FREE = 0;
    private static final int PRETRIAL = 1;
    private static final int IN_TRAINING = 2;
    private static final int IN_CAMP = 3;

    /** Five standard deviations of a mean over N people: false alarm below 1e-6. */
    private static final double WIDTH = 5 / StrictMath.sqrt(N);

    private static double settledAt(Stage stage) {
        return switch (stage) {
            case STREET -> SETTLED;
            case INVESTIGATION -> DROPPED;
            case EARLY_RELEASE -> RELEASED_EARLY;
        };
    }

    private static Mechanism<Bench.None> world() {
        return Bench.poisson(
                "test.taken",
                ARRESTS_PER_YEAR,
                wiring -> {
                    wiring.route(TEST, "taken by the test");
                    DrawSite settles = wiring.chance("test.settles");
                    wiring.provide(
                            Settling.class,
                            (slot, stage, years) -> settles.occurs(
                                    wiring.cases().household(slot),
                                    wiring.cases().occurrence(slot),
                                    stage.ordinal(),
                                    settledAt(stage)));
                },
                (wiring, household, occurrence) -> {
                    if (wiring.arrests().canArrest(household)) {
                        wiring.arrests().arrest(household, TEST, occurrence, 0, false);
                    }
                });
    }

    private static RunResult run() {
        Map<String, Double> inputs = Map.of(
                "levers.sanctions.training_share", TRAINING,
                "levers.sanctions.reform_share", REFORM,
                "levers.sanctions.camp_share", CAMP,
                "levers.sanctions.pretrial_days_mean", PRETRIAL_YEARS * 365.25,
                "levers.sanctions.camp_years_mean", CAMP_YEARS,
                "levers.sanctions.reform_years_min", 100.0,
                "levers.sanctions.reform_years_max", 100.0);
        Catalog catalog = Catalog.of(world(), Sanctions.MECHANISM, Bench.lineThatIsNeverUsed());
        return Bench.run(Bench.scenario(catalog, YEARS, Bench.all(Bench.households(N), inputs)), 0);
    }

    /** Expected visits to each transient state from each. */
    private static RealMatrix fundamental() {
        double tried = 1 - DROPPED;
        RealMatrix q = new Array2DRowRealMatrix(4, 4);
        q.setEntry(FREE, FREE, SETTLED);
        q.setEntry(FREE, PRETRIAL, 1 - SETTLED);
        q.setEntry(PRETRIAL, FREE, DROPPED + tried * (1 - TRAINING - REFORM - CAMP));
        q.setEntry(PRETRIAL, IN_TRAINING, tried * TRAINING);
        q.setEntry(PRETRIAL, IN_CAMP, tried * CAMP);
        q.setEntry(IN_TRAINING, FREE, 1);
        q.setEntry(IN_CAMP, FREE, 1);
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(4);
        return new LUDecomposition(identity.subtract(q)).getSolver().getInverse();
    }

    /** Asserts the mean of a count that each visit to a state adds to with a probability. */
    private static void assertMean(RunResult run, String measure, RealMatrix visits, int state, double probability) {
        double mean = visits.getEntry(FREE, state);
        double variance = mean * (2 * visits.getEntry(state, state) - 1) - mean * mean;
        double sd = StrictMath.sqrt(probability * probability * variance + probability * (1 - probability) * mean);
        assertThat(run.value(measure) / N).as(measure).isCloseTo(mean * probability, within(WIDTH * sd));
    }

    @Test
    void livesUntilAbsorption_matchTheFundamentalMatrix() {
        RunResult run = run();
        RealMatrix visits = fundamental();
        double[] means = visits.getRow(FREE);

        assertThat(run.value("sentenced_reform")).isEqualTo(N); // all are absorbed, each once
        assertMean(run, "arrests", visits, FREE, 1);
        assertMean(run, "settled", visits, FREE, SETTLED);
        assertMean(run, "formal_cases", visits, PRETRIAL, 1);
        assertMean(run, "dropped", visits, PRETRIAL, DROPPED);
        assertMean(run, "warned", visits, PRETRIAL, (1 - DROPPED) * (1 - TRAINING - REFORM - CAMP));
        assertMean(run, "sentenced_training", visits, IN_TRAINING, 1);
        assertMean(run, "early_releases", visits, IN_TRAINING, RELEASED_EARLY);
        assertMean(run, "sentenced_camp", visits, IN_CAMP, 1);

        double trainingYears = 3.5 / 12 * (1 - RELEASED_EARLY * 2 / 3); // released after a third of one to six months
        double until = means[FREE] / ARRESTS_PER_YEAR
                + means[PRETRIAL] * PRETRIAL_YEARS
                + means[IN_TRAINING] * trainingYears
                + means[IN_CAMP] * CAMP_YEARS;
        double observed = LENGTH_YEARS - run.value("years_reform") / N;
        assertThat(observed).isCloseTo(until, within(1.2 * WIDTH * until)); // a geometric sum: its cv is below 1.2
    }
}
