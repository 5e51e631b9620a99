package dev.borderline.stat;

/**
 * A confidence interval with both ends included.
 *
 * @param low the lower end, may be negative infinity
 * @param high the upper end, at least {@code low}
 * @param level the confidence level, above 0 and below 1, such as 0.95
 */
public record Interval(double low, double high, double level) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low is " + low + ", above high, " + high);
        }
        checkLevel(level);
    }

    /** Half of the width, also where the interval is not symmetric about its estimate. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    public boolean contains(double x) {
        return low <= x && x <= high;
    }

    static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level is " + level + "; it must be above 0 and below 1");
        }
    }
}
