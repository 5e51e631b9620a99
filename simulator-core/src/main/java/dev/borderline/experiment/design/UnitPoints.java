package dev.borderline.experiment.design;

/** A sequence of points in the unit cube. Immutable to those who ask, and thread-safe. */
interface UnitPoints {
    /** The point with this number, from 0. */
    double[] at(int index);
}
