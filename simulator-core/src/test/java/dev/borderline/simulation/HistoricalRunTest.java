package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** {@code historical} in full: what has the right order before anything is fitted. */
class HistoricalRunTest {
    /** Target T02 of seeds/evidence/targets.csv for the arrivals of 2009; what the inputs say is attempts, prices and lags. */
    @Test
    void arrivals_of2009_areOfTheRightOrder() {
        Scenario historical = Scenarios.named("historical");
        RunResult run = Runs.run(historical, 0);

        assertThat(run.outcomes().years()).hasSize(8).first().isEqualTo("2009-01-01");
        assertThat(run.outcomes().inYear("arrivals", 0)).isBetween(2_500.0, 3_300.0);
        assertThat(run.outcomes().inYear("guard_cut", 1)).isBetween(0.06, 0.16);
        assertThat(run.outcomes().inYear("guard_cut", 6)).isBetween(0.30, 0.40);
    }
}
