package dev.borderline.policy;

import java.time.LocalDate;

/**
 * One dated change of one lever.
 *
 * @param at the day from whose midnight it holds
 * @param lever name of the lever, for example {@code surveillance.coverage}
 * @param action what happens to the lever
 * @param value the new value, the factor, or the value at the end of the ramp, by action
 * @param until last day of a ramp, on which the value is reached; equals {@code at} for the other actions
 * @param source where the move is documented; may be empty
 */
public record Move(LocalDate at, String lever, Action action, double value, LocalDate until, String source) {
    /** Action of a move on its lever. */
    public enum Action {
        /** Gives it a value. */
        SET,
        /** Multiplies the value it has at that moment. */
        SCALE,
        /** Takes it along a straight line from the value it has to another, in daily steps. */
        RAMP
    }

    public Move {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the value of a move must be finite: " + value);
        }
        if (action == Action.RAMP ? !at.isBefore(until) : !at.equals(until)) {
            throw new IllegalArgumentException("a ramp ends after its first day, and only a ramp ends later");
        }
    }

    /** Sets {@code lever} to {@code value}. */
    public static Move set(LocalDate at, String lever, double value) {
        return new Move(at, lever, Action.SET, value, at, "");
    }

    /** Multiplies {@code lever} by {@code factor}. */
    public static Move scale(LocalDate at, String lever, double factor) {
        return new Move(at, lever, Action.SCALE, factor, at, "");
    }

    /** Takes {@code lever} to {@code value} in daily steps, reached on the day {@code until}. */
    public static Move ramp(LocalDate at, String lever, double value, LocalDate until) {
        return new Move(at, lever, Action.RAMP, value, until, "");
    }

    /** This move to another value, or by another factor. */
    public Move to(double other) {
        return new Move(at, lever, action, other, until, source);
    }

    /** Path of the lever among the inputs of a scenario. */
    public String path() {
        return InputSpec.LEVERS + lever;
    }
}
