package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.model.RuleSpec;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Check of an input that moves during a run: its range, and its relations to others. Immutable. */
public final class LeverCheck {
    private final InputTree tree;
    private final Map<String, List<RuleSpec>> rulesOf = new HashMap<>(); // by path: asked at every step of every ramp

    /** The check for the inputs of a catalog. */
    public static LeverCheck of(Catalog catalog) {
        return new LeverCheck(new InputTree(catalog));
    }

    LeverCheck(InputTree tree) {
        this.tree = tree;
        for (RuleSpec rule : tree.rules()) {
            for (String path : new TreeSet<>(rule.paths())) {
                rulesOf.computeIfAbsent(path, none -> new ArrayList<>()).add(rule);
            }
        }
    }

    /** Reason for which the input at a path cannot become this, in words; empty when it can. */
    public Optional<String> range(String path, double value) {
        return tree.find(path)
                .filter(spec -> !spec.accepts(value))
                .map(spec -> path + " becomes " + Scalars.outOfRange(shown(value), spec));
    }

    /** The first relation with other inputs that does not hold, in words; {@code now} gives the value of each input. */
    public Optional<String> relations(String path, ToDoubleFunction<String> now) {
        for (RuleSpec rule : rulesOf.getOrDefault(path, List.of())) {
            Optional<String> violation = rule.violation(now);
            if (violation.isPresent()) {
                return violation;
            }
        }
        return Optional.empty();
    }

    /** A value in a message. */
    static String shown(double value) {
        return Double.isFinite(value) ? Numbers.file(value) : String.valueOf(value);
    }
}
