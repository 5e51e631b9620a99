package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Differences between the two eras of the account, brought about by mechanisms: no scenario has these numbers in it. */
class TwoErasTest {
    /** Targets T02 (arrivals), T17, T18 (the guards' cut) and T19 (calls about twice as long) of seeds/evidence/targets.csv. */
    @Test
    void historical_producesTheTurnOfTheEras() {
        Scenario historical = Scenarios.named("historical");
        RunResult run = Runs.run(historical, 0);

        assertThat(run.outcomes().years()).hasSize(8).first().isEqualTo("2009-01-01");
        assertThat(run.outcomes().inYear("arrivals", 0)).isBetween(2_500.0, 3_300.0);
        assertThat(run.outcomes().inYear("guard_cut", 1)).isBetween(0.06, 0.16);
        assertThat(run.outcomes().inYear("guard_cut", 6)).isBetween(0.30, 0.40);
        double minutes2009 = run.outcomes().inYear("call_minutes_mean", 0);
        assertThat(minutes2009 / run.outcomes().inYear("call_minutes_mean", 5)).isBetween(1.6, 2.4);
    }

    /** Levels of T08 and T09 (commission), T13 and T14 (bribes, now over then), T17 and T18 (the guards' cut). */
    @Test
    void levels_of2015AndOf2010_areThoseOfTheAccount() {
        RunResult then = Runs.run(Scenarios.named("pre-2011"), 0);
        RunResult now = Runs.run(Scenarios.named("tightening-2015"), 0);

        assertThat(then.value("commission_share")).isBetween(0.20, 0.30);
        assertThat(now.value("commission_share")).isBetween(0.27, 0.35);
        assertThat(now.value("bribe_mean_usd") / then.value("bribe_mean_usd")).isBetween(4.0, 8.0);
        assertThat(then.value("guard_cut")).isBetween(0.06, 0.16);
        assertThat(now.value("guard_cut")).isBetween(0.30, 0.40);
    }
}
