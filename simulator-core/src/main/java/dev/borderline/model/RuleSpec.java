package dev.borderline.model;

import dev.borderline.policy.InputSpec;
import dev.borderline.text.Numbers;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A relation between inputs, as read from a {@link Rule}.
 *
 * @param kind the relation
 * @param paths the inputs that stand in it
 */
public record RuleSpec(Rule.Kind kind, List<String> paths) {
    /** Sums of shares written with some digits miss 1 by rounding. */
    private static final double ROUNDING = 1e-9;

    public RuleSpec {
        paths = List.copyOf(paths);
    }

    /** The rules of a parameter record; {@code group} as in {@link InputSpec#of}. */
    public static List<RuleSpec> of(String group, Class<? extends Record> type) {
        List<InputSpec> inputs = InputSpec.of(group, type);
        List<RuleSpec> rules = new ArrayList<>();
        for (Rule rule : type.getAnnotationsByType(Rule.class)) {
            List<String> paths = new ArrayList<>();
            for (String component : rule.components()) {
                paths.add(inputs.get(indexOf(component, type)).path());
            }
            rules.add(new RuleSpec(rule.kind(), paths));
        }
        return List.copyOf(rules);
    }

    /** The rules of everything that a catalog has inputs of. */
    public static List<RuleSpec> of(Catalog catalog) {
        List<RuleSpec> rules = new ArrayList<>(of("population", Population.class));
        rules.addAll(of("places", Places.class));
        rules.addAll(of("calling", Calling.class));
        for (Mechanism<?> mechanism : catalog.mechanisms()) {
            rules.addAll(of(mechanism.name(), mechanism.parameters()));
        }
        return List.copyOf(rules);
    }

    /** Violation of the rule by these values, in words; empty when the rule holds. */
    public Optional<String> violation(ToDoubleFunction<String> values) {
        return switch (kind) {
            case SHARES -> excess(values);
            case ASCENDING -> descent(values);
            case THINNED -> layers(values);
            case NONE_OR_ONE -> partOfOne(values);
        };
    }

    private Optional<String> layers(ToDoubleFunction<String> values) {
        double hazard = values.applyAsDouble(paths.get(0));
        double candidates = values.applyAsDouble(paths.get(1));
        return hazard <= ThinnedArrivals.LAYERS_MAX * candidates
                ? Optional.empty()
                : Optional.of(paths.get(0) + " is " + Numbers.file(hazard) + ", more than " + ThinnedArrivals.LAYERS_MAX
                        + " times "
                        + paths.get(1) + ", which is " + Numbers.file(candidates)
                        + ": raise that, which moves no expected value");
    }

    private Optional<String> excess(ToDoubleFunction<String> values) {
        double sum = 0;
        for (String path : paths) {
            sum += values.applyAsDouble(path);
        }
        if (sum <= 1 + ROUNDING) {
            return Optional.empty();
        }
        return Optional.of("the sum of " + String.join(", ", paths) + " is " + Numbers.file(sum) + "; at most 1");
    }

    private Optional<String> descent(ToDoubleFunction<String> values) {
        for (int i = 0; i + 1 < paths.size(); i++) {
            double lesser = values.applyAsDouble(paths.get(i));
            double greater = values.applyAsDouble(paths.get(i + 1));
            if (lesser > greater) {
                return Optional.of(paths.get(i) + " is " + Numbers.file(lesser) + ", more than " + paths.get(i + 1)
                        + ", which is " + Numbers.file(greater));
            }
        }
        return Optional.empty();
    }

    private Optional<String> partOfOne(ToDoubleFunction<String> values) {
        return paths.stream()
                .filter(path -> values.applyAsDouble(path) > 0 && values.applyAsDouble(path) < 1)
                .findFirst()
                .map(path -> path + " is " + Numbers.file(values.applyAsDouble(path))
                        + ", which is less than one and so as good as none; 0 or at least 1 is allowed");
    }

    private static int indexOf(String component, Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(component)) {
                return i;
            }
        }
        throw new IllegalArgumentException(type.getName() + " has a rule on " + component + ", which it lacks");
    }
}
