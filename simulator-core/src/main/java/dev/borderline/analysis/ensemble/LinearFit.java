package dev.borderline.analysis.ensemble;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Weighted least squares of quantities on some coordinates of a population's points. */
final class LinearFit {
    private static final double RIDGE = 1e-6; // keeps copies of few points from being singular
    private static final double FREEDOM_MIN = 0.1;

    private final double[] weights;
    private final double[][] centred; // by point, then coordinate
    private final double[] centre;
    private final double[][] root;
    private final double freedom; // share of the points that the slopes leave

    /**
     * A linear model of a quantity.
     *
     * @param atZero its value where all coordinates are 0
     * @param slopes by coordinate
     * @param variance of what it leaves, with the degrees of freedom of the slopes taken off
     */
    @SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
    record Line(double atZero, double[] slopes, double variance) {}

    /**
     * Least squares on these points.
     *
     * @param weights of the points, summing to 1
     */
    LinearFit(List<double[]> points, double[] weights, int[] coordinates) {
        this.weights = weights;
        int size = coordinates.length;
        centre = new double[size];
        double squares = 0;
        for (int k = 0; k < weights.length; k++) {
            squares += weights[k] * weights[k];
            for (int i = 0; i < size; i++) {
                centre[i] += weights[k] * points.get(k)[coordinates[i]];
            }
        }
        freedom = Math.max(FREEDOM_MIN, 1 - size * squares);
        centred = new double[weights.length][size];
        double[][] products = new double[size][size];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < size; i++) {
                centred[k][i] = points.get(k)[coordinates[i]] - centre[i];
                for (int j = 0; j <= i; j++) {
                    products[i][j] += weights[k] * centred[k][i] * centred[k][j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            products[i][i] += RIDGE;
        }
        root = cholesky(products);
    }

    /** The linear model of a quantity by number of the point; not asked where the weight is 0. */
    Line line(IntToDoubleFunction quantity) {
        double mean = 0;
        for (int k = 0; k < weights.length; k++) {
            mean += weights[k] > 0 ? weights[k] * quantity.applyAsDouble(k) : 0;
        }
        double[] products = new double[centre.length];
        double variance = 0;
        for (int k = 0; k < weights.length; k++) {
            double distance = weights[k] > 0 ? quantity.applyAsDouble(k) - mean : 0;
            variance += weights[k] * distance * distance;
            for (int i = 0; i < products.length; i++) {
                products[i] += weights[k] * distance * centred[k][i];
            }
        }
        double[] slopes = solve(root, products);
        double atZero = mean;
        for (int i = 0; i < slopes.length; i++) {
            atZero -= slopes[i] * centre[i];
            variance -= slopes[i] * products[i];
        }
        return new Line(atZero, slopes, Math.max(0, variance) / freedom);
    }

    /** Lower triangular root of a positive definite matrix given by its lower triangle. */
    static double[][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
        }
        return root;
    }

    /** Solution x of {@code root root' x = right}. */
    static double[] solve(double[][] root, double[] right) {
        return transposed(root, forward(root, right));
    }

    /** Solution x of {@code root x = right}. */
    static double[] forward(double[][] root, double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int j = 0; j < i; j++) {
                sum -= root[i][j] * x[j];
            }
            x[i] = sum / root[i][i];
        }
        return x;
    }

    /** Solution x of {@code root' x = right}. */
    static double[] transposed(double[][] root, double[] right) {
        double[] x = right.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= root[j][i] * x[j];
            }
            x[i] /= root[i][i];
        }
        return x;
    }
}
