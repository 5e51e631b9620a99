package dev.borderline.figure;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name what it is, as it stands at its end; empty when there is no other
 * @param colour class of its colour: {@code s0} to {@code s6} for kinds, {@code o0} to {@code o5} for an order
 * @param data one number for each level
 */
public record Series(String name, String colour, List<Datum> data) {
    private static final int KINDS = 7;
    private static final int ORDERED = 6;

    public Series {
        data = List.copyOf(data);
    }

    /** The colour of the kind with this index; kinds beyond those that can be told apart share the last one. */
    public static String kind(int index) {
        return "s" + Math.min(index, KINDS - 1);
    }

    /** The colour of the {@code index}th of {@code count} in an order: from one end of the scale to the other. */
    public static String ordered(int index, int count) {
        int last = Math.max(1, count - 1);
        return "o" + (index * (ORDERED - 1) + last / 2) / last;
    }
}
