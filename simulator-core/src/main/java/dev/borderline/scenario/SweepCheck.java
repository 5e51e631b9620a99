package dev.borderline.scenario;

import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.SweepFile.ArmEntry;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that the points and arms of a sweep are scenarios: what is in range alone can be wrong together. */
final class SweepCheck {
    /** Beyond these the ends of all factors stand for what lies between: relations between inputs are linear. */
    private static final long POINTS_CHECKED_MAX = 1000;

    private static final double RUNS_MAX = 1e8; // as experiment.TaskSpace allows
    private static final int SOBOL_DIMENSIONS_MAX = 1000;

    private final SweepFile sweep;
    private final YamlNode.Mapping file;
    private final Faults faults;

    SweepCheck(SweepFile sweep, YamlNode.Mapping file, Faults faults) {
        this.sweep = sweep;
        this.file = file;
        this.faults = faults;
    }

    void check() {
        double points = sweep.design().size(sweep.factors());
        double runs = points * sweep.arms().size() * sweep.replications();
        if (runs > RUNS_MAX) {
            String message = "asks for " + Numbers.human(runs) + " runs; a sweep may have " + Numbers.human(RUNS_MAX)
                    + " (points x arms x replications: " + Numbers.human(points) + " x "
                    + sweep.arms().size() + " x " + Numbers.human((long) sweep.replications()) + ")";
            faults.add(sweep.varied(), "vary", message);
            return;
        }
        checkDimensions();
        for (ArmEntry arm : sweep.arms()) {
            if (settingsAreFree(arm) && fits(arm, Map.of(), mark("arms"), "arms." + arm.name())) {
                checkPoints(arm);
            }
        }
    }

    private void checkDimensions() {
        int factors = sweep.factors().size();
        int most = sweep.design() instanceof SweepDesign.Sobol ? SOBOL_DIMENSIONS_MAX : Integer.MAX_VALUE;
        most = sweep.design() instanceof SweepDesign.Saltelli ? SOBOL_DIMENSIONS_MAX / 2 : most;
        if (factors > most) {
            String message = factors + " factors are too many: the design "
                    + sweep.design().kind() + " takes up to " + most;
            faults.add(sweep.varied(), "vary", message);
        }
    }

    private boolean settingsAreFree(ArmEntry arm) {
        for (Factor factor : sweep.factors()) {
            if (arm.settings().containsKey(factor.path())) {
                faults.add(mark("arms"), "arms." + arm.name(), "sets " + factor.path() + ", which varies");
                return false;
            }
        }
        return true;
    }

    /** Points that are drawn are checked where they are drawn, by the experiment. One fault is enough. */
    private void checkPoints(ArmEntry arm) {
        if (sweep.design() instanceof SweepDesign.Grid) {
            checkGrid(arm);
            return;
        }
        for (Map<String, Double> point : givenPoints()) {
            if (!fits(arm, point, sweep.varied(), "vary")) {
                return;
            }
        }
    }

    private List<Map<String, Double>> givenPoints() {
        if (sweep.design() instanceof SweepDesign.Listed listed) {
            return listed.points().stream()
                    .limit(POINTS_CHECKED_MAX)
                    .map(sweep::settings)
                    .toList();
        }
        List<Map<String, Double>> points = new ArrayList<>();
        if (sweep.design() instanceof SweepDesign.OneAtATime) {
            for (Factor factor : sweep.factors()) {
                factor.range().ends().forEach(end -> points.add(Map.of(factor.path(), end)));
            }
        }
        return points;
    }

    private void checkGrid(ArmEntry arm) {
        boolean all = sweep.design().size(sweep.factors()) <= POINTS_CHECKED_MAX;
        List<Factor> factors = sweep.factors().stream()
                .map(factor -> all ? factor : new Factor(factor.path(), ends(factor.range())))
                .toList();
        checkFrom(arm, factors, new TreeMap<>());
    }

    /** One fault is enough: the neighbours of a bad point are often bad too. */
    private boolean checkFrom(ArmEntry arm, List<Factor> factors, Map<String, Double> point) {
        if (point.size() == factors.size()) {
            return fits(arm, point, sweep.varied(), "vary");
        }
        Factor next = factors.get(point.size());
        for (double value : next.values()) {
            point.put(next.path(), value);
            if (!checkFrom(arm, factors, point)) {
                return false;
            }
            point.remove(next.path());
        }
        return true;
    }

    private boolean fits(ArmEntry arm, Map<String, Double> point, Mark mark, String key) {
        try {
            arm.applyTo(sweep.scenario(), point);
            return true;
        } catch (InvalidInput refusal) {
            for (Fault fault : refusal.faults()) {
                String where = point.isEmpty() ? "" : "at " + shown(point) + ", arm " + arm.name() + ": ";
                faults.add(mark, key, where + fault);
            }
            return false;
        }
    }

    private static String shown(Map<String, Double> point) {
        return point.entrySet().stream()
                .map(entry -> entry.getKey() + " " + Numbers.file(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Range ends(Range range) {
        return Range.values(range.ends().stream().distinct().toList());
    }

    private Mark mark(String key) {
        return file.get(key).map(YamlNode::mark).orElse(file.mark());
    }
}
