package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearFitTest {
    private static final Draws LUCK = Draws.of(5, "test.fit", SubjectKind.WORLD);
    private static final int[] BOTH = {0, 2};

    private static List<double[]> points(int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> IntStream.range(0, 3)
                        .mapToDouble(i -> LUCK.normal(k, i))
                        .toArray())
                .toList();
    }

    private static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    @Test
    void line_ofLinearQuantity_isExact() {
        List<double[]> points = points(50);
        LinearFit.Line line =
                new LinearFit(points, equal(50), BOTH).line(k -> 3 - 2 * points.get(k)[0] + 0.5 * points.get(k)[2]);

        assertThat(line.atZero()).isCloseTo(3, within(1e-4)); // the ridge is 1e-6 of the variances
        assertThat(line.slopes()).containsExactly(new double[] {-2, 0.5}, within(1e-4));
        assertThat(line.variance()).isCloseTo(0, within(1e-4));
    }

    /** Weights 1 and 0: points without weight are never asked, and the rest is fitted as alone. */
    @Test
    void line_pointsWithoutWeight_ignored() {
        List<double[]> points = points(60);
        double[] weights = Arrays.copyOf(equal(50), 60);
        LinearFit.Line some = new LinearFit(points, weights, BOTH)
                .line(k -> k < 50 ? points.get(k)[0] + points.get(k)[1] : Double.NaN);
        LinearFit.Line alone =
                new LinearFit(points.subList(0, 50), equal(50), BOTH).line(k -> points.get(k)[0] + points.get(k)[1]);

        assertThat(some.slopes()).containsExactly(alone.slopes(), within(1e-12));
        assertThat(some.variance()).isCloseTo(alone.variance(), within(1e-12));
        assertThat(alone.variance()).isCloseTo(1, within(4 * Math.sqrt(2 / 48.0))); // that of what it cannot see
    }

    @Test
    void cholesky_byHand() {
        double[][] root = LinearFit.cholesky(new double[][] {{4, 0}, {2, 5}});

        assertThat(root[0]).containsExactly(2, 0);
        assertThat(root[1]).containsExactly(1, 2);
        assertThat(LinearFit.solve(root, new double[] {8, 9}))
                .containsExactly(new double[] {11 / 8.0, 5 / 4.0}, within(1e-15));
    }

    /** One residual {@code 2x - 3} at inverse temperature 1/2: precision 1 + 4/2 = 3, mean 6/2 / 3 = 1. */
    @Test
    void reference_ofLinearResidual_isThePosterior() {
        List<double[]> points = points(50);
        List<double[]> residuals =
                points.stream().map(x -> new double[] {2 * x[0] - 3}).toList();
        GaussianReference law = GaussianReference.of(points, residuals, equal(50), new int[] {0}, 0.5);

        double[] at = {1, 0, 0};
        double[] off = {1.5, 0, 0};
        assertThat(law.logDensity(off) - law.logDensity(at)).isCloseTo(-3 * 0.25 / 2, within(1e-3));
        double[] moved = off.clone();
        law.move(moved, new double[] {0.7}, 1); // scale 1: from the law itself
        assertThat(moved[0]).isCloseTo(1 + 0.7 / Math.sqrt(3), within(1e-3));
        assertThat(moved[1]).isZero();
    }
}
