package dev.borderline.analysis.calibration;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Numbers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parameter of a calibration: an input, or the moves of a lever.
 *
 * <p>The path {@code policies.<lever>} stands for the value that the last move of the lever leads to. The other moves of the lever
 * keep their share of the way to it from the lever's first value, so a tightening in steps stays one.
 *
 * @param path of the input, or {@code policies.<lever>}
 * @param range where its value may lie: the range of its evidence
 */
public record Parameter(String path, Range range) {
    private static final String POLICIES = "policies.";
    private static final int BISECTIONS = 60;

    /** The place, 0 to 1, of a value in the range, by bisection; an end where the value lies outside. */
    double placeOf(double value) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            if (range.at(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * Its value in a scenario.
     *
     * @throws AnalysisRefused if the lever does not move, or not away from its first value
     * @throws dev.borderline.yaml.InvalidInput if there is no such input
     */
    public double valueIn(Scenario scenario) {
        return valueIn(path, scenario);
    }

    /** Its value in a scenario, brought into the range: where a search begins. */
    double startIn(Scenario scenario) {
        return range.at(placeOf(valueIn(scenario)));
    }

    private static double valueIn(String path, Scenario scenario) {
        if (!path.startsWith(POLICIES)) {
            return scenario.value(path);
        }
        String lever = path.substring(POLICIES.length());
        List<Move> moves = scenario.moves().stream()
                .filter(move -> move.lever().equals(lever))
                .toList();
        double first = scenario.value(InputSpec.LEVERS + lever);
        if (moves.isEmpty() || moves.stream().anyMatch(move -> move.action() == Move.Action.SCALE)) {
            throw new AnalysisRefused("the scenario " + scenario.name() + " has no moves that set or ramp " + lever);
        }
        double last = moves.get(moves.size() - 1).value();
        if (last == first) {
            throw new AnalysisRefused("the moves of " + lever + " in " + scenario.name()
                    + " lead back to where it starts, " + Numbers.exact(first) + ": there is no way to rescale");
        }
        return last;
    }

    /** The input behind a path: of {@code policies.<lever>} the lever. */
    public static String inputOf(String path) {
        return path.startsWith(POLICIES) ? InputSpec.LEVERS + path.substring(POLICIES.length()) : path;
    }

    /** A scenario with parameters given values. */
    static Scenario apply(Map<String, Double> values, Scenario scenario) {
        Map<String, Double> inputs = new TreeMap<>(values);
        inputs.keySet().removeIf(path -> path.startsWith(POLICIES));
        Map<String, Double> ofMoves = new TreeMap<>(values);
        ofMoves.keySet().removeAll(inputs.keySet());
        Scenario changed = scenario;
        for (Map.Entry<String, Double> entry : ofMoves.entrySet()) {
            changed = moved(changed, entry.getKey(), entry.getValue());
        }
        return changed.with(inputs);
    }

    private static Scenario moved(Scenario scenario, String path, double last) {
        String lever = path.substring(POLICIES.length());
        double first = scenario.value(InputSpec.LEVERS + lever);
        double was = valueIn(path, scenario);
        return scenario.withMoves(
                move -> move.lever().equals(lever) ? move.to(rescaled(move.value(), first, was, last)) : move);
    }

    private static double rescaled(double value, double first, double was, double last) {
        return value == was ? last : first + (value - first) / (was - first) * (last - first);
    }
}
