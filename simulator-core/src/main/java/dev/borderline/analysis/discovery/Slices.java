package dev.borderline.analysis.discovery;

import dev.borderline.analysis.discovery.Box.Side;
import java.util.Arrays;

/**
 * Cuts that take off some cases at one end of an input. They are always between two values, so that equal values stay together.
 */
final class Slices {
    private Slices() {}

    /**
     * The end of an interval that loses about this share of the members, at least one, on its side. Infinite if it would lose
     * all, since then the input has a single value.
     */
    static double end(LabelledPoints cases, int[] members, Side side, double share) {
        return cut(values(cases, members, side.factor()), share, side.isLow(), true);
    }

    /** The end that takes in about this share of members that lie beyond a box on this side. Infinite if that is all. */
    static double farEnd(LabelledPoints cases, int[] beyond, Side side, double share) {
        return cut(values(cases, beyond, side.factor()), Math.min(1, share), !side.isLow(), false);
    }

    private static double[] values(LabelledPoints cases, int[] members, int factor) {
        double[] values = new double[members.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cases.value(members[i], factor);
        }
        Arrays.sort(values);
        return values;
    }

    /**
     * Middle between the last value of the slice, counted from the low or the high end, and the next one. Where no number lies
     * between them it is the one that is not to be inside, since ends are excluded.
     */
    private static double cut(double[] sorted, double share, boolean fromLow, boolean sliceGoes) {
        int count = Math.max(1, (int) (share * sorted.length));
        if (sorted.length == 0) {
            return fromLow ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        int last = sorted.length - 1;
        int step = fromLow ? 1 : -1;
        int at = fromLow ? count - 1 : last - (count - 1);
        double value = sorted[at];
        while (at >= 0 && at <= last && sorted[at] == value) {
            at += step;
        }
        if (at < 0 || at > last) {
            return fromLow ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double between = value + (sorted[at] - value) / 2;
        boolean isBetween = between != value && between != sorted[at];
        return isBetween ? between : sliceGoes ? value : sorted[at];
    }
}
