package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Outputs;

/**
 * Variance of a single run's output split in three: inputs, replication alone, and replication with the inputs. The second is what
 * chance does alike at every point. Shares of their sum; NaN, but for the inputs' variance, where points have one replication.
 *
 * <p>Two-way analysis of variance, points by replications, without repetition: {@code Y(x, j) = m(x) + h(j) + e(x, j)}. With P
 * points, R replications and mean squares MS, {@code Var e = MS_error}, {@code Var h = (MS_replications - MS_error) / P}, {@code
 * Var m = (MS_points - MS_error) / R}; each is unbiased. S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992,
 * chapter 4. Where points share random numbers (the default of experiments), h cancels whenever two points or two arms are
 * compared; where every run has random numbers of its own, h is 0 and all of chance is in e. Points must be a sample of the inputs'
 * ranges. A negative estimate means 0 within error and is shown as it is.
 *
 * @param inputsVariance variance of the mean over chance, in the output's unit squared
 * @param inputs its share
 * @param replicationAlone share of what the seed moves alike at every point
 * @param withInputs share of the rest of chance
 */
public record ChanceShares(double inputsVariance, double inputs, double replicationAlone, double withInputs) {
    /** The split of outputs at Saltelli's points A and B: those with mixed coordinates would count some values twice. */
    static ChanceShares of(SaltelliOutputs outputs) {
        int bases = outputs.baseSamples();
        double[][] points = new double[2 * bases][];
        for (int base = 0; base < bases; base++) {
            points[2 * base] = outputs.atA(base);
            points[2 * base + 1] = outputs.atB(base);
        }
        return of(points);
    }

    /** The split of outputs at two or more points that are a sample of the inputs' ranges. Rows points, columns replications. */
    public static ChanceShares of(double[][] byPoint) {
        double[][] values = Outputs.checked(byPoint);
        double[] means = new double[values.length];
        for (int point = 0; point < values.length; point++) {
            means[point] = Outputs.mean(values[point]);
        }
        double[] columns = Outputs.columnMeans(values);
        double ofPoints = Outputs.variance(means);
        if (columns.length == 1) {
            return new ChanceShares(ofPoints, Double.NaN, Double.NaN, Double.NaN);
        }
        double withInputs = errorMeanSquare(values, means, columns);
        double inputs = ofPoints - withInputs / columns.length;
        double alone = Outputs.variance(columns) - withInputs / means.length;
        double all = inputs + alone + withInputs;
        return new ChanceShares(inputs, inputs / all, alone / all, withInputs / all);
    }

    private static double errorMeanSquare(double[][] values, double[] means, double[] columns) {
        double grand = Outputs.mean(columns);
        double squares = 0;
        for (int point = 0; point < means.length; point++) {
            for (int j = 0; j < columns.length; j++) {
                double error = values[point][j] - means[point] - columns[j] + grand;
                squares += error * error;
            }
        }
        return squares / ((means.length - 1.0) * (columns.length - 1));
    }

    /** Share of all chance: what the seed moves, alone or with the inputs. */
    public double chance() {
        return replicationAlone + withInputs;
    }
}
