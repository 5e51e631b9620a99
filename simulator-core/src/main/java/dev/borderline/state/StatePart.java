package dev.borderline.state;

/** Part of a run's mutable state that can be written down and read again. What is read replaces what was there. */
public interface StatePart {
    /** Writes all that later events depend on, in a form that depends on nothing else. */
    void save(StateWriter out);

    /**
     * Reads what {@link #save} of an equally assembled part has written.
     *
     * @throws IllegalStateException if it does not fit
     */
    void load(StateReader in);
}
