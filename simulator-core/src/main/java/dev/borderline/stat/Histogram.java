package dev.borderline.stat;

import java.util.Arrays;

/**
 * Counts of numbers in bins of equal width. Those below the first and from the end of the last on are kept apart. A bin holds its
 * lower end, not its upper. Mutable; one owner. Counts do not depend on order.
 */
public final class Histogram {
    private final double low;
    private final double width;
    private final long[] counts;
    private long below;
    private long above;

    /**
     * An empty histogram.
     *
     * @param low lower end of the first bin
     * @param high upper end of the last bin, above {@code low}
     * @param bins 1 or more
     */
    public Histogram(double low, double high, int bins) {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "bins from " + low + " to " + high + "; the ends must ascend and be finite");
        }
        if (bins < 1) {
            throw new IllegalArgumentException("there are " + bins + " bins; it must be 1 or more");
        }
        this.low = low;
        width = (high - low) / bins;
        counts = new long[bins];
    }

    /** Counts one number, which is not NaN. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("value is NaN");
        }
        double bin = Math.floor((value - low) / width);
        if (bin < 0) {
            below++;
        } else if (bin >= counts.length) {
            above++;
        } else {
            counts[(int) bin]++;
        }
    }

    /** Adds what another with the same bins has counted, which stays as it is. */
    public void merge(Histogram other) {
        if (other.low != low || other.width != width || other.counts.length != counts.length) {
            throw new IllegalArgumentException("the bins differ");
        }
        below += other.below;
        above += other.above;
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] += other.counts[bin];
        }
    }

    /** Number of bins. */
    public int bins() {
        return counts.length;
    }

    /** Lower end of a bin, counted from 0; of the bin behind the last, the upper end. */
    public double lowerEnd(int bin) {
        return low + bin * width;
    }

    /** Numbers in a bin, counted from 0. */
    public long count(int bin) {
        return counts[bin];
    }

    /** Numbers below the first bin. */
    public long below() {
        return below;
    }

    /** Numbers from the end of the last bin on. */
    public long above() {
        return above;
    }

    /** Numbers in all. */
    public long total() {
        return below + above + Arrays.stream(counts).sum();
    }

    /** Share of all numbers that lie in a bin, counted from 0; NaN while there is none. */
    public double share(int bin) {
        return (double) counts[bin] / total();
    }
}
