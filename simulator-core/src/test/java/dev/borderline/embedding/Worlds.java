package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Measure;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import java.time.LocalDate;
import java.util.Map;

/** Scenarios of an embedding program: made by what the library shows to all. */
final class Worlds {
    static final RunKey KEY = new RunKey(20_260_101, 2);

    private Worlds() {}

    /** A small country in which much happens, for three years and a bit. */
    static Scenario busy() {
        return Scenarios.named("baseline")
                .with(Map.of(
                        "population.resettled_refugees", 3_000.0,
                        "crossings.attempts_per_year", 400.0,
                        "levers.surveillance.coverage", 0.3,
                        "levers.surveillance.informants_per_year", 0.12,
                        "levers.jamming.failure_probability", 0.5))
                .with(new SimulatedPeriod(LocalDate.of(2009, 3, 10), LocalDate.of(2012, 5, 20)));
    }

    /** Every number of both is the same. */
    static void assertSame(RunResult expected, RunResult actual) {
        assertThat(actual.monthlyFingerprints()).isEqualTo(expected.monthlyFingerprints());
        assertThat(actual.events()).isEqualTo(expected.events());
        assertThat(actual.sites()).isEqualTo(expected.sites());
        assertThat(actual.outcomes().measures()).isEqualTo(expected.outcomes().measures());
        for (int measure = 0; measure < expected.outcomes().measures().size(); measure++) {
            Measure named = expected.outcomes().measures().get(measure);
            assertThat(actual.outcomes().cells(measure))
                    .as(named.name())
                    .isEqualTo(expected.outcomes().cells(measure));
        }
    }
}
