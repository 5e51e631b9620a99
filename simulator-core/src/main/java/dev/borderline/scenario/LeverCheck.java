package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.model.RuleSpec;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Check of an input that moves during a run: its range, and its relations to others. Immutable. */
public final class LeverCheck {
    private final InputTree tree;
    private final List<RuleSpec> rules;

    private LeverCheck(InputTree tree, List<RuleSpec> rules) {
        this.tree = tree;
        this.rules = rules;
    }

    /** The check for the inputs of a catalog. */
    public static LeverCheck of(Catalog catalog) {
        InputTree tree = new InputTree(catalog);
        return of(tree, tree.rules());
    }

    static LeverCheck of(InputTree tree, List<RuleSpec> rules) {
        return new LeverCheck(tree, rules);
    }

    /** Reason for which the input at a path cannot become this, in words; empty when it can. */
    public Optional<String> range(String path, double value) {
        return tree.find(path)
                .filter(spec -> !spec.accepts(value))
                .map(spec -> path + " becomes " + Scalars.outOfRange(shown(value), spec));
    }

    /** The first relation with other inputs that does not hold, in words; {@code now} gives the value of each input. */
    public Optional<String> relations(String path, ToDoubleFunction<String> now) {
        return rules.stream()
                .filter(rule -> rule.paths().contains(path))
                .flatMap(rule -> rule.violation(now).stream())
                .findFirst();
    }

    /** A value in a message. */
    static String shown(double value) {
        return Double.isFinite(value) ? Numbers.file(value) : String.valueOf(value);
    }
}
