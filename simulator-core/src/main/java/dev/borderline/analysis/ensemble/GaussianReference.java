package dev.borderline.analysis.ensemble;

import java.util.List;

/**
 * Normal law of the informed inputs that a linear model of the residuals implies. Prior precision 1, and for each residual {@code r ≈ a
 * + b'x} with remaining variance v a precision of {@code t b b' / (1 + t v)} at inverse temperature t. The linear models are least-squares
 * fits to a weighted population (the linear Bayes rule; the likelihood-informed directions of T. Cui et al., Inverse Problems 30 (2014)
 * 114015). A dozen regressions are known from far fewer particles than a covariance of all inputs.
 */
final class GaussianReference {
    private final int[] coordinates;
    private final double[] mean;
    private final double[][] root; // lower triangular, precision = root root'

    private GaussianReference(int[] coordinates, double[] mean, double[][] root) {
        this.coordinates = coordinates;
        this.mean = mean;
        this.root = root;
    }

    /**
     * The law at an inverse temperature.
     *
     * @param points scores of a population
     * @param residuals at the points; those of points without weight may be undefined
     * @param weights of the points, summing to 1
     * @param coordinates of the informed inputs
     */
    static GaussianReference of(
            List<double[]> points, List<double[]> residuals, double[] weights, int[] coordinates, double inverse) {
        LinearFit fit = new LinearFit(points, weights, coordinates);
        int size = coordinates.length;
        double[][] precision = new double[size][size];
        double[] pull = new double[size];
        for (int i = 0; i < size; i++) {
            precision[i][i] = 1;
        }
        for (int residual = 0; residual < residuals.get(0).length; residual++) {
            int column = residual;
            LinearFit.Line line = fit.line(k -> residuals.get(k)[column]);
            double weight = inverse / (1 + inverse * line.variance());
            for (int i = 0; i < size; i++) {
                pull[i] -= weight * line.atZero() * line.slopes()[i];
                for (int j = 0; j <= i; j++) {
                    precision[i][j] += weight * line.slopes()[i] * line.slopes()[j];
                }
            }
        }
        double[][] root = LinearFit.cholesky(precision);
        return new GaussianReference(coordinates, LinearFit.solve(root, pull), root);
    }

    /** Its coordinates, of those of a point. */
    int[] coordinates() {
        return coordinates;
    }

    /** Logarithm of the density at a point, up to a constant. */
    double logDensity(double[] point) {
        double squares = 0;
        for (int j = 0; j < mean.length; j++) {
            double sum = 0;
            for (int i = j; i < mean.length; i++) {
                sum += root[i][j] * (point[coordinates[i]] - mean[i]);
            }
            squares += sum * sum;
        }
        return -squares / 2;
    }

    /**
     * Moves a point by a step that keeps this law: {@code m + sqrt(1 - scale²) (x - m) + scale * s}, with s of this law about 0.
     *
     * @param point changed in these coordinates
     * @param normals independent standard normals, one for each coordinate
     * @param scale above 0, at most 1
     */
    void move(double[] point, double[] normals, double scale) {
        double kept = Math.sqrt(1 - scale * scale);
        double[] step = LinearFit.transposed(root, normals);
        for (int i = 0; i < mean.length; i++) {
            point[coordinates[i]] = mean[i] + kept * (point[coordinates[i]] - mean[i]) + scale * step[i];
        }
    }
}
