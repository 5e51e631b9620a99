package dev.borderline.stat;

/**
 * Mean over time of a level that changes at instants and stays between them. The length of a queue is one: the integral of the
 * level over time, divided by the time. Mutable; one owner.
 */
public final class TimeWeighted {
    private final long start;
    private long changedAt;
    private double level;
    private double integral; // up to the last change
    private double min;
    private double max;

    /** A level from a first instant on. */
    public TimeWeighted(long start, double level) {
        this.start = start;
        changedAt = start;
        this.level = checked(level);
        min = level;
        max = level;
    }

    private static double checked(double level) {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("level is " + level + "; it must be finite");
        }
        return level;
    }

    /**
     * Another level from an instant on.
     *
     * @param time not before the last change
     */
    public void set(long time, double newLevel) {
        integral = integral(time);
        changedAt = time;
        level = checked(newLevel);
        min = Math.min(min, newLevel);
        max = Math.max(max, newLevel);
    }

    /** The level rises by so much at an instant, or falls. */
    public void add(long time, double rise) {
        set(time, level + rise);
    }

    /** The level now. */
    public double level() {
        return level;
    }

    /** The integral of the level from the first instant to {@code time}, which is not before the last change. */
    public double integral(long time) {
        if (time < changedAt) {
            throw new IllegalArgumentException("time " + time + " is before the last change, at " + changedAt);
        }
        return integral + level * (time - changedAt);
    }

    /** The mean of the level from the first instant to {@code time}; NaN where no time has passed. */
    public double mean(long time) {
        double area = integral(time);
        return time == start ? Double.NaN : area / (time - start);
    }

    /** The least level so far. */
    public double min() {
        return min;
    }

    /** The greatest level so far. */
    public double max() {
        return max;
    }
}
