package dev.borderline.figure;

/**
 * A mean over replications with its interval, or a median over members with their range. What is undefined is NaN.
 *
 * @param n runs it rests on, or members
 * @param mean arithmetic mean, or median
 * @param low lower end of the 95 % interval for the mean, or quantile at 5 % of the members
 * @param high upper end, or quantile at 95 %
 * @param q05 value that 5 % of the runs lie below, or 25 % of the members
 * @param q95 value that 5 % of the runs lie above, or 25 % of the members
 * @param overMembers true for a median over members
 */
public record MeanEstimate(int n, double mean, double low, double high, double q05, double q95, boolean overMembers) {
    /** A mean over replications. */
    public MeanEstimate(int n, double mean, double low, double high, double q05, double q95) {
        this(n, mean, low, high, q05, q95, false);
    }

    /** The range that {@link #low} and {@link #high} bound, in words. */
    public String range() {
        return overMembers ? "90 % of the members" : "95 % interval";
    }

    /** Lower end of the wider of two ranges. */
    public double outerLow() {
        return overMembers ? low : q05;
    }

    /** Upper end of the wider range. */
    public double outerHigh() {
        return overMembers ? high : q95;
    }

    /** Lower end of the narrower of two ranges, or the mean where there is none. */
    public double innerLow() {
        return overMembers ? q05 : least();
    }

    /** Upper end of the narrower range, or the mean where there is none. */
    public double innerHigh() {
        return overMembers ? q95 : greatest();
    }

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
