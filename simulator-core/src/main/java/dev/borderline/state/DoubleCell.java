package dev.borderline.state;

/** A real number that a run keeps. */
public final class DoubleCell implements StatePart {
    private double value;

    DoubleCell(double initial) {
        value = initial;
    }

    /** The value now. */
    public double get() {
        return value;
    }

    /** Replaces the value. */
    public void set(double newValue) {
        value = newValue;
    }

    /** Adds to the value. */
    public void add(double more) {
        value += more;
    }

    @Override
    public void save(StateWriter out) {
        out.real(value);
    }

    @Override
    public void load(StateReader in) {
        value = in.real();
    }
}
