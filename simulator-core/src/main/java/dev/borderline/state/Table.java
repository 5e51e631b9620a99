package dev.borderline.state;

import java.util.function.IntToDoubleFunction;

/** A row of real numbers that never change: what is computed once when a run is put together. No part of its state. */
public final class Table {
    private final double[] values;

    private Table(double[] values) {
        this.values = values;
    }

    /** A table of so many numbers. */
    public static Table of(int length, IntToDoubleFunction value) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = value.applyAsDouble(i);
        }
        return new Table(values);
    }

    /** The number at an index. */
    public double get(int index) {
        return values[index];
    }
}
