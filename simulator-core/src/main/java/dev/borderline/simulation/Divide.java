package dev.borderline.simulation;

import dev.borderline.event.Times;
import dev.borderline.model.Mechanism;
import dev.borderline.policy.Timeline;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Divergence of the runs of two simulations.
 *
 * @param day first day on which they may differ, counted from the start of the scenario
 * @param reason why, in a clause
 */
record Divide(long day, String reason) {
    /** Divergence of two: of their scenarios, or at the day on which the first controller of either acts. */
    static Divide between(Simulation one, Simulation other) {
        Divide byMoves = ofScenarios(one, other);
        Divide byControllers = byControllers(one, other);
        return byControllers.day < byMoves.day ? byControllers : byMoves;
    }

    /** Divergence of the scenarios of two, whatever their controllers. */
    static Divide ofScenarios(Simulation one, Simulation other) {
        String atStart = differenceAtStart(one.scenario(), other.scenario());
        return atStart.isEmpty() ? byMoves(one, other) : new Divide(0, atStart);
    }

    private static String differenceAtStart(Scenario one, Scenario other) {
        if (!one.period().equals(other.period())) {
            return "it has other days";
        }
        if (!labels(one).equals(labels(other))) {
            return "it is made of other mechanisms";
        }
        SortedMap<String, Double> mine = one.values();
        SortedMap<String, Double> theirs = other.values();
        if (mine.equals(theirs)) {
            return "";
        }
        for (String path : mine.keySet()) {
            if (!mine.get(path).equals(theirs.get(path))) {
                return path + " is " + theirs.get(path) + " instead of " + mine.get(path);
            }
        }
        return "it has other zones";
    }

    private static List<String> labels(Scenario scenario) {
        return scenario.catalog().mechanisms().stream()
                .<String>map(Mechanism::label)
                .toList();
    }

    private static Divide byMoves(Simulation one, Simulation other) {
        List<Timeline.LeverStep> mine = one.timeline().steps();
        List<Timeline.LeverStep> theirs = other.timeline().steps();
        int step = 0;
        while (step < mine.size() && step < theirs.size() && mine.get(step).equals(theirs.get(step))) {
            step++;
        }
        long time = Math.min(time(mine, step), time(theirs, step));
        long end = one.scenario().horizonMs();
        if (time >= end) {
            return new Divide(end / Times.DAY, "they never part");
        }
        List<Timeline.LeverStep> first = time(mine, step) == time ? mine : theirs;
        LocalDate date = one.scenario().start().plusDays(time / Times.DAY);
        return new Divide(time / Times.DAY, first.get(step).lever() + " moves otherwise on " + date);
    }

    private static long time(List<Timeline.LeverStep> steps, int step) {
        return step < steps.size() ? steps.get(step).time() : Long.MAX_VALUE;
    }

    /** The first day on which a controller of either acts: what one remembers of it is its own. */
    private static Divide byControllers(Simulation one, Simulation other) {
        Scenario scenario = one.scenario();
        Divide first = new Divide(scenario.period().days(), "they never part");
        List<ControllerFactory> all = new ArrayList<>(one.controllers());
        all.addAll(other.controllers());
        for (ControllerFactory factory : all) {
            List<LocalDate> days = factory.days(scenario.period());
            if (!days.isEmpty()) {
                long day = scenario.period().timeMs(days.get(0)) / Times.DAY;
                first = day < first.day ? new Divide(day, "controller " + factory.name() + " acts") : first;
            }
        }
        return first;
    }
}
