package dev.borderline.state;

import java.util.Arrays;

/** A column of real numbers that a run keeps. */
public final class Doubles implements StatePart {
    private double[] values;

    Doubles(int length, double initial) {
        values = new double[length];
        Arrays.fill(values, initial);
    }

    /** Number of values. */
    public int length() {
        return values.length;
    }

    /** The value at an index. */
    public double get(int index) {
        return values[index];
    }

    /** Replaces the value at an index. */
    public void set(int index, double value) {
        values[index] = value;
    }

    /** Adds to the value at an index. */
    public void add(int index, double more) {
        values[index] += more;
    }

    /** Replaces all values. */
    public void fill(double value) {
        Arrays.fill(values, value);
    }

    /** Makes room for at least so many values; new ones are {@code fresh}. */
    public void grow(int atLeast, double fresh) {
        int length = values.length;
        if (atLeast > length) {
            values = Arrays.copyOf(values, Math.max(atLeast, 2 * length));
            Arrays.fill(values, length, values.length, fresh);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.int32(values.length);
        out.reals(values, values.length);
    }

    @Override
    public void load(StateReader in) {
        int length = in.length(Integer.MAX_VALUE - Long.BYTES);
        if (length != values.length) {
            values = new double[length];
        }
        in.reals(values, length);
    }
}
