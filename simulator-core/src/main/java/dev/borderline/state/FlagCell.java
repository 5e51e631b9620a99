package dev.borderline.state;

/** A yes or no that a run keeps. */
public final class FlagCell implements StatePart {
    private boolean value;

    FlagCell(boolean initial) {
        value = initial;
    }

    /** The value now. */
    public boolean get() {
        return value;
    }

    /** Replaces the value. */
    public void set(boolean newValue) {
        value = newValue;
    }

    @Override
    public void save(StateWriter out) {
        out.flag(value);
    }

    @Override
    public void load(StateReader in) {
        value = in.flag();
    }
}
