package dev.borderline.stat;

import java.util.Arrays;

/**
 * Sample quantiles of type 7, the default of R and NumPy. They are linear between order statistics, with {@code (n - 1) p} as the
 * rank from 0. R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", American Statistician 50 (1996) 361-365.
 */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The quantile of numbers in any order; the array stays as it is.
     *
     * @param values at least one, none NaN
     * @param p 0 to 1
     */
    public static double of(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, p);
    }

    /** As {@link #of}, of numbers already in ascending order; that they are is not checked. */
    public static double ofSorted(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p is " + p + "; it must be 0 to 1");
        }
        int last = sorted.length - 1;
        if (last < 0 || Double.isNaN(sorted[last])) {
            throw new IllegalArgumentException("a quantile needs at least one number, and no NaN");
        }
        double rank = last * p;
        int below = (int) rank;
        double fraction = rank - below;
        return fraction == 0 ? sorted[below] : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }
}
