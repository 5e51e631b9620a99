package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InversionTest {
    /** Uniforms in ascending order, dense in the middle and geometric towards both ends, down to 2^-53. */
    static final double[] GRID = grid();

    @Test
    void normal_wholeRange_equalsCommonsStatistics() {
        NormalDistribution peer = NormalDistribution.of(0, 1);
        for (double u : GRID) {
            double exact = u < .5 ? peer.inverseCumulativeProbability(u) : peer.inverseSurvivalProbability(1 - u);
            assertEquals(exact, Inversion.normal(u), 4e-15 * Math.abs(exact) + 1e-16);
        }
    }

    @Test
    void normal_mirroredUniform_isMirrored() {
        for (double u : GRID) {
            double mirrored = 1 - u;
            if (1 - mirrored == u) {
                assertEquals(0.0, Inversion.normal(u) + Inversion.normal(mirrored));
            }
        }
    }

    @Test
    void exponential_ends_areAsStated() {
        assertEquals(36.7368, Inversion.exponential(0x1p-53), 1e-4);
        assertEquals(0x1p-53, Inversion.exponential(1 - 0x1p-53), 1e-31);
    }

    @Test
    void logNormal_sigmaZero_isTheMean() {
        assertEquals(30, Inversion.logNormal(.9, 30, 0));
        assertEquals(30 * Math.exp(-.32), Inversion.logNormal(.5, 30, .8), 1e-13); // the median
    }

    @Test
    void uniform_closedForm() {
        for (double u : GRID) {
            assertEquals(4 * u - 1, Inversion.uniform(u, -1, 3), 1e-15);
        }
        assertEquals(2, Inversion.uniform(.5, 2, 2));
    }

    /** Just below each cumulative probability the count is no more, just above it is more. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, .3, 2, 25, 400, 700})
    void poisson_everyCount_startsAtItsCumulativeProbability(double mean) {
        DiscreteTable table = DiscreteTable.poisson(mean);
        assertStepsAt(PoissonDistribution.of(mean), u -> Inversion.poisson(u, mean), 2e-13);
        assertStepsAt(PoissonDistribution.of(mean), table::value, 2e-13);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5000, 1e6, 1e7})
    void poissonTable_everyCount_startsAtItsCumulativeProbability(double mean) {
        assertStepsAt(PoissonDistribution.of(mean), DiscreteTable.poisson(mean)::value, 2e-11);
    }

    @Test
    void poisson_meanZero_isZero() {
        assertEquals(0, Inversion.poisson(1 - 0x1p-53, 0));
        assertEquals(0, DiscreteTable.poisson(0).value(1 - 0x1p-53));
    }

    /** But for the last uniforms below 1, where sums of probabilities round. */
    @Test
    void poisson_higherMeanSameUniform_isNoLess() {
        for (double u : GRID) {
            if (u > 1 - 1e-12) {
                return;
            }
            int before = 0;
            for (double mean = 0; mean < 40; mean += .7) {
                int count = Inversion.poisson(u, mean);
                assertThat(count).isGreaterThanOrEqualTo(before);
                before = count;
            }
        }
    }

    /** Just below each cumulative probability the count is no more, just above it is more. */
    @ParameterizedTest
    @CsvSource({"1, .3", "2, .0001", "7, .5", "40, .97", "400, .1", "5000, .6", "100000, .002", "13500, .999"})
    void binomial_everyCount_startsAtItsCumulativeProbability(int trials, double probability) {
        assertStepsAt(
                BinomialDistribution.of(trials, probability),
                u -> Inversion.binomial(u, trials, probability),
                trials > 100 ? 1e-10 : 2e-13);
    }

    @Test
    void binomial_certainOrImpossible_isAllOrNone() {
        assertEquals(0, Inversion.binomial(1 - 0x1p-53, 9, 0));
        assertEquals(9, Inversion.binomial(0x1p-53, 9, 1));
        assertEquals(0, Inversion.binomial(.5, 0, .5));
        assertEquals(3, Inversion.binomial(1 - 0x1p-53, 3, .5));
    }

    @Test
    void categorical_boundaries_goToTheNextIndex() {
        assertEquals(0, Inversion.categorical(.25 - 1e-16, .25, .75));
        assertEquals(1, Inversion.categorical(.25, .25, .75));
        assertEquals(2, Inversion.categorical(1 - 0x1p-53, .1, .2, .3, 0));
        assertEquals(1, Inversion.categorical(0x1p-53, 0, 1, 0));
    }

    @Test
    void categorical_anySumOfWeights_sharesInProportion() {
        for (double u : GRID) {
            int expected = u < .25 ? 0 : u < .5 ? 1 : 3;
            assertEquals(expected, Inversion.categorical(u, 2, 2, 0, 4));
            assertEquals(expected, DiscreteTable.weighted(2, 2, 0, 4).value(u));
        }
    }

    /** The least count whose cumulative probability exceeds u: one more where it is just u. */
    @Test
    void poisson_atTheProbabilityOfZero_isOne() {
        double zero = StrictMath.exp(-2);
        assertEquals(1, Inversion.poisson(zero, 2));
        assertEquals(0, Inversion.poisson(Math.nextDown(zero), 2));
    }

    @Test
    void geometric_certainSuccess_isZero() {
        assertEquals(0, Inversion.geometric(.999, 1));
        assertEquals(0, Inversion.geometric(.2, .2 + 1e-9));
        assertEquals(1, Inversion.geometric(.2, .2 - 1e-9));
        assertEquals(693147180559945.0, (double) Inversion.geometric(.5, 1e-15), 1); // ln 2 / 1e-15
    }

    @Test
    void variates_risingUniform_neverFall() {
        assertRises(u -> -Inversion.exponential(u));
        assertRises(Inversion::normal);
        assertRises(u -> Inversion.logNormal(u, 5, 1.2));
        assertRises(u -> Inversion.uniform(u, -1, 3));
        assertRises(u -> Inversion.categorical(u, 1, 2, 0, 5));
        assertRises(u -> Inversion.poisson(u, 12));
        assertRises(u -> Inversion.geometric(u, .01));
        assertRises(u -> Inversion.binomial(u, 300, .2));
        assertRises(DiscreteTable.poisson(12)::value);
        assertRises(DiscreteTable.weighted(1, 2, 0, 5)::value);
        assertRises(QuantileTable.gamma(.4)::value);
        assertRises(QuantileTable.gamma(30)::value);
        assertRises(QuantileTable.beta(1, 3)::value);
    }

    @Test
    void parameters_outOfRange_areRefused() {
        assertThatThrownBy(() -> Inversion.logNormal(.5, 0, 1)).hasMessageContaining("mean is 0.0");
        assertThatThrownBy(() -> Inversion.logNormal(.5, 1, -1)).hasMessageContaining("sigmaLog is -1.0");
        assertThatThrownBy(() -> Inversion.uniform(.5, 2, 1)).hasMessageContaining("high is 1.0");
        assertThatThrownBy(() -> Inversion.categorical(.5)).hasMessageContaining("sum of weights");
        assertThatThrownBy(() -> Inversion.categorical(.5, 1, -1)).hasMessageContaining("weight is -1.0");
        assertThatThrownBy(() -> Inversion.poisson(.5, 701)).hasMessageContaining("mean is 701.0");
        assertThatThrownBy(() -> Inversion.binomial(.5, -1, .5)).hasMessageContaining("trials is -1");
        assertThatThrownBy(() -> Inversion.binomial(.5, 1, 1.5)).hasMessageContaining("probability is 1.5");
        assertThatThrownBy(() -> Inversion.geometric(.5, 0)).hasMessageContaining("probability is 0.0");
        assertThatThrownBy(() -> DiscreteTable.poisson(Double.NaN)).hasMessageContaining("mean is NaN");
        assertThatThrownBy(() -> DiscreteTable.weighted(0, 0)).hasMessageContaining("sum of weights");
        assertThatThrownBy(() -> DiscreteTable.weighted(1, Double.NaN)).hasMessageContaining("weight is NaN");
    }

    @Test
    void parameters_infinite_areRefused() {
        double infinite = Double.POSITIVE_INFINITY;
        double most = Double.MAX_VALUE;
        assertThatThrownBy(() -> Inversion.logNormal(.5, infinite, 1)).hasMessageContaining("mean is Infinity");
        assertThatThrownBy(() -> Inversion.logNormal(.5, 1, infinite)).hasMessageContaining("sigmaLog is Infinity");
        assertThatThrownBy(() -> Inversion.uniform(.5, 0, infinite)).hasMessageContaining("high is Infinity");
        assertThatThrownBy(() -> Inversion.uniform(.5, -most, most)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Inversion.categorical(.5, most, most)).hasMessageContaining("weights is Infinity");
        assertThatThrownBy(() -> DiscreteTable.weighted(most, most)).hasMessageContaining("weights is Infinity");
        assertThatThrownBy(() -> DiscreteTable.weighted(1, infinite)).hasMessageContaining("weight is Infinity");
    }

    private static void assertStepsAt(DiscreteDistribution law, DoubleToIntFunction quantile, double error) {
        int low = law.inverseCumulativeProbability(1e-10);
        int high = law.inverseSurvivalProbability(1e-10);
        for (int k = low; k <= high; k++) {
            double step = law.cumulativeProbability(k);
            assertTrue(quantile.applyAsInt(step - error) <= k, "below the step of " + k);
            if (step + error < 1) {
                assertTrue(quantile.applyAsInt(step + error) > k, "above the step of " + k);
            }
        }
    }

    private static void assertRises(DoubleUnaryOperator quantile) {
        double before = Double.NEGATIVE_INFINITY;
        for (double u : GRID) {
            double value = quantile.applyAsDouble(u);
            assertTrue(value >= before, "falls to " + value + " at " + u);
            before = value;
        }
    }

    private static double[] grid() {
        double[] ends = IntStream.range(0, 3000)
                .mapToDouble(i -> 0x1p-53 * Math.exp(i * Math.log(0x1p51) / 3000))
                .toArray();
        DoubleStream middle = IntStream.range(0, 5000).mapToDouble(i -> .25 + i / 10_000.0);
        DoubleStream top = Arrays.stream(ends).map(u -> 1 - u);
        return DoubleStream.concat(DoubleStream.concat(Arrays.stream(ends), middle), top)
                .sorted()
                .toArray();
    }
}
