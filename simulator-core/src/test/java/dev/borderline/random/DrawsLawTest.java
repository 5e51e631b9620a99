package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws of draws and their independence across every part of the address. False alarm 1e-6 a check, see {@link
 * Fit}.
 */
class DrawsLawTest {
    private static final int N = 100_000;
    private static final long KEY = RunKeys.runKey(RunKeys.SCHEME_VERSION, 77, 0);
    private static final Draws DRAWS = Draws.of(KEY, "test.law", SubjectKind.HOUSEHOLD);

    @Test
    void uniform_overSubjectsOccurrencesAndSubDraws_isUniform() {
        ContinuousDistribution law = UniformContinuousDistribution.of(0, 1);
        Fit.assertFollows(law::cumulativeProbability, sample(i -> DRAWS.uniform(i, 0)));
        Fit.assertFollows(law::cumulativeProbability, sample(i -> DRAWS.uniform(0, i)));
        Fit.assertFollows(law::cumulativeProbability, sample(i -> DRAWS.uniform(i >> 8, 0, i & 0xff)));
        Fit.assertFollows(law::cumulativeProbability, sample(i -> DRAWS.uniform((long) i << 32, 0)));
    }

    /**
     * Each of the 52 bits is set half of the time: counts within 5.5 standard deviations, false alarm 2e-6 over all
     * bits.
     */
    @Test
    void uniform_everyBit_isFair() {
        int[] set = new int[52];
        for (int i = 0; i < N; i++) {
            long k = (long) (DRAWS.uniform(i, 0) * 0x1p52);
            for (int bit = 0; bit < set.length; bit++) {
                set[bit] += (int) (k >>> bit & 1);
            }
        }
        for (int count : set) {
            assertThat(Math.abs(count - N / 2.0)).isLessThan(5.5 * Math.sqrt(N) / 2);
        }
    }

