package dev.borderline.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.Functions;
import dev.borderline.analysis.Undetermined;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SobolIndicesTest {
    private static final List<String> THREE = List.of("x1", "x2", "x3");
    private static final double[] ISHIGAMI_FIRST = {.3139051911, .4424111448, 0};
    private static final double[] ISHIGAMI_TOTAL = {.5575888552, .4424111448, .2436836641};
    private static final Bootstrap FEW = new Bootstrap(1, 200, .95);

    private static SobolIndices ishigami(int bases) {
        SaltelliOutputs outputs = Functions.outputs(3, bases, Functions.sobol(6), Functions::ishigami);
        return SobolIndices.of(THREE, outputs, FEW);
    }

    private static double[] first(SobolIndices indices) {
        return indices.factors().stream()
                .mapToDouble(factor -> factor.first().value())
                .toArray();
    }

    private static double[] total(SobolIndices indices) {
        return indices.factors().stream()
                .mapToDouble(factor -> factor.total().value())
                .toArray();
    }

    /**
     * SALib 1.5, {@code sobol.analyze} on {@code sample.sobol(..., scramble=False)}: one sequence in 2 k dimensions, no value
     * skipped, so the first point is 0; outputs centred on the mean of all N (k + 2); variance of those at A and B with divisor 2 N.
     * To the six digits that SALib's values were written down with.
     */
    @ParameterizedTest
    @CsvSource({
        "1024, .332955, .441314, .018578, .558179, .443285, .242149",
        "8192, .314819, .442417, .000758, .558646, .442419, .243449"
    })
    void ishigami_unscrambledPoints_givesTheNumbersOfSalib(
            int bases, double s1, double s2, double s3, double st1, double st2, double st3) {
        SobolIndices indices = ishigami(bases);

        assertThat(first(indices)).containsExactly(new double[] {s1, s2, s3}, within(5.1e-7));
        assertThat(total(indices)).containsExactly(new double[] {st1, st2, st3}, within(5.1e-7));
    }

    /** Sobol's points leave an error near 1/N: found 2e-4 at worst. */
    @Test
    void ishigami_manyPoints_approachesTheClosedForm() {
        SobolIndices indices = ishigami(1 << 14);

        assertThat(first(indices)).containsExactly(ISHIGAMI_FIRST, within(2e-3));
        assertThat(total(indices)).containsExactly(ISHIGAMI_TOTAL, within(1e-3));
    }

    /** Of Ishigami's function only x1 and x3 act together: S_13 is the total of x3, .2437; the others are 0. */
    @Test
    void ishigamiPairs_manyPoints_approachTheClosedForm() {
        SobolIndices indices = secondOrder(1 << 13, Functions.sobol(6), Functions::ishigami);

        assertThat(indices.pairs()).extracting(SobolIndices.OfPair::first).containsExactly("x1", "x1", "x2");
        assertThat(indices.pairs()).extracting(SobolIndices.OfPair::second).containsExactly("x2", "x3", "x3");
        assertThat(indices.pairs().stream()
                        .mapToDouble(pair -> pair.together().value())
                        .toArray())
                .containsExactly(new double[] {0, ISHIGAMI_TOTAL[2], 0}, within(.01));
        assertThat(first(indices)).isEqualTo(first(ishigami(1 << 13)));
        assertThat(ishigami(1 << 10).pairs()).isEmpty();
    }

    /**
     * Intervals of pairs cover: of 100 sets of 400 independent base samples those of 95 % hold S_13 in at least 87; with true coverage
     * of 95 % fewer has probability 1e-3. Chance of its own in each of two replications takes nothing away.
     */
    @Test
    void pairs_intervals_coverTheClosedForm() {
        int covered = 0;
        for (int seed = 0; seed < 100; seed++) {
            UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(900 + seed);
            SobolIndices indices = secondOrder(400, Functions.random(6, random), Functions::ishigami);
            covered += indices.pairs().get(1).together().interval().contains(ISHIGAMI_TOTAL[2]) ? 1 : 0;
        }
        assertThat(covered).isGreaterThanOrEqualTo(87);
    }

    private static SobolIndices secondOrder(int bases, Functions.Source points, ToDoubleFunction<double[]> function) {
        double[][] swapped = new double[bases * 3][];
        double[][] single = new double[bases * 5][];
        for (int base = 0; base < bases; base++) {
            double[] both = points.next();
            for (int block = 0; block < 5; block++) {
                single[base * 5 + block] = new double[] {function.applyAsDouble(mixed(both, block == 4, block - 1))};
            }
            for (int factor = 0; factor < 3; factor++) {
                swapped[base * 3 + factor] = new double[] {function.applyAsDouble(mixed(both, true, factor))};
            }
        }
        return SobolIndices.of(THREE, SaltelliOutputs.of(3, single).withSecondOrder(swapped), FEW);
    }

    /** A row of A or B, in which one coordinate, if there is such, is the other's. */
    private static double[] mixed(double[] both, boolean isB, int swapped) {
        double[] point = new double[3];
        for (int i = 0; i < 3; i++) {
            boolean fromB = isB != (i == swapped);
            point[i] = both[fromB ? 3 + i : i];
        }
        return point;
    }

    /** S_i = V_i / V with V_i = 1 / (3 (1 + a_i)²), V = Π (1 + V_i) - 1, ST_i = V_i Π_{j≠i} (1 + V_j) / V. */
    @Test
    void sobolG_manyPoints_approachesTheClosedForm() {
        SaltelliOutputs outputs = Functions.outputs(8, 1 << 14, Functions.sobol(16), Functions::g);
        SobolIndices indices = SobolIndices.of(
                IntStream.range(0, 8).mapToObj(i -> "x" + i).toList(), outputs, new Bootstrap(1, 100, .95));

        double[] ofFirst = {.71619217, .17904804, .02367577, .0071619};
        double[] ofTotal = {.78714413, .24219819, .03431691, .01046039};
        for (int i = 0; i < ofFirst.length; i++) {
            assertThat(first(indices)[i]).isCloseTo(ofFirst[i], within(3e-3));
            assertThat(total(indices)[i]).isCloseTo(ofTotal[i], within(3e-3));
        }
        assertThat(indices.factor("x7").total().value()).isBetween(0.0, 2e-4);
    }

    /** Adding a constant, or changing the unit, changes nothing: the point of centring. */
    @Test
    void indices_outputShiftedAndScaled_stayTheSame() {
        SobolIndices plain = ishigami(256);
        SaltelliOutputs moved = Functions.outputs(3, 256, Functions.sobol(6), x -> 1e6 + 50 * Functions.ishigami(x));
        SobolIndices shifted = SobolIndices.of(THREE, moved, FEW);

        assertThat(first(shifted)).containsExactly(first(plain), within(1e-8));
        assertThat(total(shifted)).containsExactly(total(plain), within(1e-8));
    }

    @Test
    void additive_twoInputs_sharesAreThoseOfTheirVariances() {
        SaltelliOutputs outputs = Functions.outputs(2, 4096, Functions.sobol(4), x -> 3 * x[0] + 4 * x[1]);
        SobolIndices indices = SobolIndices.of(List.of("a", "b"), outputs, FEW);

        assertThat(indices.factor("a").first().value()).isCloseTo(.36, within(2e-3));
        assertThat(indices.factor("b").total().value()).isCloseTo(.64, within(2e-3));
    }

    /**
     * Ishigami's function plus chance: chance that every point shares (sd 2), chance that grows with the first input (sd 1 times
     * a centred uniform, so variance 1/12 · 4) and chance of each run alone (sd 3). Both kinds of chance would spoil totals if they
     * were multiplied with themselves: of a variance of 13.84 the last alone has 9, 4.5 with two replications.
     */
    private static SaltelliOutputs noisy(int bases, int replications, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var normal = NormalDistribution.of(0, 1).createSampler(random);
        double[][] points = Functions.saltelli(3, bases, Functions.random(6, random));
        double[] shared = normal.samples(replications).toArray();
        double[] slope = normal.samples(replications).toArray();
        double[][] outputs = new double[points.length][replications];
        for (int point = 0; point < points.length; point++) {
            for (int j = 0; j < replications; j++) {
                outputs[point][j] = Functions.ishigami(points[point])
                        + 2 * shared[j]
                        + 2 * slope[j] * (points[point][0] - .5)
                        + 3 * normal.sample();
            }
        }
        return SaltelliOutputs.of(3, outputs);
    }

    /** Means over 40 experiments: the spread of each is about 0.06, so four standard errors are 0.04; false alarm below 1e-3. */
    @Test
    void noisyFunction_twoReplications_indicesAreThoseOfTheMean() {
        double[] first = new double[3];
        double[] total = new double[3];
        int experiments = 40;
        for (int i = 0; i < experiments; i++) {
            SobolIndices indices = SobolIndices.of(THREE, noisy(512, 2, 100 + i), new Bootstrap(1, 100, .95));
            for (int factor = 0; factor < 3; factor++) {
                first[factor] += first(indices)[factor] / experiments;
                total[factor] += total(indices)[factor] / experiments;
            }
        }
        assertThat(first).containsExactly(ISHIGAMI_FIRST, within(.04));
        assertThat(total).containsExactly(ISHIGAMI_TOTAL, within(.04));
    }

    /** Without pairs of different replications the total of an input that does nothing would be 9/22.8. */
    @Test
    void noisyFunction_oneReplication_indicesAreThoseOfThoseDraws() {
        SobolIndices indices = SobolIndices.of(THREE, noisy(4096, 1, 7), FEW);

        assertThat(indices.factor("x2").total().value()).isGreaterThan(.6);
        assertThat(indices.chance().withInputs()).isNaN();
    }

    /**
     * Var m = 13.845, h has variance 4 (of one draw per replication: 400 of them), e has 9 + 4/12. The estimate of h is its
     * variance times χ²(399)/399, relative sd 0.07; the others are within 2 %. False alarm below 1e-4.
     */
    @Test
    void chance_knownNoise_isSplitAsItWasMade() {
        ChanceShares shares = ChanceShares.of(noisy(256, 400, 11));
        double all = 13.8446 + 4 + 9 + 4.0 / 12;

        assertThat(shares.inputsVariance()).isCloseTo(13.8446, within(2.5));
        assertThat(shares.replicationAlone()).isCloseTo(4 / all, within(.045));
        assertThat(shares.withInputs()).isCloseTo((9 + 4.0 / 12) / all, within(.04));
        assertThat(shares.inputs() + shares.chance()).isCloseTo(1, within(1e-12));
    }

    /**
     * Two replications at 20,000 points, inputs' sd 1, chance of each run sd 2: without taking chance out of the means, their variance
     * would be 3. Standard error 0.03; 4 of them, false alarm 6e-5.
     */
    @Test
    void chance_twoReplications_isNotCountedAsTheInputs() {
        var normal = NormalDistribution.of(0, 1).createSampler(RandomSource.XO_SHI_RO_256_PP.create(12L));
        double[][] outputs = new double[20_000][];
        for (int point = 0; point < outputs.length; point++) {
            double mean = normal.sample();
            outputs[point] = new double[] {mean + 2 * normal.sample(), mean + 2 * normal.sample()};
        }
        ChanceShares shares = ChanceShares.of(outputs);

        assertThat(shares.inputsVariance()).isCloseTo(1, within(.12));
        assertThat(shares.inputs()).isCloseTo(.2, within(.025));
        assertThat(shares.withInputs()).isCloseTo(.8, within(.025));
        assertThat(shares.replicationAlone()).isCloseTo(0, within(.001));
    }

    @Test
    void bootstrap_sameSeed_givesTheSameIntervalAndAnotherSeedAnother() {
        SaltelliOutputs outputs = Functions.outputs(3, 64, Functions.sobol(6), Functions::ishigami);
        Estimate one = SobolIndices.of(THREE, outputs, FEW).factor("x1").total();
        Estimate same = SobolIndices.of(THREE, outputs, FEW).factor("x1").total();
        Estimate other = SobolIndices.of(THREE, outputs, new Bootstrap(2, 200, .95))
                .factor("x1")
                .total();

        assertThat(same).isEqualTo(one);
        assertThat(other.value()).isEqualTo(one.value());
        assertThat(other.interval()).isNotEqualTo(one.interval());
        assertThat(one.interval().contains(one.value())).isTrue();
    }

    /** Shares of six intervals in {@code trials} experiments that hold the true index; base samples independent. */
    static double[] coverage(int bases, int trials, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        double[] covered = new double[6];
        for (int trial = 0; trial < trials; trial++) {
            SaltelliOutputs outputs = Functions.outputs(3, bases, Functions.random(6, random), Functions::ishigami);
            SobolIndices indices = SobolIndices.of(THREE, outputs, new Bootstrap(trial, 400, .95));
            for (int i = 0; i < 3; i++) {
                SobolIndices.OfFactor factor = indices.factors().get(i);
                covered[i] += factor.first().interval().contains(ISHIGAMI_FIRST[i]) ? 1.0 / trials : 0;
                covered[3 + i] += factor.total().interval().contains(ISHIGAMI_TOTAL[i]) ? 1.0 / trials : 0;
            }
        }
        return covered;
    }

    /** 300 experiments: a true coverage of 0.95 is found within 4 standard errors, 0.05; false alarm below 4e-4. */
    @Test
    void intervals_independentBaseSamples_coverNearTheirLevel() {
        for (double covered : coverage(256, 300, 5)) {
            assertThat(covered).isBetween(.90, 1.0);
        }
    }

    /** 4,000 experiments have a standard error of 0.0035: coverage at 93 to 97 % is told apart from outside it. */
    @Test
    @Tag("deep")
    void intervals_independentBaseSamplesOften_coverBetween93And97Percent() {
        for (double covered : coverage(512, 4000, 6)) {
            assertThat(covered).isBetween(.93, .97);
        }
    }

    @Test
    void constantOutput_isUndetermined() {
        SaltelliOutputs constant = Functions.outputs(2, 8, Functions.sobol(4), x -> 5);
        assertThatThrownBy(() -> SobolIndices.of(List.of("a", "b"), constant, FEW))
                .isInstanceOf(Undetermined.class)
                .hasMessageContaining("same at every point");
    }

    @Test
    void outputs_ofAnotherDesign_areRefused() {
        assertThatThrownBy(() -> SaltelliOutputs.of(3, new double[11])).hasMessageContaining("11 points for 3 factors");
        assertThatThrownBy(() -> SaltelliOutputs.of(1, 1, 2, 3, 4, 5, Double.NaN))
                .hasMessageContaining("point 5 is NaN");
        assertThatThrownBy(() -> SaltelliOutputs.of(1, new double[][] {{1}, {1}, {1}, {1}, {1}, {1, 2}}))
                .hasMessageContaining("point 5 has 2 replications");
    }
}
