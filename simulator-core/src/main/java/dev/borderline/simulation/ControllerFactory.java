package dev.borderline.simulation;

import dev.borderline.policy.Schedule;
import dev.borderline.policy.SimulatedPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Controller as an experiment lists it: its identity, its schedule, and a supplier of fresh ones. A fresh one is made for every
 * run, so that runs on several threads share nothing.
 *
 * <p>Code has no digest: name, version and schedule stand for it. A store refuses to go on with the runs of a controller that
 * declares itself otherwise, so {@code version} must change whenever it would decide differently; put its settings into it.
 *
 * @param name lower case, digits and hyphens
 * @param version one line, for example {@code "1, tolerates 20 calls a month"}
 * @param schedule the days on which it acts
 * @param maker makes a fresh controller; called from several threads at once
 */
public record ControllerFactory(String name, String version, Schedule schedule, Supplier<? extends Controller> maker) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ControllerFactory {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a controller cannot be called '" + name + "': lower case, digits and hyphens are allowed");
        }
        if (version.isBlank() || !version.lines().toList().equals(List.of(version))) {
            throw new IllegalArgumentException("the version of controller " + name + " must be one line of text");
        }
    }

    /** The days on which it acts in a period. */
    List<LocalDate> days(SimulatedPeriod period) {
        try {
            return schedule.days(period);
        } catch (IllegalArgumentException outside) {
            throw new IllegalArgumentException("controller " + name + ": " + outside.getMessage(), outside);
        }
    }

    /** Name, version and schedule in one line: what tells it from others. */
    public String identity() {
        return name + " (" + version + ") " + schedule;
    }
}
