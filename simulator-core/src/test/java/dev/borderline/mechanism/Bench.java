package dev.borderline.mechanism;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Line;
import dev.borderline.model.ThinnedArrivals;
import dev.borderline.model.Wiring;
import dev.borderline.observe.Probe;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.random.RunKeys;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs a few mechanisms alone, in the people and at the levers of the baseline unless a test says otherwise. */
public final class Bench {
    /** Master seed of {@link #run}. */
    public static final long SEED = 20_090_101;

    /** Parameters of a mechanism that has none. */
    public record None() {}

    private Bench() {}

    /** The baseline reduced to these mechanisms, with these inputs, from 2009 for some years. */
    public static Scenario scenario(Catalog catalog, int years, Map<String, Double> inputs) {
        LocalDate start = LocalDate.of(2009, 1, 1);
        return Scenarios.named("baseline")
                .with(catalog)
                .with(inputs)
                .with(new SimulatedPeriod(start, start.plusYears(years)));
    }

    public static RunResult run(Scenario scenario, int replication) {
        return Simulation.run(scenario, new RunKey(SEED, replication));
    }

    /** As {@link #run(Scenario, int)} of replication 0, watched. */
    public static RunResult watched(Scenario scenario, Probe... probes) {
        return Simulation.of(scenario).run(new RunKey(SEED, 0), probes);
    }

    /** As {@link #run(Scenario, int)}, where a scenario made ready once serves many replications. */
    public static RunResult run(Simulation ready, int replication) {
        return ready.run(new RunKey(SEED, replication));
    }

    /** Key of the draws of {@link #run}, to recompute a draw alone. */
    public static long drawKey(int replication) {
        return RunKeys.runKey(RunKeys.SCHEME_VERSION, SEED, replication);
    }

    /** Inputs that give this number of households. */
    public static Map<String, Double> households(int number) {
        return Map.of("population.resettled_refugees", (double) number, "population.kin_households_per_refugee", 1.0);
    }

    /** Inputs of several sets; the later ones win. */
    @SafeVarargs
    public static Map<String, Double> all(Map<String, Double>... sets) {
        Map<String, Double> all = new TreeMap<>();
        for (Map<String, Double> set : sets) {
            all.putAll(set);
        }
        return all;
    }

    /** This share of the households of every zone owns a handset. */
    public static Map<String, Double> handsets(double share) {
        Map<String, Double> all = new TreeMap<>();
        for (String zone : new String[] {"capital", "interior", "near", "reach"}) {
            all.put("zones." + zone + ".handset_share", share);
        }
        return all;
    }

    /** Lets all households live in one zone. */
    public static Map<String, Double> everybodyIn(String home) {
        Map<String, Double> all = new TreeMap<>();
        for (String zone : new String[] {"capital", "interior", "near", "reach"}) {
            all.put("zones." + zone + ".household_share", zone.equals(home) ? 1.0 : 0.0);
        }
        return all;
    }

    /** Nobody is searched and nobody leaves: calls are the only way into trouble, and households stay as many. */
    public static Map<String, Double> noStopsNoCrossings() {
        return Map.of("levers.stops.rate_per_year", 0.0, "crossings.attempts_per_year", 0.0);
    }

    /** A mechanism made on the spot. */
    public static Mechanism<None> stub(String name, Consumer<Wiring> installer) {
        return new Mechanism<>(name, None.class, (none, wiring) -> {
            installer.accept(wiring);
            return wiring;
        });
    }

    /** Line that nobody calls on: asking for it to be cut off is a fault. */
    public static Mechanism<None> lineThatIsNeverUsed() {
        return stub(
                "test.no_line",
                wiring -> wiring.provide(Line.class, call -> {
                    throw new IllegalStateException("there is no session to cut off");
                }));
    }

    /** A mechanism that does something to each household at a constant rate. */
    public static Mechanism<None> poisson(String name, double ratePerYear, Consumer<Wiring> before, Action action) {
        return stub(name, wiring -> {
            before.accept(wiring);
            new ThinnedArrivals(wiring, name, ratePerYear, () -> ratePerYear, (household, occurrence, layer) -> {
                action.on(wiring, household, occurrence);
                return 0;
            });
        });
    }

    /** Action of a {@link #poisson} mechanism. */
    @FunctionalInterface
    public interface Action {
        void on(Wiring wiring, int household, int occurrence);
    }
}
