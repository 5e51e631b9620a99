package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
    private static final double ROUNDING = 1e-12;
    private static final Draws LUCK = Draws.of(5, "test.convergence", SubjectKind.WORLD);

    private static double[][] normals(int populations, int each) {
        return IntStream.range(0, populations)
                .mapToObj(i -> IntStream.range(0, each)
                        .mapToDouble(k -> LUCK.normal(i, k))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] mapped(double[][] populations, Shift shift) {
        return IntStream.range(0, populations.length)
                .mapToObj(i ->
                        Arrays.stream(populations[i]).map(x -> shift.of(i, x)).toArray())
                .toArray(double[][]::new);
    }

    private interface Shift {
        double of(int population, double value);
    }

    /** Halves (0, 2), (0, 2), (4, 6), (4, 6): W = 2, variance of the means 16/3, n = 2; R̂² = (1/2 · 2 + 16/3) / 2 = 19/6. */
    @Test
    void splitRHat_byHand() {
        double[][] populations = {{0, 2, 0, 2}, {4, 6, 4, 6}};

        assertThat(Convergence.splitRHat(populations)).isCloseTo(Math.sqrt(19 / 6.0), within(ROUNDING));
    }

    /** Ranks 4, 1 and twice 2.5 of four: normal scores of (r - 3/8) / 4.25, Φ⁻¹(0.852941) = 1.049131. */
    @Test
    void normalScores_ofTies_shareAScore() {
        double[] scores = RankNormal.scores(new double[] {30, 10, 20, 20});

        assertThat(scores)
                .containsExactly(new double[] {1.0491313979639711, -1.0491313979639711, 0, 0}, within(ROUNDING));
    }

    @Test
    void rHat_sameLaw_nearOne() {
        double[][] same = normals(4, 500);

        assertThat(Convergence.rHat(same)).isLessThan(1.01);
        assertThat(Convergence.foldedRHat(same)).isLessThan(1.01);
    }

    /** A shift is seen by R̂, a difference in spread by the folded one alone. */
    @Test
    void rHat_shiftOrSpread_seen() {
        double[][] same = normals(4, 500);
        double[][] shifted = mapped(same, (i, x) -> i == 0 ? x + 0.5 : x);
        double[][] spread = mapped(same, (i, x) -> i == 0 ? 3 * x : x);

        assertThat(Convergence.rHat(shifted)).isGreaterThan(1.01);
        assertThat(Convergence.rHat(spread)).isLessThan(1.01);
        assertThat(Convergence.foldedRHat(spread)).isGreaterThan(1.01);
    }

    /** Lineages of one particle each are a simple sample: one population has as many effective particles as it has. */
    @Test
    void essByLineage_singles_isTheirNumber() {
        double[][] one = normals(1, 40);
        int[][] lineages = {IntStream.range(0, 40).toArray()};

        assertThat(Convergence.essByLineage(one, lineages)).isCloseTo(40, within(1e-9));
    }

    /** Each value four times over, in one lineage: N = 40, G = 10 give N² (G - 1) / (4 G (N - 1)) = 9.23. */
    @Test
    void essByLineage_copies_countOnce() {
        double[] ten = normals(1, 10)[0];
        double[][] copies = {IntStream.range(0, 40).mapToDouble(i -> ten[i / 4]).toArray()};
        int[][] lineages = {IntStream.range(0, 40).map(i -> i / 4).toArray()};

        assertThat(Convergence.essByLineage(copies, lineages)).isCloseTo(1600 * 9 / (4.0 * 10 * 39), within(1e-9));
    }

    /** Means 0 and 1 of two populations: their mean has variance 1/2 / 2; the pooled variance is 18/7 + 2/7. */
    @Test
    void essBetween_byHand() {
        double[][] populations = {{-2, -1, 1, 2}, {-1, 0, 2, 3}};

        double pooled = Convergence.variance(new double[] {-2, -1, 1, 2, -1, 0, 2, 3});
        assertThat(Convergence.essBetween(populations)).isCloseTo(pooled / 0.25, within(ROUNDING));
        assertThat(pooled).isCloseTo(22 / 7.0, within(ROUNDING));
    }

    @Test
    void constant_isConverged() {
        double[][] constant = {{1, 1, 1, 1}, {1, 1, 1, 1}};

        assertThat(Convergence.rHat(constant)).isEqualTo(1);
        assertThat(Convergence.essBetween(constant)).isInfinite();
    }
}
