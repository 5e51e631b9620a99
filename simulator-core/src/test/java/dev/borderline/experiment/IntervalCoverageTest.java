package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The 95 % intervals that tables show, of real runs: how often those of ten replications hold the mean. Many runs stand for all that
 * there could be, and tens are drawn from them with replacement, so the mean that an interval must hold is known.
 */
class IntervalCoverageTest {
    /** Counts, money, time, shares and ratios that reports show first. */
    private static final List<String> MEASURES = List.of(
            "contact_share",
            "completed_contacts",
            "arrests",
            "formal_cases",
            "settled",
            "bribes_paid_usd",
            "bribe_mean_usd",
            "person_years_held",
            "pair_years_dark",
            "sent_usd",
            "received_usd",
            "commission_share",
            "fee_usd");

    private static final int GROUP = 10;
    private static final int DRAWN = 20_000;

    private static Comparison runs(int number) {
        Scenario base = Small.scenario();
        return Compare.arms(base, base.with(Small.COVERAGE, .06))
                .replications(number)
                .run();
    }

    private static double[] values(Comparison runs, int arm, String measure) {
        return runs.arms().get(arm).runs().stream()
                .mapToDouble(run -> run.value(run.layout().index(measure)))
                .toArray();
    }

    private static double coverage(double[] population, UniformRandomProvider random) {
        double mean = Tally.of(population).mean();
        double factor = Intervals.studentFactor(GROUP, .95); // once: to find it takes longer than the rest of a group
        int covered = 0;
        for (int group = 0; group < DRAWN; group++) {
            Tally tally = new Tally();
            for (int i = 0; i < GROUP; i++) {
                tally.add(population[random.nextInt(population.length)]);
            }
            double halfWidth = factor * tally.standardError();
            Interval interval = new Interval(tally.mean() - halfWidth, tally.mean() + halfWidth, .95);
            if (group < 100) {
                assertThat(interval).as("the interval of tables").isEqualTo(Intervals.studentT(tally, .95));
            }
            covered += interval.contains(mean) ? 1 : 0;
        }
        return (double) covered / DRAWN;
    }

    private static void check(int number, double least, double most) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20261124L);
        Comparison runs = runs(number);
        for (String measure : MEASURES) {
            double[] base = values(runs, 0, measure);
            double[] other = values(runs, 1, measure);
            double[] differences = new double[number];
            for (int i = 0; i < number; i++) {
                differences[i] = other[i] - base[i];
            }
            assertThat(coverage(base, random)).as("mean of " + measure).isBetween(least, most);
            assertThat(coverage(differences, random))
                    .as("difference of " + measure)
                    .isBetween(least, most);
        }
    }

    /** Seeds are fixed, so the numbers are. Drawing 20,000 groups leaves a standard error of 0.0015. */
    @Test
    void means_andPairedDifferences_areCoveredNearTheirLevel() {
        check(100, .92, .975);
    }

    @Test
    @Tag("deep")
    void means_andPairedDifferencesOfManyRuns_areCoveredBetween93And97Percent() {
        check(3000, .93, .97);
    }
}
