package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signals;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Tally;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsTest {
    private static final int HOUSEHOLDS = 1_000;
    private static final int REPLICATIONS = 20;

    /**
     * Located sessions that come as a Poisson process and find n teams busy for a time of any law are lost with Erlang's
     * probability (Erlang 1917), here B(5, 3) = .1100543, B(10, 8) = .1216611. Five standard errors over replications:
     * false alarm below 1e-4 with 20 of them (t with 19 degrees of freedom).
     */
    @ParameterizedTest(name = "{0} teams, {1} erlang")
    @CsvSource({"5, 3, 0.1100543", "10, 8, 0.1216611", "1, 2, 0.6666667", "0, 2, 1"})
    void noTeamFree_share_matchesErlangB(int teams, double load, double expected) {
        double perYear = load * 365.25; // a pursuit lasts a day in the mean
        Mechanism<Bench.None> located =
                Bench.poisson("test.located", perYear / HOUSEHOLDS, wiring -> {}, (wiring, household, occurrence) -> {
                    int call = wiring.calls().plan(household, occurrence, 0, false, false, 5);
                    wiring.signal(Signals.SESSION_LOCATED).emit(household, call);
                    wiring.calls().close(call);
                });
        Scenario scenario = Bench.scenario(
                Catalog.of(located, Teams.MECHANISM),
                2,
                Map.of(
                        "levers.surveillance.teams",
                        (double) teams,
                        "teams.pursuit_hours_mean",
                        24.0,
                        "population.resettled_refugees",
                        (double) HOUSEHOLDS,
                        "population.kin_households_per_refugee",
                        1.0));
        Simulation ready = Simulation.of(scenario);
        Tally lost = new Tally();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            RunResult run = Bench.run(ready, replication);
            double missed = run.value("no_team_free");
            lost.add(missed / (missed + run.value("pursuits")));
        }

        // The run starts with all teams free, which lasts a few pursuits of some 2,000: below a tenth of the tolerance.
        assertThat(lost.mean()).isCloseTo(expected, within(5 * lost.standardError() + 1e-6));
    }
}
