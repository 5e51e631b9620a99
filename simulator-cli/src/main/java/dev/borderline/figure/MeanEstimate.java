package dev.borderline.figure;

/**
 * A mean over replications and how far chance may have moved it. What is undefined is NaN.
 *
 * @param n runs it rests on
 * @param mean arithmetic mean
 * @param low lower end of the 95 % interval for the mean
 * @param high upper end
 * @param q05 value that 5 % of the runs lie below
 * @param q95 value that 5 % of the runs lie above
 */
public record MeanEstimate(int n, double mean, double low, double high, double q05, double q95) {
    /** True when there is a mean. */
    public boolean isKnown() {
        return Double.isFinite(mean);
    }

    /** True when there is an interval. */
    public boolean hasInterval() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Lower end of the interval, or the mean where there is none. */
    public double least() {
        return hasInterval() ? low : mean;
    }

    /** Upper end of the interval, or the mean where there is none. */
    public double greatest() {
        return hasInterval() ? high : mean;
    }
}
