package dev.borderline.state;

import java.util.Arrays;

/** A column of whole numbers of 64 bits that a run keeps. */
public final class Longs implements StatePart {
    private long[] values;

    Longs(int length) {
        values = new long[length];
    }

    /** Number of values. */
    public int length() {
        return values.length;
    }

    /** The value at an index. */
    public long get(int index) {
        return values[index];
    }

    /** Replaces the value at an index. */
    public void set(int index, long value) {
        values[index] = value;
    }

    /** Adds to the value at an index. */
    public void add(int index, long more) {
        values[index] += more;
    }

    /** Replaces all values. */
    public void fill(long value) {
        Arrays.fill(values, value);
    }

    /** Makes room for at least so many values; new ones are {@code fresh}. */
    public void grow(int atLeast, long fresh) {
        int length = values.length;
        if (atLeast > length) {
            values = Arrays.copyOf(values, Math.max(atLeast, 2 * length));
            Arrays.fill(values, length, values.length, fresh);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.int32(values.length);
        out.int64s(values, values.length);
    }

    @Override
    public void load(StateReader in) {
        int length = in.length(Integer.MAX_VALUE - Long.BYTES);
        if (length != values.length) {
            values = new long[length];
        }
        in.int64s(values, length);
    }
}
