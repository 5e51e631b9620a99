package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.mechanism.Bench;
import dev.borderline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A drive against bribes, among people who are all alike and rich: the bribe rises with the chance q that it is found out, up to
 * the q* at which settling stops paying; beyond, nobody settles with the officer and detention jumps.
 *
 * <p>Here R = 50, P_c = 2,000 and, with the bond of five years' pay, P_o = 10,240. The stake is that of whoever cannot buy himself
 * off later either, κ Y (A(20 d) + .7 A(.5 y) + .25 A(1.5 y) + .05 A(10 y)) with κ Y = 3,000: 2,546. So q* = (2,546 − 50) / 12,240 =
 * .204 (model.md M09).
 */
class BribeDetectionTest {
    private static final double THRESHOLD = 0.204;
    private static final int REPLICATIONS = 3;
    private static final double[] DETECTION = {0.05, 0.1, 0.15, 0.2, 0.21, 0.3};

    private static Scenario alike(double detection) {
        return Runs.tightening()
                .with(Bench.all(
                        Bench.households(6_000),
                        Map.of(
                                "population.income_sigma", 0.0,
                                "population.wealth_multiple_sigma", 0.0,
                                "population.wealth_multiple_mean", 20.0,
                                "population.enemy_share", 0.0,
                                "sanctions.aggravation_log_odds", 0.0,
                                "levers.surveillance.coverage", 0.12,
                                "levers.settlement.bribe_detection", detection)));
    }

    private record Outcome(double bribeUsd, double settled, double personYearsHeld) {}

    private static Outcome outcome(double detection) {
        Simulation simulation = Simulation.of(alike(detection));
        double bribesUsd = 0;
        double bribes = 0;
        double settled = 0;
        double held = 0;
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            RunResult run = simulation.run(new RunKey(Runs.SEED, replication));
            bribesUsd += run.value("bribes_paid_usd");
            bribes += run.value("bribes_paid");
            settled += run.value("settled");
            held += run.value("person_years_held");
        }
        return new Outcome(bribesUsd / bribes, settled, held);
    }

    @Test
    void detectionOfBribes_raisesThemUpToTheThreshold_thenDetentionJumps() {
        List<Outcome> below = new ArrayList<>();
        List<Outcome> above = new ArrayList<>();
        for (double detection : DETECTION) {
            (detection < THRESHOLD ? below : above).add(outcome(detection));
        }

        assertThat(below)
                .hasSize(4)
                .allSatisfy(outcome -> assertThat(outcome.settled).isGreaterThan(20));
        for (int i = 1; i < below.size(); i++) {
            assertThat(below.get(i).bribeUsd).isGreaterThan(below.get(i - 1).bribeUsd);
        }
        double mostHeldBelow =
                below.stream().mapToDouble(Outcome::personYearsHeld).max().orElseThrow();
        assertThat(above).hasSize(2).allSatisfy(outcome -> {
            assertThat(outcome.settled).isZero();
            assertThat(outcome.personYearsHeld).isGreaterThan(2 * mostHeldBelow);
        });
    }
}
