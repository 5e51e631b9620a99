package dev.borderline.experiment;

import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.time.LocalDate;

/** A real scenario that runs in a few milliseconds: two thousand refugees, two calendar years. */
public final class Small {
    public static final String COVERAGE = "levers.surveillance.coverage";

    public static final String BRIBES = "levers.settlement.bribe_detection";

    private Small() {}

    public static Scenario scenario() {
        return Scenarios.named("tightening-2015")
                .with("population.resettled_refugees", 2000)
                .with(new SimulatedPeriod(LocalDate.of(2009, 4, 1), LocalDate.of(2010, 7, 1)));
    }
}
