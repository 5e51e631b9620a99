package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.syntax.InputTree;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Parts of a scenario, checked or to be checked. Immutable. */
record ScenarioParts(
        ScenarioHeader header,
        Catalog catalog,
        InputTree tree,
        SortedMap<String, Double> values,
        List<Policy> policies) {
    ScenarioParts {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        policies = List.copyOf(policies);
    }

    /** Moves of all policies, in order. */
    List<Move> moves() {
        return policies.stream().flatMap(policy -> policy.moves().stream()).toList();
    }

    ScenarioParts with(ScenarioHeader other) {
        return new ScenarioParts(other, catalog, tree, values, policies);
    }

    ScenarioParts with(SortedMap<String, Double> other) {
        return new ScenarioParts(header, catalog, tree, other, policies);
    }

    ScenarioParts with(List<Policy> other) {
        return new ScenarioParts(header, catalog, tree, values, other);
    }

    /** Policies with their moves changed or left out. */
    List<Policy> policies(UnaryOperator<Stream<Move>> change) {
        return policies.stream()
                .map(policy -> new Policy(
                        policy.name(), change.apply(policy.moves().stream()).toList()))
                .toList();
    }
}
