package dev.borderline.simulation;

import dev.borderline.observe.RunView;
import java.time.LocalDate;

/** Gauges that a {@link Controller} reads and levers that it moves while it acts. */
public interface Controls {
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
