package dev.borderline.analysis.ensemble;

import java.util.List;

/**
 * Normal law with the mean and covariance of a sample of points, in some of their coordinates. The covariance is shrunk towards its
 * diagonal by d / (d + n), with d coordinates and n points, so that few points still give a law.
 */
final class GaussianReference {
    private static final double VARIANCE_MIN = 1e-12;

    private final int[] coordinates;
    private final double[] mean;
    private final double[][] root; // lower triangular, covariance = root root'

    private GaussianReference(int[] coordinates, double[] mean, double[][] root) {
        this.coordinates = coordinates;
        this.mean = mean;
        this.root = root;
    }

    /**
     * The law of a sample.
     *
     * @param points all with the same number of scores
     * @param weights of the points, summing to 1
     */
    static GaussianReference of(List<double[]> points, double[] weights, int[] coordinates) {
        int size = coordinates.length;
        double[] mean = new double[size];
        double[][] covariance = new double[size][size];
        double squares = 0;
        for (int k = 0; k < weights.length; k++) {
            squares += weights[k] * weights[k];
            for (int i = 0; i < size; i++) {
                mean[i] += weights[k] * points.get(k)[coordinates[i]];
            }
        }
        for (int k = 0; k < weights.length; k++) {
            double[] point = points.get(k);
            for (int i = 0; i < size; i++) {
                double scaled = weights[k] * (point[coordinates[i]] - mean[i]);
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += scaled * (point[coordinates[j]] - mean[j]);
                }
            }
        }
        double shrinkage = size / (size + 1 / squares);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                covariance[i][j] *= 1 - shrinkage;
            }
            covariance[i][i] = Math.max(covariance[i][i], VARIANCE_MIN);
        }
        return new GaussianReference(coordinates, mean, cholesky(covariance));
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
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, VARIANCE_MIN)) : sum / root[j][j];
            }
        }
        return root;
    }

    /** Its coordinates, of those of a point. */
    int[] coordinates() {
        return coordinates;
    }

    /** Logarithm of the density at a point, up to a constant. */
    double logDensity(double[] point) {
        double[] standard = new double[mean.length];
        double squares = 0;
        for (int i = 0; i < mean.length; i++) {
            double sum = point[coordinates[i]] - mean[i];
            for (int j = 0; j < i; j++) {
                sum -= root[i][j] * standard[j];
            }
            standard[i] = sum / root[i][i];
            squares += standard[i] * standard[i];
        }
        return -squares / 2;
    }

    /**
     * Moves a point by a step that keeps this law: {@code m + sqrt(1 - scale²) (x - m) + scale * root * normals}.
     *
     * @param point changed in these coordinates
     * @param normals independent standard normals, one for each coordinate
     * @param scale above 0, at most 1
     */
    void move(double[] point, double[] normals, double scale) {
        double kept = Math.sqrt(1 - scale * scale);
        for (int i = mean.length - 1; i >= 0; i--) {
            double shift = 0;
            for (int j = 0; j <= i; j++) {
                shift += root[i][j] * normals[j];
            }
            point[coordinates[i]] = mean[i] + kept * (point[coordinates[i]] - mean[i]) + scale * shift;
        }
    }
}
