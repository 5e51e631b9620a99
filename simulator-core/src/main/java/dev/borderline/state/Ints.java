package dev.borderline.state;

import java.util.Arrays;

/** A column of whole numbers of 32 bits that a run keeps. */
public final class Ints implements StatePart {
    private int[] values;

    Ints(int length, int initial) {
        values = new int[length];
        Arrays.fill(values, initial);
    }

    /** Number of values. */
    public int length() {
        return values.length;
    }

    /** The value at an index. */
    public int get(int index) {
        return values[index];
    }

    /** Replaces the value at an index. */
    public void set(int index, int value) {
        values[index] = value;
    }

    /** Adds to the value at an index. */
    public void add(int index, int more) {
        values[index] += more;
    }

    /** Replaces all values. */
    public void fill(int value) {
        Arrays.fill(values, value);
    }

    /** Makes room for at least so many values; new ones are {@code fresh}. */
    public void grow(int atLeast, int fresh) {
        int length = values.length;
        if (atLeast > length) {
            values = Arrays.copyOf(values, Math.max(atLeast, 2 * length));
            Arrays.fill(values, length, values.length, fresh);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.int32(values.length);
        out.int32s(values, values.length);
    }

    @Override
    public void load(StateReader in) {
        int length = in.length(Integer.MAX_VALUE - Long.BYTES);
        if (length != values.length) {
            values = new int[length];
        }
        in.int32s(values, length);
    }
}
