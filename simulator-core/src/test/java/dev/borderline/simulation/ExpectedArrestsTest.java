package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Tally;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expected number of arrests against their count. */
class ExpectedArrestsTest {
    private static final int REPLICATIONS = 24;

    private static Tally[] tallies(Scenario scenario) {
        Simulation simulation = Simulation.of(scenario);
        Tally[] tallies = {new Tally(), new Tally(), new Tally()};
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            RunResult run = simulation.run(new RunKey(Runs.SEED, replication));
            tallies[0].add(run.value("arrests"));
            tallies[1].add(run.value("arrests_expected"));
            tallies[2].add(run.value("arrests") - run.value("arrests_expected"));
        }
        return tallies;
    }

    /**
     * Count less expectation has mean 0 whatever the scenario: here with every route to an arrest, brokers, levies and few
     * teams. False alarm below 1e-4 (t with 23 degrees of freedom beyond 5).
     */
    @Test
    void expected_everyRoute_hasTheMeanOfTheCount() {
        Tally[] busy = tallies(Runs.busy(8_000, 3)
                .with(Map.of("levers.surveillance.teams", 1.0, "levers.transfers.tolerance_levy_share", 0.3)));
        assertThat(busy[0].mean()).isGreaterThan(200);
        assertThat(busy[2].sd()).isPositive();
        assertThat(busy[2].mean() / busy[2].standardError()).isBetween(-5.0, 5.0);
    }

    /** The rest of the noise is that of the people and their calls. A weight forgotten at any stage leaves most of it. */
    @Test
    void expected_withoutInformants_variesFarLess() {
        Tally[] calls = tallies(Runs.small(3_000, 3)
                .with(Map.of(
                        "levers.surveillance.coverage", 0.08,
                        "levers.surveillance.informants_per_year", 0.0,
                        "levers.stops.rate_per_year", 0.0,
                        "levers.border.interdiction_probability", 0.0,
                        "levers.surveillance.teams", 100.0,
                        "teams.reference_teams", 100.0)));
        assertThat(calls[0].mean()).isGreaterThan(50);
        assertThat(calls[2].variance()).isGreaterThan(3 * calls[1].variance());
    }

    @Test
    void expected_whereNothingIsDetected_isExactlyZero() {
        RunResult run = Runs.run(
                Runs.small(2_000, 2)
                        .with(Map.of(
                                "levers.surveillance.coverage", 0.0,
                                "levers.surveillance.informants_per_year", 0.0,
                                "levers.stops.rate_per_year", 0.0,
                                "levers.border.interdiction_probability", 0.0)),
                0);
        assertThat(run.value("sessions")).isPositive();
        assertThat(run.value("arrests")).isZero();
        assertThat(run.value("arrests_expected")).isZero();
    }
}
