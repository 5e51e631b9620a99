package dev.borderline.random;

/**
 * A law on integers tabulated once, inverted in a step or two whatever its size: Poisson counts and weighted choices.
 *
 * <p>The value at u is the least integer whose cumulative probability exceeds u, so it increases in u. A guide table
 * gives the place to begin the search: H.-C. Chen, Y. Asau, "On generating random variates from an empirical
 * distribution", AIIE Transactions 6 (1974) 163-166. Only {@code + - * /} touch the table, so it has the same bits on
 * every JDK. Immutable: share one among all threads.
 */
public final class DiscreteTable {
    /** The largest mean of {@link #poisson}. */
    public static final double POISSON_MEAN_MAX = 1e7;

    /** Weights this small beside the mode's are left out: all together far below 2^-53. */
    private static final double NEGLIGIBLE_WEIGHT = 1e-25;

    private final int first;
    private final double[] cumulative; // of first, first + 1, ...; the last is 1
    private final int[] guide; // of a power of two of equal cells of u: the first place that can be the answer

    private DiscreteTable(int first, double[] weights) {
        this.first = first;
        this.cumulative = cumulative(weights);
        this.guide = guide(cumulative);
    }

    /**
     * The Poisson law. Cumulative probabilities are good to 2e-13 for means up to 700, 2e-11 beyond; values of
     * probability below about 1e-25 are left out.
     *
     * @param mean 0 to {@link #POISSON_MEAN_MAX}
     */
    public static DiscreteTable poisson(double mean) {
        if (!(mean >= 0 && mean <= POISSON_MEAN_MAX)) {
            throw new IllegalArgumentException("mean is " + mean + "; it must be 0 to " + POISSON_MEAN_MAX);
        }
        int mode = (int) mean;
        int low = mode;
        for (double weight = 1; low > 0 && weight > NEGLIGIBLE_WEIGHT; low--) {
            weight *= low / mean;
        }
        int high = mode;
        for (double weight = 1; weight > NEGLIGIBLE_WEIGHT; high++) {
            weight *= mean / (high + 1);
        }
        double[] weights = new double[high - low + 1];
        weights[mode - low] = 1;
        for (int k = mode; k > low; k--) {
            weights[k - 1 - low] = weights[k - low] * (k / mean);
        }
        for (int k = mode; k < high; k++) {
            weights[k + 1 - low] = weights[k - low] * (mean / (k + 1));
        }
        return new DiscreteTable(low, weights);
    }

    /**
     * A choice among 0, 1, ... with probability proportional to the weight; weight 0 is never chosen.
     *
     * @param weights finite, none negative, at least one positive; not changed
     */
    public static DiscreteTable weighted(double... weights) {
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight is " + weight + "; it must be 0 or more and finite");
            }
        }
        return new DiscreteTable(0, weights);
    }

    /** The value at {@code u}, 0 or more and below 1. */
    public int value(double u) {
        int place = guide[(int) (u * guide.length)];
        while (cumulative[place] <= u) {
            place++;
        }
        return first + place;
    }

    private static double[] cumulative(double[] weights) {
        double[] sums = new double[weights.length];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            sums[i] = total;
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sum of weights is " + total + "; it must be above 0 and finite");
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
        return sums;
    }

    /** Cells are a power of two in number, so that {@code u * cells} is exact. */
    private static int[] guide(double[] cumulative) {
        int cells = Integer.highestOneBit(cumulative.length) * 2;
        int[] guide = new int[cells];
        int place = 0;
        for (int cell = 0; cell < cells; cell++) {
            while (cumulative[place] <= (double) cell / cells) {
                place++;
            }
            guide[cell] = place;
        }
        return guide;
    }
}
