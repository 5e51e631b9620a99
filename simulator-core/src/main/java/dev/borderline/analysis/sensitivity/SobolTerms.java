package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Outputs;

/** Terms that each base sample of Saltelli's design adds to the sums of Sobol's indices. See {@link SobolIndices}. */
final class SobolTerms implements Bootstrap.Statistic {
    private final double[][] first; // by factor, then base sample: b (ab - a)
    private final double[][] total; // (a - ab)² / 2
    private final double[] squares; // by base sample: a² + b²
    private final double[][] levels; // by base sample, then replication: a + b

    SobolTerms(SaltelliOutputs outputs) {
        int bases = outputs.baseSamples();
        double[] centre = Outputs.columnMeans(outputs.all());
        first = new double[outputs.factors()][bases];
        total = new double[outputs.factors()][bases];
        squares = new double[bases];
        levels = new double[bases][];
        for (int base = 0; base < bases; base++) {
            double[] a = difference(outputs.atA(base), centre);
            double[] b = difference(outputs.atB(base), centre);
            squares[base] = Pairs.product(a, a) + Pairs.product(b, b);
            levels[base] = sum(a, b);
            for (int factor = 0; factor < first.length; factor++) {
                double[] step = difference(difference(outputs.atAWithB(base, factor), centre), a);
                first[factor][base] = Pairs.product(b, step);
                total[factor][base] = Pairs.product(step, step) / 2;
            }
        }
    }

    /** Number of base samples. */
    int size() {
        return squares.length;
    }

    /** First-order indices, then total indices, from these base samples; all NaN where the variance is not above 0. */
    @Override
    public double[] of(int[] bases) {
        double variance = variance(bases);
        int factors = first.length;
        double[] indices = new double[2 * factors];
        for (int factor = 0; factor < factors; factor++) {
            indices[factor] = variance > 0 ? mean(first[factor], bases) / variance : Double.NaN;
            indices[factors + factor] = variance > 0 ? mean(total[factor], bases) / variance : Double.NaN;
        }
        return indices;
    }

    /** Variance of the outputs at a and b together, without what chance adds; divisor 2 n. */
    double variance(int[] bases) {
        double[] means = new double[levels[0].length];
        for (int base : bases) {
            for (int replication = 0; replication < means.length; replication++) {
                means[replication] += levels[base][replication];
            }
        }
        for (int replication = 0; replication < means.length; replication++) {
            means[replication] /= 2.0 * bases.length;
        }
        return mean(squares, bases) / 2 - Pairs.product(means, means);
    }

    static double mean(double[] terms, int[] bases) {
        double sum = 0;
        for (int base : bases) {
            sum += terms[base];
        }
        return sum / bases.length;
    }

    static double[] difference(double[] u, double[] v) {
        double[] difference = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            difference[i] = u[i] - v[i];
        }
        return difference;
    }

    private static double[] sum(double[] u, double[] v) {
        double[] sum = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            sum[i] = u[i] + v[i];
        }
        return sum;
    }
}
