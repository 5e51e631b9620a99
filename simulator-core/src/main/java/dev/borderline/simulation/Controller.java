package dev.borderline.simulation;

import dev.borderline.observe.RunView;
import java.time.LocalDate;

/**
 * Policy as a program: on the days of its schedule it reads the counts so far and moves levers. What it does is part of the run:
 * its moves stand in {@link RunResult#moves} and in the fingerprint.
 *
 * <p>A controller serves one run, on the thread of that run, and may remember what it saw. It decides by what it reads and by
 * nothing else, neither clock nor chance of its own: then equal keys give equal runs.
 *
 * <p>A run in which a controller has acted can be forked and saved if the controller is {@link dev.borderline.state.Kept}: one that
 * remembers keeps it in cells of the run's state, one that does not is made by {@link #withoutMemory}.
 */
@FunctionalInterface
public interface Controller {
    /**
     * A controller that remembers nothing between its days, for runs that are forked or saved: it says so.
     *
     * @param decision what it does, by what it reads alone
     */
    static Controller withoutMemory(Controller decision) {
        return new WithoutMemory(decision);
    }

    /**
     * Called at midnight of each of its days. After the turn of the year and the dated policies of that day, before anything else
     * happens on it. Controllers act in the order in which they were given.
     *
     * @param controls what it reads and moves; of no use afterwards
     */
    void act(Controls controls);

    /** Gauges that a {@link Controller} reads and levers that it moves while it acts. */
    interface Controls {
        /** The run as it stands. */
        RunView run();

        /** The day that begins. */
        LocalDate date();

        /** A measure over everyone and the time simulated so far, see {@link RunView#soFar}. */
        double value(String measure);

        /** The value of a lever now. */
        double lever(String name);

        /**
         * Moves a lever; it stays there until it is moved again, by whomever. A dated policy that moves the same lever later gives it
         * the value it would have had without controllers.
         *
         * @throws IllegalArgumentException if there is no such lever, or the value is out of its range; relations between levers must
         *     hold when the controller has acted, else the run breaks off
         */
        void move(String lever, double value);
    }
}
