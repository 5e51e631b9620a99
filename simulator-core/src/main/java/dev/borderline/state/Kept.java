package dev.borderline.state;

/**
 * Something besides the mechanisms that remembers. A controller or a probe says what it keeps, so that the run it is in can be
 * forked and saved. One that remembers nothing declares nothing.
 */
public interface Kept {
    /**
     * Declares what it keeps. Called once, when the run is put together and before anything else is asked of it; from then on it
     * keeps its memory in the cells and columns it was given, and nowhere else.
     */
    void keep(StateRegistry state);
}
