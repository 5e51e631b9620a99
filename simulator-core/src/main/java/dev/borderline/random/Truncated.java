package dev.borderline.random;

/**
 * A law, given that the number lies between two ends. Its quantile at u is the whole law's at {@code low + u (high - low)},
 * where low and high are the whole law's probabilities below the ends, found by halving (53 steps) from its quantile, so that
 * no distribution function is needed.
 */
final class Truncated implements Law {
    private static final double SHARE_MIN = 1e-6;
    private static final int STEPS = 53;

    private final Law whole;
    private final double min;
    private final double max;
    private final double low;
    private final double high;

    private Truncated(Law whole, double min, double max) {
        this.whole = whole;
        this.min = min;
        this.max = max;
        low = below(whole, min);
        high = below(whole, max);
    }

    static Law of(Law whole, double min, double max) {
        if (!(min < max)) {
            throw LawChecks.refused("max", max, "above min, " + min);
        }
        Truncated law = new Truncated(whole, min, max);
        if (law.high - law.low < SHARE_MIN) {
            throw new IllegalArgumentException(
                    "less than a millionth of the distribution lies between " + min + " and " + max);
        }
        return law;
    }

    /** Probability of less than {@code end}. */
    static double below(Law whole, double end) {
        if (whole.quantile(0) >= end) {
            return 0;
        }
        if (whole.quantile(1) <= end) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (whole.quantile(middle) < end) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The ends themselves guard against the rounding of the halving. */
    @Override
    public double quantile(double u) {
        double value = whole.quantile(low + u * (high - low));
        return Math.max(min, Math.min(max, value));
    }
}
