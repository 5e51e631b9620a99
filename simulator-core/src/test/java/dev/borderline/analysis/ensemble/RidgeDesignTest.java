package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RidgeDesignTest {
    private static final Draws DRAWS = Draws.of(7, "test.ridge", SubjectKind.WORLD);
    private static final SurfaceBasis BASIS = new SurfaceBasis(3, new int[] {0, 2});

    private static List<double[]> points(int count) {
        return IntStream.range(0, count)
                .mapToObj(k ->
                        new double[] {DRAWS.normal(0, 3 * k), DRAWS.normal(0, 3 * k + 1), DRAWS.normal(0, 3 * k + 2)})
                .toList();
    }

    private static double curved(double[] z) {
        return 2 + z[0] - 0.5 * z[1] + 0.3 * (z[2] * z[2] - 1) + 0.7 * z[0] * z[2];
    }

    /** Constant, three scores, two squares less 1, one product: in this order, as the sum takes them. */
    @Test
    void basis_listsPolynomials_asTheSumTakesThem() {
        double[] z = {2, 3, 5};
        double[] coefficients = {1, 10, 100, 1000, 0.1, 0.01, 0.001};

        assertThat(BASIS.at(z)).containsExactly(1, 2, 3, 5, 3, 24, 10);
        assertThat(BASIS.sum(coefficients, z)).isCloseTo(1 + 20 + 300 + 5000 + 0.3 + 0.24 + 0.01, within(1e-12));
    }

    @Test
    void fit_ofSomethingQuadratic_leavesNextToNothing() {
        List<double[]> points = points(2000);
        double[] values = points.stream().mapToDouble(RidgeDesignTest::curved).toArray();

        RidgeDesign.Fitted fitted = new RidgeDesign(BASIS, points).fit(values);

        assertThat(fitted.error())
                .isLessThan(1e-3); // of a variance of 1.9; the least penalty keeps a hundredth of the quadratic part
        assertThat(BASIS.sum(fitted.coefficients(), new double[] {1, 1, 1})).isCloseTo(3.2, within(0.03));
    }

    /** The error is that of regressions made anew without each point, with the penalties that were chosen. */
    @Test
    void error_isThatOfRegressionsWithoutEachPoint() {
        List<double[]> points = points(40);
        double[] values = new double[40];
        for (int k = 0; k < 40; k++) {
            values[k] = curved(points.get(k)) + DRAWS.normal(1, k);
        }
        RidgeDesign.Fitted fitted = new RidgeDesign(BASIS, points).fit(values);

        double least = Double.POSITIVE_INFINITY;
        for (double linear : new double[] {3, 30, 300}) {
            for (double quadratic : new double[] {30, 300, 3000, 1e9}) {
                least = Math.min(least, leftOut(points, values, linear, quadratic));
            }
        }
        assertThat(fitted.error()).isCloseTo(least, within(1e-9));
    }

    private static double leftOut(List<double[]> points, double[] values, double linear, double quadratic) {
        double squares = 0;
        for (int out = 0; out < values.length; out++) {
            double[][] products = new double[BASIS.size()][BASIS.size()];
            double[] right = new double[BASIS.size()];
            for (int k = 0; k < values.length; k++) {
                double[] row = BASIS.at(points.get(k));
                for (int i = 0; k != out && i < row.length; i++) {
                    right[i] += row[i] * values[k];
                    for (int j = 0; j < row.length; j++) {
                        products[i][j] += row[i] * row[j];
                    }
                }
            }
            for (int i = 0; i < right.length; i++) {
                products[i][i] += i == 0 ? 1e-6 : i < BASIS.linear() ? linear : quadratic;
            }
            double[] coefficients = LinearFit.solve(LinearFit.cholesky(products), right);
            double error = values[out] - BASIS.sum(coefficients, points.get(out));
            squares += error * error;
        }
        return squares / values.length;
    }

    /** Pure noise: everything is shrunk, and the error is the noise. */
    @Test
    void fit_ofNoise_isNearlyFlat() {
        List<double[]> points = points(500);
        double[] values = new double[500];
        for (int k = 0; k < 500; k++) {
            values[k] = DRAWS.normal(2, k);
        }
        RidgeDesign.Fitted fitted = new RidgeDesign(BASIS, points).fit(values);

        assertThat(fitted.error()).isCloseTo(1, within(4 * Math.sqrt(2 / 500.0)));
        assertThat(fitted.freedom())
                .isLessThan(4); // of 7; the greatest penalty of the linear ones leaves 1 + 3 * 500 / 800
    }
}
