package dev.borderline.analysis.ensemble;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Pareto-smoothed importance weights. The largest are replaced by quantiles of a generalised Pareto law fitted to them, so that no
 * single draw decides; its shape k tells whether that is enough. A. Vehtari, D. Simpson, A. Gelman, Y. Yao, J. Gabry, "Pareto smoothed
 * importance sampling", Journal of Machine Learning Research 25 (2024) 1-58. The law is fitted as in J. Zhang, M. A. Stephens, "A new
 * and efficient estimation method for the generalized Pareto distribution", Technometrics 51 (2009) 316-325.
 *
 * @param weights summing to 1
 * @param shape k of the tail; above 0.7 what they say is unreliable; NaN where there is no tail to fit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ParetoSmoothing(double[] weights, double shape) {
    private static final double TAIL_SHARE = 0.2;
    private static final int TAIL_MIN = 5;
    private static final int GRID_LEAST = 30;
    private static final double PRIOR = 3;
    private static final double PRIOR_POINTS = 10; // weight of the shape 0.5 in the estimate

    /** Smoothed weights for logarithms of raw ones, negative infinity for none. */
    static ParetoSmoothing of(double[] logWeights) {
        int count = logWeights.length;
        double most = Arrays.stream(logWeights).max().orElseThrow();
        double[] weights = Arrays.stream(logWeights)
                .map(log -> log > Double.NEGATIVE_INFINITY ? StrictMath.exp(log - most) : 0)
                .toArray();
        int tail = (int) Math.ceil(Math.min(TAIL_SHARE * count, PRIOR * Math.sqrt(count)));
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> weights[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double shape = Double.NaN;
        double cut = weights[order[Math.max(0, count - tail - 1)]];
        while (tail > 0 && weights[order[count - tail]] == cut) {
            tail--;
        }
        if (tail >= TAIL_MIN) {
            double[] excesses = Arrays.stream(order, count - tail, count)
                    .mapToDouble(i -> weights[i] - cut)
                    .toArray();
            double[] law = fit(excesses);
            shape = law[0];
            for (int i = 0; i < tail; i++) {
                double smooth = cut + quantile((i + 0.5) / tail, law[0], law[1]);
                weights[order[count - tail + i]] = Math.min(1, smooth); // 1 is the largest raw weight
            }
        }
        double sum = Arrays.stream(weights).reduce(0, Double::sum);
        return new ParetoSmoothing(
                Arrays.stream(weights).map(weight -> weight / sum).toArray(), shape);
    }

    private static double quantile(double p, double shape, double scale) {
        double log = -StrictMath.log1p(-p);
        return shape == 0 ? scale * log : scale * StrictMath.expm1(shape * log) / shape;
    }

    /** Shape and scale for ascending excesses above 0; the shape is drawn towards 0.5 as by ten points more. */
    static double[] fit(double[] excesses) {
        int count = excesses.length;
        int grid = GRID_LEAST + (int) Math.sqrt(count);
        double quartile = excesses[(int) Math.floor(count / 4.0 + 0.5) - 1];
        double[] thetas = new double[grid];
        double[] logs = new double[grid];
        for (int i = 0; i < grid; i++) {
            thetas[i] = 1 / excesses[count - 1] + (1 - Math.sqrt(grid / (i + 0.5))) / (PRIOR * quartile);
            double shape = shape(excesses, thetas[i]);
            logs[i] = count * (StrictMath.log(-thetas[i] / shape) - shape - 1);
        }
        double theta = 0;
        for (int i = 0; i < grid; i++) {
            double sum = 0;
            for (double other : logs) {
                sum += StrictMath.exp(other - logs[i]);
            }
            theta += thetas[i] / sum;
        }
        double shape = shape(excesses, theta);
        double scale = -shape / theta;
        return new double[] {(shape * count + PRIOR_POINTS / 2) / (count + PRIOR_POINTS), scale};
    }

    private static double shape(double[] excesses, double theta) {
        double sum = 0;
        for (double excess : excesses) {
            sum += StrictMath.log1p(-theta * excess);
        }
        return sum / excesses.length;
    }
}
