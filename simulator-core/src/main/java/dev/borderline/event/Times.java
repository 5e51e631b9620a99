package dev.borderline.event;

/** Units of simulated time in ticks. A tick is a millisecond; durations are rounded to ticks and last at least one. */
public final class Times {
    public static final long MINUTE = 60_000;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** The Julian year of 365.25 days, in which rates and terms are counted. */
    public static final long YEAR = 8_766 * HOUR;

    public static final double DAYS_PER_YEAR = 365.25;
    public static final long MONTH = YEAR / 12;

    private Times() {}

    /** {@code amount} of {@code unit} in ticks, rounded, at least one. */
    public static long ticks(double amount, long unit) {
        return Math.max(1, (long) (amount * unit + 0.5));
    }
}
