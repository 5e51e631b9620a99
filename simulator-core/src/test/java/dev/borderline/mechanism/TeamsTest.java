package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Aftermath;
import dev.borderline.model.Ports.Pursuit;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void reachProbability_followsItsLevers() {
        List<Double> asked = new ArrayList<>();
        Mechanism<Bench.None> look = Bench.stub(
                "test.look",
                wiring -> wiring.onStart(() -> {
                    Pursuit pursuit = wiring.port(Pursuit.class).get();
                    asked.add(pursuit.reachProbability());
                    wiring.lever("surveillance.reach_probability").move(0.3);
                    asked.add(pursuit.reachProbability());
                    wiring.lever("surveillance.teams").move(10);
                    asked.add(pursuit.reachProbability());
                }));
        Map<String, Double> inputs = Map.of(
                "levers.surveillance.teams", 40.0,
                "levers.surveillance.reach_probability", 0.6,
                "teams.reference_teams", 40.0);
        Bench.run(Bench.scenario(Catalog.of(look, Teams.MECHANISM), 1, Bench.all(Bench.households(10), inputs)), 0);
        assertThat(asked).containsExactly(0.6, 0.3, 0.15);
    }

    private static void locate(Wiring wiring, int household, int zone) {
        int call = wiring.calls().plan(household, 0, zone, false, false, 5);
        wiring.signal(Signals.SESSION_LOCATED).emit(household, call);
        wiring.calls().close(call);
    }

    /**
     * A free team reaches with {@code .6 √(n/n0)}, at most 1, and says so to whoever asks; who is not reached is missed. The
     * expected arrests give back the weight of the draws, here a half each, to the last unit of their fixed point. Five standard
     * errors: false alarm below 1e-6 each.
     */
    @ParameterizedTest(name = "{0} teams, reference {1}")
    @CsvSource({"40, 160, 0.3", "90, 40, 0.9", "40, 40, 0.6", "400, 40, 1"})
    void reached_share_risesWithTheRootOfTeams(double teams, double reference, double expected) {
        List<Double> asked = new ArrayList<>();
        int[] count = new int[2]; // reached, missed
        Mechanism<Bench.None> located = Bench.stub("test.located", wiring -> {
            wiring.provide(Aftermath.class, call -> 0.5);
            wiring.signal(Signals.PURSUIT_REACHED).listen((household, call) -> count[0]++);
            wiring.signal(Signals.PURSUIT_MISSED).listen((household, call) -> count[1]++);
            int locate = wiring.scheduler().kind("test.locate", Phase.MODEL, (time, household, unused) -> {
                locate(wiring, household, 0);
                return 0;
            });
            wiring.onStart(() -> {
                asked.add(wiring.port(Pursuit.class).get().reachProbability());
                for (int household = 0; household < HOUSEHOLDS; household++) {
                    wiring.scheduler().post((1 + household) * Times.HOUR, locate, household, 0);
                }
            });
        });
        RunResult run = Bench.run(
                Bench.scenario(
                        Catalog.of(located, Teams.MECHANISM),
                        1,
                        Bench.all(
                                Bench.households(HOUSEHOLDS),
                                Map.of(
                                        "levers.surveillance.teams", teams,
                                        "levers.surveillance.reach_probability", 0.6,
                                        "teams.reference_teams", reference))),
                0);

        assertThat(asked.get(0)).isCloseTo(expected, within(1e-12));
        assertThat(count[0] + count[1]).isEqualTo(HOUSEHOLDS);
        assertThat(count[0]).isCloseTo((int) (expected * HOUSEHOLDS), within((int)
                StrictMath.ceil(5 * StrictMath.sqrt(HOUSEHOLDS * expected * (1 - expected)))));
        assertThat(run.value("arrests_expected"))
                .isCloseTo(0.5 * (HOUSEHOLDS * expected - count[0]), within(HOUSEHOLDS * 0x1p-32));
    }

    /**
     * Two teams to a zone, pursuits of exactly a day: the third session located there finds none free, is missed, and the number
     * in pursuit is told; in another zone and a day later teams are free again.
     */
    @Test
    void teamsOfAZone_busyForThePursuit_thenFreeAgain() {
        List<String> seen = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        long[] hours = {1, 2, 3, 3, 24, 26, 27};
        int[] zones = {0, 0, 0, 1, 0, 0, 0};
        Mechanism<Bench.None> located = Bench.stub("test.located", wiring -> {
            wiring.signal(Signals.PURSUIT_REACHED).listen((household, call) -> seen.add(household + " reached"));
            wiring.signal(Signals.PURSUIT_MISSED).listen((household, call) -> seen.add(household + " missed"));
            Port<Pursuit> pursuit = wiring.port(Pursuit.class);
            wiring.figures().tap((household, name, value) -> seen.add(household + " " + name + " " + value));
            int locate = wiring.scheduler().kind("test.locate", Phase.MODEL, (time, household, zone) -> {
                chances.add(pursuit.get().reachProbability(zone));
                locate(wiring, household, zone);
                return 0;
            });
            wiring.onStart(() -> {
                for (int i = 0; i < hours.length; i++) {
                    wiring.scheduler().post(hours[i] * Times.HOUR + 1, locate, i, zones[i]);
                }
            });
        });
        Map<String, Double> two = Map.of(
                "levers.surveillance.teams", 2.0,
                "levers.surveillance.reach_probability", 1.0,
                "teams.reference_teams", 2.0,
                "teams.pursuit_hours_mean", 24.0,
                "teams.pursuit_sigma", 0.0);
        RunResult run = Bench.run(
                Bench.scenario(Catalog.of(located, Teams.MECHANISM), 1, Bench.all(Bench.households(HOUSEHOLDS), two)),
                0);

        assertThat(seen)
                .containsExactly(
                        "0 reached",
                        "1 reached",
                        "2 teams.busy_teams 2.0",
                        "2 missed",
                        "3 reached",
                        "4 teams.busy_teams 2.0",
                        "4 missed",
                        "5 reached",
                        "6 reached");
        assertThat(chances).containsExactly(1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0);
        assertThat(run.value("no_team_free")).isEqualTo(2);
        assertThat(run.value("pursuits")).isEqualTo(5);
    }
}
