package dev.borderline.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Courses of all levers in a run: the moves of policies as steps from one constant value to the next. Moves on one day apply in
 * the order given, ramps are daily steps ({@link LeverCourse}); a lever steps at most once a day.
 *
 * @param steps by time, then by lever
 */
public record Timeline(List<LeverStep> steps) {
    /**
     * A lever takes a value.
     *
     * @param time ticks since the start of the run
     * @param lever its name, for example {@code surveillance.coverage}
     * @param value from then on, in range
     */
    public record LeverStep(long time, String lever, double value) {}

    public Timeline {
        steps = List.copyOf(steps);
    }

    /** The moves that a timeline follows, and where it starts. */
    public record Course(List<Move> moves, ToDoubleFunction<String> initial, SimulatedPeriod period) {}

    /**
     * The steps of a course; {@code initial} gives the value of a lever's path before its first move.
     *
     * @throws IllegalArgumentException if a move begins outside the period, names no lever among the inputs, or takes one out of
     *     its range
     */
    public static Timeline of(List<InputSpec> inputs, Course course) {
        Map<String, InputSpec> levers = new TreeMap<>();
        inputs.stream().filter(InputSpec::isLever).forEach(spec -> levers.put(spec.path(), spec));
        Map<String, List<Move>> byLever = new TreeMap<>();
        for (Move move : course.moves()) {
            if (!course.period().contains(move.at())) {
                throw new IllegalArgumentException(
                        move.lever() + " moves on " + move.at() + ", outside the simulated time");
            }
            byLever.computeIfAbsent(move.path(), path -> new ArrayList<>()).add(move);
        }
        List<LeverStep> steps = new ArrayList<>();
        byLever.forEach((path, moves) -> {
            InputSpec lever = levers.get(path);
            if (lever == null) {
                throw new IllegalArgumentException("there is no lever at " + path);
            }
            addSteps(lever, moves, course, steps);
        });
        steps.sort(Comparator.comparingLong(LeverStep::time));
        return new Timeline(steps);
    }

    private static void addSteps(InputSpec lever, List<Move> moves, Course course, List<LeverStep> steps) {
        double initial = course.initial().applyAsDouble(lever.path());
        for (LeverCourse.Change change : LeverCourse.of(initial, moves, course.period())) {
            if (!lever.accepts(change.value())) {
                throw new IllegalArgumentException("on " + change.date() + " " + lever.path() + " becomes "
                        + change.value() + "; allowed are " + lever.input().min() + " to "
                        + lever.input().max());
            }
            steps.add(new LeverStep(
                    course.period().timeMs(change.date()), lever.input().lever(), change.value()));
        }
    }
}
