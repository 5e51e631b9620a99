package dev.borderline.scenario;

import dev.borderline.scenario.SweepFile.Arm;
import dev.borderline.scenario.SweepFile.Factor;
import dev.borderline.text.Numbers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that the points and arms of a sweep are scenarios: what is in range alone can be wrong together. */
final class SweepCheck {
    /** Beyond these the ends of all factors stand for what lies between: relations between inputs are linear. */
    private static final long POINTS_CHECKED_MAX = 1000;

    private final SweepFile sweep;
    private final YamlNode.Mapping file;
    private final Faults faults;

    SweepCheck(SweepFile sweep, YamlNode.Mapping file, Faults faults) {
        this.sweep = sweep;
        this.file = file;
        this.faults = faults;
    }

    void check() {
        for (Arm arm : sweep.arms()) {
            if (settingsAreFree(arm) && fits(arm, Map.of(), mark("arms"), "arms." + arm.name())) {
                checkPoints(arm);
            }
        }
    }

    private boolean settingsAreFree(Arm arm) {
        for (Factor factor : sweep.factors()) {
            if (arm.settings().containsKey(factor.path())) {
                faults.add(mark("arms"), "arms." + arm.name(), "sets " + factor.path() + ", which varies");
                return false;
            }
        }
        return true;
    }

    private void checkPoints(Arm arm) {
        long points = 1;
        for (Factor factor : sweep.factors()) {
            points = Math.min(POINTS_CHECKED_MAX + 1, points * factor.values().size());
        }
        boolean all = points <= POINTS_CHECKED_MAX;
        List<Factor> factors = sweep.factors().stream()
                .map(factor -> all ? factor : new Factor(factor.path(), ends(factor.values())))
                .toList();
        checkFrom(arm, factors, new TreeMap<>());
    }

    /** One fault is enough: the neighbours of a bad point are often bad too. */
    private boolean checkFrom(Arm arm, List<Factor> factors, Map<String, Double> point) {
        if (point.size() == factors.size()) {
            return fits(arm, point, mark("vary"), "vary");
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

    private boolean fits(Arm arm, Map<String, Double> point, Mark mark, String key) {
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

    private static List<Double> ends(List<Double> values) {
        double least = values.stream().min(Double::compare).orElseThrow();
        double greatest = values.stream().max(Double::compare).orElseThrow();
        return least == greatest ? List.of(least) : List.of(least, greatest);
    }

    private Mark mark(String key) {
        return file.get(key).map(YamlNode::mark).orElse(file.mark());
    }
}
