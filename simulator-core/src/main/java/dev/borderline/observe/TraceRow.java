package dev.borderline.observe;

/**
 * One thing that happened in a run, as a row.
 *
 * @param time ticks since the start
 * @param what what sort of thing
 * @param name kind of the event, signal, draw, figure or lever
 * @param of what the subject number counts, such as {@code household}; empty where it depends on the kind
 * @param subject whom it is about: lasting number of a household, else the number the event has
 * @param occurrence which of the subject's, or the detail of a signal
 * @param lane number of the sub-draw, for draws
 * @param outcome what came of an event; 1 or 0 of a draw
 * @param uniform the uniform of a draw; else NaN
 * @param probability what a draw was compared with; else NaN
 * @param value the number of a figure, or of a lever from now on; else NaN
 */
public record TraceRow(
        long time,
        What what,
        String name,
        String of,
        long subject,
        int occurrence,
        int lane,
        int outcome,
        double uniform,
        double probability,
        double value) {
    /** Sorts of rows. */
    public enum What {
        EVENT,
        SIGNAL,
        DRAW,
        FIGURE,
        MOVE
    }

    /** A row without the numbers of draws, figures and moves. */
    static TraceRow plain(long time, What what, String name, String of, long subject, int occurrence, int outcome) {
        return new TraceRow(time, what, name, of, subject, occurrence, 0, outcome, Double.NaN, Double.NaN, Double.NaN);
    }
}
