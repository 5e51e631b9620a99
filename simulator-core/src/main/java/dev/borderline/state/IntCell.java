package dev.borderline.state;

/** A whole number of 32 bits that a run keeps. */
public final class IntCell implements StatePart {
    private int value;

    IntCell(int initial) {
        value = initial;
    }

    /** The value now. */
    public int get() {
        return value;
    }

    /** Replaces the value. */
    public void set(int newValue) {
        value = newValue;
    }

    /** Adds to the value. */
    public void add(int more) {
        value += more;
    }

    @Override
    public void save(StateWriter out) {
        out.int32(value);
    }

    @Override
    public void load(StateReader in) {
        value = in.int32();
    }
}
