package dev.borderline.mechanism;

import dev.borderline.model.Candidates;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.SimulatedPeriod;
import dev.borderline.model.Wiring;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a few mechanisms alone, in the people and at the levers of the default scenario unless a test says otherwise. */
final class Bench {
    /** Parameters of a mechanism that has none. */
    record None() {}

    private Bench() {}

    /** The default scenario reduced to these mechanisms, with these inputs, from 2009 for some years. */
    static Scenario scenario(Catalog catalog, int years, Map<String, Double> inputs) {
        LocalDate start = LocalDate.of(2009, 1, 1);
        return Scenarios.named("tightening-2015")
                .with(catalog)
                .with(inputs)
                .with(new SimulatedPeriod(start, start.plusYears(years)));
    }

    static RunResult run(Scenario scenario, int replication) {
        return Simulation.run(scenario, new RunKey(20_090_101, replication));
    }

    /** A mechanism made on the spot. */
    static Mechanism<None> stub(String name, Consumer<Wiring> installer) {
        return new Mechanism<>(name, None.class, (none, wiring) -> {
            installer.accept(wiring);
            return wiring;
        });
    }

    /** A mechanism that does something to each household at a constant rate. */
    static Mechanism<None> poisson(String name, double ratePerYear, Consumer<Wiring> before, Action action) {
        return stub(name, wiring -> {
            before.accept(wiring);
            new Candidates(wiring, name, ratePerYear, () -> ratePerYear, (household, occurrence, layer) -> {
                action.on(wiring, household, occurrence);
                return 0;
            });
        });
    }

    /** What a {@link #poisson} mechanism does. */
    @FunctionalInterface
    interface Action {
        void on(Wiring wiring, int household, int occurrence);
    }
}
