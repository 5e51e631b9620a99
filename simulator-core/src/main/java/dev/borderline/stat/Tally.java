package dev.borderline.stat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Count, mean, variance and range of numbers seen one at a time. Mutable; one owner.
 *
 * <p>Sources: B. P. Welford, Technometrics 4 (1962) 419-420, for {@link #add}; T. F. Chan, G. H. Golub, R. J. LeVeque,
 * "Updating formulae and a pairwise algorithm for computing sample variances", 1979, for {@link #merge}. Both avoid
 * the cancellation of sums of squares. Order changes the last bits: add and merge in a fixed order.
 */
public final class Tally {
    private long n;
    private double mean;
    private double squares; // sum of squared deviations from the mean
    private double min = Double.NaN;
    private double max = Double.NaN;

    /** A tally of the given numbers, in their order. */
    public static Tally of(double... values) {
        Tally tally = new Tally();
        for (double value : values) {
            tally.add(value);
        }
        return tally;
    }

    /** Adds one finite number. */
    public void add(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value is " + value + "; it must be finite");
        }
        min = n == 0 ? value : Math.min(min, value);
        max = n == 0 ? value : Math.max(max, value);
        n++;
        double deviation = value - mean;
        mean += deviation / n;
        squares += deviation * (value - mean);
    }

    /** Adds all that {@code other} has seen, which stays as it is. */
    public void merge(Tally other) {
        if (other.n == 0) {
            return;
        }
        min = n == 0 ? other.min : Math.min(min, other.min);
        max = n == 0 ? other.max : Math.max(max, other.max);
        long total = Math.addExact(n, other.n);
        double deviation = other.mean - mean;
        double othersShare = (double) other.n / total;
        squares += other.squares + deviation * deviation * n * othersShare;
        mean += deviation * othersShare;
        n = total;
    }

    public long n() {
        return n;
    }

    /** The arithmetic mean; NaN if n is 0. */
    public double mean() {
        return n == 0 ? Double.NaN : mean;
    }

    /** The unbiased variance, divisor n - 1; NaN if n is below 2. */
    public double variance() {
        return n < 2 ? Double.NaN : squares / (n - 1);
    }

    /** The square root of {@link #variance}. */
    public double sd() {
        return Math.sqrt(variance());
    }

    /** The standard error of the mean of independent numbers, {@code sqrt(variance / n)}; NaN if n is below 2. */
    public double standardError() {
        return Math.sqrt(variance() / n);
    }

    /** The least number; NaN if n is 0. */
    public double min() {
        return min;
    }

    /** The greatest number; NaN if n is 0. */
    public double max() {
        return max;
    }

    /** True for a tally with the same numbers to the last bit. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally tally
                && n == tally.n
                && Double.compare(mean, tally.mean) == 0
                && Double.compare(squares, tally.squares) == 0
                && Double.compare(min, tally.min) == 0
                && Double.compare(max, tally.max) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(n, mean, squares, min, max);
    }

    @Override
    public String toString() {
        return "n=" + n + " mean=" + mean() + " sd=" + sd();
    }
}
