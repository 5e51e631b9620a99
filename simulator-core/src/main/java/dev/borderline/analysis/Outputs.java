package dev.borderline.analysis;

import dev.borderline.stat.Tally;

/** Checks and means of outputs by point and replication. */
public final class Outputs {
    private Outputs() {}

    /** A copy of {@code byPoint}, refused unless every point has the same number of replications, all finite. */
    public static double[][] checked(double[][] byPoint) {
        double[][] copy = new double[byPoint.length][];
        for (int point = 0; point < byPoint.length; point++) {
            copy[point] = byPoint[point].clone();
            if (copy[point].length == 0 || copy[point].length != copy[0].length) {
                throw new IllegalArgumentException("point " + point + " has " + copy[point].length
                        + " replications, point 0 " + copy[0].length + ": all need the same number, at least 1");
            }
            for (double value : copy[point]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("the output at point " + point + " is " + value);
                }
            }
        }
        return copy;
    }

    /** Mean of each column. */
    public static double[] columnMeans(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int column = 0; column < means.length; column++) {
                means[column] += row[column];
            }
        }
        for (int column = 0; column < means.length; column++) {
            means[column] /= rows.length;
        }
        return means;
    }

    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Unbiased variance, divisor n - 1. */
    public static double variance(double[] values) {
        return Tally.of(values).variance();
    }
}
