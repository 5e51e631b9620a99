package dev.borderline.measure;

import java.util.Arrays;

/**
 * Periods in which a run counts: calendar years, or calendar months, of which years are then made up. The first and the last may be
 * cut off by the start and the end of the run. Immutable.
 */
public final class CountingPeriods {
    private final long[] starts; // ticks; one more than periods, the last is the end of the run
    private final int[] firstOfYears; // the period with which each year begins; one more than years

    /**
     * Periods of a run.
     *
     * @param starts ticks at which each period begins, and last the end of the run
     * @param firstOfYears the period with which each calendar year begins, and last the number of periods
     */
    public CountingPeriods(long[] starts, int[] firstOfYears) {
        this.starts = starts.clone();
        this.firstOfYears = firstOfYears.clone();
    }

    /** Periods that are the calendar years themselves. */
    public static CountingPeriods years(long[] starts) {
        int[] own = new int[starts.length];
        Arrays.setAll(own, year -> year);
        return new CountingPeriods(starts, own);
    }

    /** Number of periods. */
    public int count() {
        return starts.length - 1;
    }

    /** Number of calendar years. */
    public int years() {
        return firstOfYears.length - 1;
    }

    /** Period with which a calendar year begins, counted from 0; that of the year after the last is {@link #count}. */
    public int firstOf(int year) {
        return firstOfYears[year];
    }

    /** Calendar year of a period, both counted from 0. */
    public int yearOf(int period) {
        int place = Arrays.binarySearch(firstOfYears, period);
        return place >= 0 ? place : -place - 2;
    }

    /** Start of a period in ticks; that of the period after the last is the end of the run. */
    public long start(int period) {
        return starts[period];
    }

    /** Period of a tick; the first for what lies before the run. */
    public int at(long time) {
        int place = Arrays.binarySearch(starts, time);
        return Math.max(0, place >= 0 ? place : -place - 2);
    }
}