    @Test
    void variates_ofUniforms_followTheirLaws() {
        follows(ExponentialDistribution.of(1), i -> DRAWS.exponential(i, 0));
        follows(NormalDistribution.of(0, 1), i -> DRAWS.normal(i, 0));
        // mean 30 with sigma 0.8 is mu = ln 30 - 0.32
        follows(
                LogNormalDistribution.of(Math.log(30) - .32, .8),
                i -> Inversion.logNormal(DRAWS.uniform(i, 0), 30, .8));
        follows(UniformContinuousDistribution.of(-2, 5), i -> Inversion.uniform(DRAWS.uniform(i, 0), -2, 5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.1, .4, 1, 3, 10, 200})
    void gammaAndBeta_ofUniforms_followTheirLaws(double shape) {
        QuantileTable gamma = QuantileTable.gamma(shape);
        follows(GammaDistribution.of(shape, 1), i -> gamma.value(DRAWS.uniform(i, 0)));
        QuantileTable frailty = QuantileTable.gammaOfMeanOne(shape);
        follows(GammaDistribution.of(shape, 1 / shape), i -> frailty.value(DRAWS.uniform(i, 0)));
        QuantileTable beta = QuantileTable.beta(shape, 3);
        follows(BetaDistribution.of(shape, 3), i -> beta.value(DRAWS.uniform(i, 0)));
    }

    @Test
    void counts_ofUniforms_followTheirLaws() {
        for (double mean : new double[] {.3, 2, 25}) {
            DiscreteTable table = DiscreteTable.poisson(mean);
            counts(PoissonDistribution.of(mean), i -> Inversion.poisson(DRAWS.uniform(i, 0), mean));
            counts(PoissonDistribution.of(mean), i -> table.value(DRAWS.uniform(i, 0)));
        }
        counts(GeometricDistribution.of(.2), i -> Inversion.geometric(DRAWS.uniform(i, 0), .2));
    }

    @Test
    void categorical_ofUniforms_followsItsWeights() {
        double[] weights = {3, 0, 1, 4, 0, 2};
        DiscreteTable table = DiscreteTable.weighted(weights);
        long[] counts = new long[6];
        for (int i = 0; i < N; i++) {
            double u = DRAWS.uniform(i, 0);
            int chosen = Inversion.categorical(u, weights);
            assertThat(table.value(u)).isEqualTo(chosen);
            counts[chosen]++;
        }
        assertThat(counts[1] + counts[4]).isZero();
        Fit.assertCounts(
                new double[] {.3 * N, .1 * N, .4 * N, .2 * N}, new long[] {counts[0], counts[2], counts[3], counts[5]});
    }

    @Test
    void uniform_neighbouringAddresses_areIndependent() {
        double[] base = sample(i -> DRAWS.uniform(i, 0));
        Draws otherKind = Draws.of(KEY, "test.law", SubjectKind.BROKER);
        Draws otherPurpose = Draws.of(KEY, "test.lax", SubjectKind.HOUSEHOLD);
        Draws otherReplication =
                Draws.of(RunKeys.runKey(RunKeys.SCHEME_VERSION, 77, 1), "test.law", SubjectKind.HOUSEHOLD);
        Draws otherSeed = Draws.of(RunKeys.runKey(RunKeys.SCHEME_VERSION, 78, 0), "test.law", SubjectKind.HOUSEHOLD);
        Fit.assertIndependent(base, sample(i -> DRAWS.uniform(i + 1L, 0)));
        Fit.assertIndependent(base, sample(i -> DRAWS.uniform(i, 1)));
        Fit.assertIndependent(base, sample(i -> DRAWS.uniform(i, 0, 1)));
        Fit.assertIndependent(base, sample(i -> otherKind.uniform(i, 0)));
        Fit.assertIndependent(base, sample(i -> otherPurpose.uniform(i, 0)));
        Fit.assertIndependent(base, sample(i -> otherReplication.uniform(i, 0)));
        Fit.assertIndependent(base, sample(i -> otherSeed.uniform(i, 0)));
    }

    @Test
    void uniform_secondHalfOfTheBlock_isIndependentOfTheFirst() {
        long[] output = new long[2];
        double[] second = sample(i -> {
            DRAWS.bits(i, 0, output);
            return Draws.toUniform(output[1]);
        });
        Fit.assertIndependent(sample(i -> DRAWS.uniform(i, 0)), second);
    }

    /**
     * Mean and variance within 5 standard errors: false alarm 6e-7 each. The fourth moment of a unit exponential is 9,
     * of a normal 3.
     */
    @Test
    void variates_moments_areThoseOfTheirLaws() {
        assertMoments(sample(i -> DRAWS.exponential(i, 0)), 1, 1, 9);
        assertMoments(sample(i -> DRAWS.normal(i, 0)), 0, 1, 3);
        assertMoments(sample(i -> DRAWS.uniform(i, 0)), .5, 1 / 12.0, 1.8);
        QuantileTable gamma = QuantileTable.gamma(.4);
        assertMoments(sample(i -> gamma.value(DRAWS.uniform(i, 0))), .4, .4, 3 + 6 / .4);
    }

    private static void assertMoments(double[] sample, double mean, double variance, double kurtosis) {
        double sum = Arrays.stream(sample).sum();
        double squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
        assertThat(Math.abs(sum / N - mean)).isLessThan(5 * Math.sqrt(variance / N));
        double errorOfVariance = variance * Math.sqrt((kurtosis - 1) / N);
        assertThat(Math.abs(squares / N - variance)).isLessThan(5 * errorOfVariance);
    }

    private static void follows(ContinuousDistribution law, IntToDoubleFunction draw) {
        Fit.assertFollows(law::cumulativeProbability, sample(draw));
    }

    /** Chi-squared over the values whose expected count is 5 or more, the rest pooled at the ends. */
    private static void counts(DiscreteDistribution law, IntToDoubleFunction draw) {
        int low = law.inverseCumulativeProbability(1e-4);
        int high = law.inverseSurvivalProbability(1e-4);
        double[] expected = new double[high - low + 1];
        for (int k = low; k <= high; k++) {
            expected[k - low] = N * law.probability(k);
        }
        expected[0] = N * law.cumulativeProbability(low);
        expected[high - low] = N * law.survivalProbability(high - 1);
        long[] observed = new long[expected.length];
        for (double count : sample(draw)) {
            observed[Math.min(Math.max((int) count, low), high) - low]++;
        }
        Fit.assertCounts(expected, observed);
    }

    private static double[] sample(IntToDoubleFunction draw) {
        return IntStream.range(0, N).mapToDouble(draw).toArray();
    }
}
