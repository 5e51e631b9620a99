package dev.borderline.scenario;

import dev.borderline.model.Move;
import dev.borderline.model.Policy;
import dev.borderline.text.Digest;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An experiment as a file describes it: one scenario, what varies over it, policies to compare, how often and with what luck.
 * Immutable and valid; made by {@link SweepReader}.
 *
 * @param heading what it says about itself
 * @param scenario where every design point starts
 * @param design how points are chosen from the factors; {@code grid} is every combination
 * @param factors what varies, in the order of the file
 * @param arms at least one; the first is what others are compared with
 * @param replications runs per point and arm
 * @param seed master seed
 * @param outcomes names of the measures to report first; may be empty
 */
public record SweepFile(
        Heading heading,
        Scenario scenario,
        String design,
        List<Factor> factors,
        List<Arm> arms,
        int replications,
        long seed,
        List<String> outcomes) {
    /** The design of all combinations. */
    public static final String GRID = "grid";

    /**
     * What a sweep says about itself.
     *
     * @param name short name
     * @param title a few words
     * @param question what it is to answer; may be empty
     */
    public record Heading(String name, String title, String question) {}

    /**
     * An input that varies.
     *
     * @param path of the input
     * @param values distinct and in range, in the order of the file
     */
    public record Factor(String path, List<Double> values) {
        public Factor {
            values = List.copyOf(values);
        }
    }

    /**
     * One of the worlds that are compared at every point.
     *
     * @param name unique in its sweep
     * @param settings inputs that differ from the scenario
     * @param moves that come after those of the scenario
     */
    public record Arm(String name, SortedMap<String, Double> settings, List<Move> moves) {
        /** Name of the arm that changes nothing. */
        public static final String BASE = "base";

        public Arm {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
            moves = List.copyOf(moves);
        }

        /** This arm of a scenario at a design point; throws {@link InvalidInput} when the two do not go together. */
        public Scenario applyTo(Scenario scenario, Map<String, Double> point) {
            Map<String, Double> changes = new TreeMap<>(settings);
            changes.putAll(point);
            Scenario changed = changes.isEmpty() ? scenario : scenario.with(changes);
            return moves.isEmpty() ? changed : changed.with(new Policy(name, moves));
        }
    }

    public SweepFile {
        factors = List.copyOf(factors);
        arms = List.copyOf(arms);
        outcomes = List.copyOf(outcomes);
    }

    /** SHA-256 of everything that moves a result: scenario, design, factors, arms, replications, seed. */
    public String sha256() {
        List<String> lines = new ArrayList<>(List.of(
                "borderline sweep 1",
                "scenario " + scenario.sha256(),
                "design " + design,
                "replications " + replications,
                "seed " + seed));
        for (Factor factor : factors) {
            List<String> values = factor.values().stream().map(Numbers::exact).toList();
            lines.add("factor " + factor.path() + " " + String.join(" ", values));
        }
        for (Arm arm : arms) {
            lines.add("arm " + arm.name());
            arm.settings().forEach((path, value) -> lines.add("set " + path + " " + Numbers.exact(value)));
            lines.addAll(ScenarioText.moveLines(arm.moves()));
        }
        return Digest.sha256(String.join("\n", lines));
    }
}
