package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
    /**
     * With two numbers t has one degree of freedom, Cauchy's law: t = tan(π level / 2), and the standard error is half
     * the range.
     */
    @Test
    void studentT_twoNumbers_equalsTheClosedForm() {
        Interval interval = Intervals.studentT(Tally.of(10, 14), .95);
        double halfWidth = Math.tan(Math.PI * .95 / 2) * 2;
        assertThat(interval.halfWidth()).isCloseTo(halfWidth, within(1e-9));
        assertThat(interval.low()).isCloseTo(12 - halfWidth, within(1e-9));
        assertThat(interval.level()).isEqualTo(.95);
    }

    /** With two degrees of freedom the quantile is (2q - 1) / sqrt(2 q (1 - q)). */
    @Test
    void studentT_threeNumbers_equalsTheClosedForm() {
        double q = .995;
        double t = (2 * q - 1) / Math.sqrt(2 * q * (1 - q));
        Interval interval = Intervals.studentT(Tally.of(1, 2, 3), .99);
        assertThat(interval.halfWidth()).isCloseTo(t / Math.sqrt(3), within(1e-9));
    }

    @Test
    void studentT_oneNumber_isRefused() {
        assertThatThrownBy(() -> Intervals.studentT(Tally.of(1), .95)).hasMessageContaining("n is 1");
    }

    @Test
    void pairedT_pairs_isTheIntervalOfTheirDifferences() {
        double[] first = {5, 7, 9, 12};
        double[] second = {4, 5, 8, 8};
        Interval expected = Intervals.studentT(Tally.of(1, 2, 1, 4), .9);
        assertThat(Intervals.pairedT(first, second, .9)).isEqualTo(expected);
        assertThatThrownBy(() -> Intervals.pairedT(first, new double[3], .9)).hasMessageContaining("4 and 3");
    }

    /** Covers 0.9 of 20,000 means of five normals within 4 standard errors: false alarm 6e-5. */
    @Test
    void studentT_normalNumbers_coversAtItsLevel() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20261123L);
        var sampler = NormalDistribution.of(3, 2).createSampler(random);
        int trials = 20_000;
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            covered += Intervals.studentT(Tally.of(sampler.samples(5).toArray()), .9)
                            .contains(3)
                    ? 1
                    : 0;
        }
        assertThat((double) covered / trials).isCloseTo(.9, within(4 * Math.sqrt(.9 * .1 / trials)));
    }

    @Test
    void wilson_knownCase_equalsThePublishedValue() {
        Interval interval = Intervals.wilson(3, 40, .95);
        assertThat(interval.low()).isCloseTo(.025836, within(5e-7));
        assertThat(interval.high()).isCloseTo(.198642, within(5e-7));
    }

    @Test
    void garwood_knownCase_equalsThePublishedValue() {
        Interval interval = Intervals.garwood(7, .95);
        assertThat(interval.low()).isCloseTo(2.814363, within(5e-7));
        assertThat(interval.high()).isCloseTo(14.422675, within(5e-7));
    }

    /** With no event the upper end solves exp(-m) = 0.025. */
    @Test
    void garwood_noEvent_endsAtMinusLogOfTheTail() {
        Interval interval = Intervals.garwood(0, .95);
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(-Math.log(.025), within(1e-9));
        assertThatThrownBy(() -> Intervals.garwood(-1, .95)).hasMessageContaining("count is -1");
    }

    /** Exact: the sum of probabilities of the counts whose interval holds the mean is never below the level. */
    @Test
    void garwood_anyMean_coversAtLeastItsLevel() {
        for (double mean = .05; mean < 15; mean += .37) {
            PoissonDistribution law = PoissonDistribution.of(mean);
            double m = mean;
            double coverage = IntStream.range(0, 80)
                    .filter(k -> Intervals.garwood(k, .9).contains(m))
                    .mapToDouble(law::probability)
                    .sum();
            assertTrue(coverage >= .9, () -> "mean " + m + " covered with probability " + coverage);
        }
    }

    /** With all successes the lower end solves p^n = 0.025. */
    @Test
    void clopperPearson_allSuccesses_startsAtTheRootOfTheTail() {
        Interval interval = Intervals.clopperPearson(10, 10, .95);
        assertThat(interval.high()).isEqualTo(1);
        assertThat(interval.low()).isCloseTo(Math.pow(.025, .1), within(1e-9));
    }

    /** Exact: over all counts, Clopper-Pearson never covers below its level; Wilson's average over p is near it. */
    @Test
    void binomialIntervals_anyProbability_coverAsStated() {
        double wilson = 0;
        int steps = 200;
        for (int step = 0; step < steps; step++) {
            double p = (step + .5) / steps;
            assertThat(coverage(p, true)).isGreaterThanOrEqualTo(.95);
            wilson += coverage(p, false) / steps;
        }
        assertThat(wilson).isCloseTo(.95, within(.005));
    }

    @Test
    void interval_malformed_isRefused() {
        assertThatThrownBy(() -> new Interval(2, 1, .95)).hasMessageContaining("low is 2.0");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1, .95)).hasMessageContaining("low is NaN");
        assertThatThrownBy(() -> new Interval(0, 1, 95)).hasMessageContaining("level is 95.0");
        assertThatThrownBy(() -> Intervals.wilson(4, 3, .95)).hasMessageContaining("4 of 3");
        assertThatThrownBy(() -> Intervals.clopperPearson(0, 0, .95)).hasMessageContaining("0 of 0");
    }

    /** Every interval names the level that it refuses, before anything is computed from it. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2, -1, Double.NaN})
    void level_outOfRange_isRefusedByName(double level) {
        Tally tally = Tally.of(1, 2, 4);
        String message = "level is " + level;

        assertThatThrownBy(() -> Intervals.studentT(tally, level)).hasMessageContaining(message);
        assertThatThrownBy(() -> Intervals.wilson(1, 2, level)).hasMessageContaining(message);
        assertThatThrownBy(() -> Intervals.clopperPearson(1, 2, level)).hasMessageContaining(message);
        assertThatThrownBy(() -> Intervals.garwood(3, level)).hasMessageContaining(message);
        assertThatThrownBy(() -> new Interval(1, 2, level)).hasMessageContaining(message);
    }

    /** The least that each interval can be made of. */
    @Test
    void smallestCases_haveAnInterval() {
        assertThat(Intervals.wilson(0, 1, 0.9).low()).isCloseTo(0, within(1e-12));
        assertThat(Intervals.wilson(1, 1, 0.9).high()).isCloseTo(1, within(1e-12));
        assertThat(new Interval(3, 3, 0.95).halfWidth()).isZero();
        assertThatThrownBy(() -> Intervals.wilson(0, 0, 0.9)).hasMessageContaining("0 of 0");
        assertThatThrownBy(() -> Intervals.wilson(2, 1, 0.9)).hasMessageContaining("2 of 1");
        assertThatThrownBy(() -> Intervals.wilson(-1, 1, 0.9)).hasMessageContaining("-1 of 1");
    }

    @Test
    void contains_ends_areIncluded() {
        Interval interval = new Interval(-1, 3, .9);
        assertThat(interval.halfWidth()).isEqualTo(2);
        assertTrue(interval.contains(-1) && interval.contains(3));
        assertThat(interval.contains(3.0001) || interval.contains(Double.NaN)).isFalse();
    }

    private static double coverage(double p, boolean exact) {
        final int trials = 40;
        BinomialDistribution law = BinomialDistribution.of(trials, p);
        return IntStream.rangeClosed(0, trials)
                .filter(k -> (exact ? Intervals.clopperPearson(k, trials, .95) : Intervals.wilson(k, trials, .95))
                        .contains(p))
                .mapToDouble(law::probability)
                .sum();
    }
}
