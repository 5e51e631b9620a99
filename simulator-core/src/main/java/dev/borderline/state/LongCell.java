package dev.borderline.state;

/** A whole number of 64 bits that a run keeps. */
public final class LongCell implements StatePart {
    private long value;

    LongCell(long initial) {
        value = initial;
    }

    /** The value now. */
    public long get() {
        return value;
    }

    /** Replaces the value. */
    public void set(long newValue) {
        value = newValue;
    }

    /** Adds to the value. */
    public void add(long more) {
        value += more;
    }

    @Override
    public void save(StateWriter out) {
        out.int64(value);
    }

    @Override
    public void load(StateReader in) {
        value = in.int64();
    }
}
