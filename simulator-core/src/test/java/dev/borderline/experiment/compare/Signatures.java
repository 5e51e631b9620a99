package dev.borderline.experiment.compare;

import dev.borderline.scenario.Claim;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Runs of all shipped scenarios with common random numbers, for tests to hold signatures against. */
final class Signatures {
    private final Map<String, Scenario> scenarios = new TreeMap<>();
    private final Map<String, Replicates> runs = new HashMap<>();
    private final double level;

    /** Runs every shipped scenario and the baseline, each after {@code change}. */
    Signatures(UnaryOperator<Scenario> change, int replications, double level) {
        this.level = level;
        Scenarios.list().forEach(listing -> add(listing.name(), change));
        add("baseline", change);
        List<Scenario> all = List.copyOf(scenarios.values());
        Comparison comparison = Compare.arms(
                        all.get(0), all.subList(1, all.size()).toArray(new Scenario[0]))
                .replications(replications)
                .run();
        for (int i = 0; i < all.size(); i++) {
            runs.put(all.get(i).name(), comparison.arms().get(i));
        }
    }

    private void add(String name, UnaryOperator<Scenario> change) {
        scenarios.put(name, change.apply(Scenarios.checked(name)));
    }

    Replicates runs(String scenario) {
        Replicates found = runs.get(scenario);
        if (found == null) {
            throw new IllegalArgumentException("no scenario " + scenario);
        }
        return found;
    }

    Verdict verdict(String scenario, Claim claim) {
        Replicates own = runs(scenario);
        return Verdict.of(claim, own, claim.scenario().isEmpty() ? own : runs(claim.scenario()), level);
    }

    /** With a share of the people, and of those who cross. */
    static UnaryOperator<Scenario> share(double share) {
        return scenario -> {
            Map<String, Double> changes = new HashMap<>();
            for (String path : List.of("population.resettled_refugees", "crossings.attempts_per_year")) {
                if (scenario.values().containsKey(path)) {
                    changes.put(path, scenario.value(path) * share);
                }
            }
            return scenario.with(changes);
        };
    }
}
