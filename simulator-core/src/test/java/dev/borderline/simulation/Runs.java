package dev.borderline.simulation;

import dev.borderline.mechanism.Bench;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.Map;

/** Scenarios that the tests of whole runs share. */
final class Runs {
    static final long SEED = 20_150_101;

    private Runs() {}

    /** The default scenario as it ships: the crackdown on calls alone. */
    static Scenario tightening() {
        return Scenarios.named("tightening-2015");
    }

    /** All mechanisms at their defaults. */
    static Scenario whole() {
        return Scenarios.named("baseline");
    }

    /** All mechanisms with fewer people, from 2009 for some years. */
    static Scenario small(int households, int years) {
        LocalDate start = LocalDate.of(2009, 1, 1);
        double attempts = 3_300.0 * households / whole().population().households();
        return whole().with(Bench.all(Bench.households(households), Map.of("crossings.attempts_per_year", attempts)))
                .with(new SimulatedPeriod(start, start.plusYears(years)));
    }

    /** A small country in which much happens: much is heard, many informants, lines that connect at times, jamming. */
    static Scenario busy(int households, int years) {
        return small(households, years)
                .with(Map.of(
                        "levers.surveillance.coverage", 0.3,
                        "levers.surveillance.informants_per_year", 0.12,
                        "levers.network.domestic_blocked", 0.9,
                        "levers.jamming.failure_probability", 0.5));
    }

    static RunResult run(Scenario scenario, int replication) {
        return Simulation.run(scenario, new RunKey(SEED, replication));
    }
}
