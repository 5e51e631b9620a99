package dev.borderline.simulation;

/**
 * A policy as a program: on the days of its schedule it reads what the run has counted so far and moves levers. What it does is
 * part of the run: its moves stand in {@link RunResult#moves} and in the fingerprint.
 *
 * <p>A controller serves one run, on the thread of that run, and may remember what it saw. It decides by what it reads and by
 * nothing else, neither clock nor chance of its own: then equal keys give equal runs.
 */
@FunctionalInterface
public interface Controller {
    /**
     * Called at midnight of each of its days: after the turn of the year and the dated policies of that day, before anything else
     * happens on it. Controllers act in the order in which they were given.
     *
     * @param controls what it reads and moves; of no use afterwards
     */
    void act(Controls controls);
}
