package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Calls;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BeliefsTest {
    private static final int N = 400;
    private static final double RISK = 0.01; // π of these tests, of which the prior mean is twice
    private static final double WEIGHT = 20;
    private static final double A0 = WEIGHT * 2 * RISK;

    /** A diary of things to do on given days, to be read by what happens in a run. */
    private static final class Script {
        private final List<Long> times = new ArrayList<>();
        private final List<Consumer<Wiring>> acts = new ArrayList<>();

        /** On this day, an hour into it unless the day says otherwise. */
        Script on(double day, Consumer<Wiring> act) {
            times.add((long) (day * Times.DAY) + Times.HOUR);
            acts.add(act);
            return this;
        }

        private Mechanism<Bench.None> mechanism(boolean withRisk) {
            return Bench.stub("test.script", wiring -> {
                if (withRisk) {
                    wiring.risk().addDetection((exposure, minutes) -> RISK);
                }
                int act = wiring.scheduler().kind("test.act", Phase.MODEL, (time, subject, number) -> {
                    acts.get(number).accept(wiring);
                    return 0;
                });
                wiring.onStart(() -> {
                    for (int number = 0; number < acts.size(); number++) {
                        wiring.scheduler().post(times.get(number), act, 0, number);
                    }
                });
            });
        }

        void run(double newsWeight, double decayPerYear) {
            Bench.run(
                    Bench.scenario(
                            Catalog.of(mechanism(true), Beliefs.MECHANISM),
                            2,
                            Bench.all(
                                    Bench.households(N),
                                    Map.of(
                                            "beliefs.news_weight", newsWeight,
                                            "beliefs.decay_per_year", decayPerYear))),
                    0);
        }
    }

    private static double belief(Wiring wiring, int household) {
        return wiring.port(Belief.class).get().arrestProbability(household);
    }

    private static void session(Wiring wiring, int household, boolean cutOff) {
        Calls calls = wiring.calls();
        int call = calls.plan(household, 0, 0, false, false, 5);
        if (cutOff) {
            calls.markCutOff(call);
        }
        wiring.signal(Signals.SESSION_ENDED).emit(household, call);
        calls.close(call);
    }

    /** A session that ends in arrest: cut off, then taken. */
    private static void arrest(Wiring wiring, int household) {
        session(wiring, household, true);
        wiring.signal(Signals.ARRESTED).emit(household, 0);
    }

    private static Consumer<Wiring> expect(int household, double mean, double relative) {
        return wiring -> assertThat(belief(wiring, household)).isCloseTo(mean, within(relative * mean));
    }

    /** Without decay and news the mean is (a0 + k)/(a0 + b0 + n) after n sessions of which k ended in arrest. */
    @Test
    void belief_withoutDecayAndNews_isBetaMean() {
        Script script = new Script().on(0, expect(3, 2 * RISK, 1e-12));
        int arrests = 0;
        for (int n = 1; n <= 60; n++) {
            boolean caught = n % 7 == 0;
            arrests += caught ? 1 : 0;
            script.on(5 * n, wiring -> {
                if (caught) {
                    arrest(wiring, 3);
                } else {
                    session(wiring, 3, false);
                }
            });
            script.on(5 * n + 0.25, expect(3, (A0 + arrests) / (WEIGHT + n), 1e-12));
            script.on(5 * n + 0.5, expect(4, 2 * RISK, 1e-12));
        }
        script.run(0, 0);
    }

    /**
     * The learnt part of a belief decays towards the prior at ρ a year, in whole days. Touching it in between changes nothing.
     */
    @Test
    void belief_withDecay_closedForm() {
        double rho = 0.8;
        Script script = new Script();
        for (int i = 0; i < 3; i++) {
            script.on(10 + i / 100.0, wiring -> arrest(wiring, 5));
        }
        for (int i = 0; i < 8; i++) {
            script.on(10.1 + i / 100.0, wiring -> session(wiring, 5, false));
        }
        script.on(300, wiring -> session(wiring, 5, false));
        for (int day : new int[] {11, 12, 100, 299}) {
            double kept = StrictMath.exp(-rho * (day - 10) / 365.25);
            script.on(day + 0.3, expect(5, (A0 + 3 * kept) / (WEIGHT + 11 * kept), 1e-6));
        }
        for (int day : new int[] {300, 301, 700}) {
            double kept = StrictMath.exp(-rho * (day - 10) / 365.25);
            double last = StrictMath.exp(-rho * (day - 300) / 365.25);
            script.on(day + 0.3, expect(5, (A0 + 3 * kept) / (WEIGHT + 11 * kept + last), 1e-6));
        }
        script.run(0, rho);
    }

    /** A zone's arrests and sessions reach everybody in it, and nobody else, at the next midnight, and then decay. */
    @Test
    void news_takeEffectTheNextDay_inTheZoneOnly() {
        double news = 0.3;
        double rho = 0.5;
        int[] counts = new int[3]; // households in the zone, arrests, sessions
        int[] listeners = new int[2]; // one in the zone, one elsewhere, neither calling
        Script script = new Script()
                .on(20, wiring -> {
                    int zone = wiring.sessionZone(wiring.households().zone(0));
                    List<Integer> here = new ArrayList<>();
                    for (int household = 0; household < N; household++) {
                        if (wiring.households().zone(household) == zone) {
                            here.add(household);
                        } else {
                            listeners[1] = household;
                        }
                    }
                    listeners[0] = here.get(0);
                    counts[0] = here.size();
                    for (int i = 1; i <= 40; i++) {
                        counts[2]++;
                        if (i % 5 == 0) {
                            counts[1]++;
                            arrest(wiring, here.get(i));
                        } else {
                            session(wiring, here.get(i), false);
                        }
                    }
                })
                .on(20.9, wiring -> assertThat(belief(wiring, listeners[0])).isEqualTo(2 * RISK, within(1e-15)));
        for (int day : new int[] {21, 22, 200}) {
            script.on(day, wiring -> {
                double kept = StrictMath.exp(-rho * (day - 21) / 365.25) * news / counts[0];
                double mean = (A0 + counts[1] * kept) / (WEIGHT + counts[2] * kept);
                assertThat(belief(wiring, listeners[0])).isCloseTo(mean, within(1e-9 * mean));
                assertThat(belief(wiring, listeners[1])).isEqualTo(2 * RISK, within(1e-15));
            });
        }
        script.run(news, rho);
        assertThat(counts[1]).isEqualTo(8);
    }

    /** News are spread over the households of the zone as of that day: with those who formed and without those who left. */
    @Test
    void news_perHousehold_countTheBornAndNotTheGone() {
        double news = 10;
        int[] there = new int[2]; // households of the zone of household 0, number of the last of them
        Script script = new Script()
                .on(10, wiring -> {
                    int zone = wiring.households().zone(0);
                    for (int household = 0; household < N; household++) {
                        there[0] += wiring.households().zone(household) == zone ? 1 : 0;
                    }
                    for (int number = 0; number < 3 * N; number++) {
                        int born = wiring.formHousehold(1_000_000L + number);
                        if (wiring.households().zone(born) == zone) {
                            there[0]++;
                            there[1] = born;
                        }
                    }
                    for (int household = 1; household < N; household++) {
                        if (wiring.households().zone(household) == zone) {
                            wiring.loseHousehold(household);
                            there[0]--;
                        }
                    }
                })
                .on(20, wiring -> session(wiring, 0, true))
                .on(20.1, wiring -> session(wiring, 0, false))
                .on(21, wiring -> {
                    double quiet = 2 * news / there[0];
                    assertThat(belief(wiring, there[1])).isCloseTo(A0 / (WEIGHT + quiet), within(1e-12));
                });
        script.run(news, 0);
        assertThat(there[0]).isGreaterThan(100);
        assertThat(there[1]).isGreaterThanOrEqualTo(N);
    }

    /** On the last day of the run, which nobody calls before, what was learnt two years ago still has its decay. */
    @Test
    void belief_onTheLastDay_decayedToIt() {
        double kept = StrictMath.exp(-0.8 * 729 / 365.25);
        new Script()
                .on(0, wiring -> session(wiring, 5, false))
                .on(729, expect(5, A0 / (WEIGHT + kept), 1e-6))
                .run(0, 0.8);
    }

    /**
     * The prior mean is min(cap, 2π) and moves with the levers the day they move, with what was learnt on top: without that,
     * quiet sessions would teach that a crackdown is safer than it is.
     */
    @Test
    void prior_movesWithTheLevers() {
        List<Double> seen = new ArrayList<>();
        Consumer<Wiring> look = wiring -> {
            seen.add(wiring.port(Belief.class).get().priorArrestProbability());
            seen.add(belief(wiring, 7));
        };
        Script script = new Script()
                .on(1, wiring -> session(wiring, 7, false))
                .on(31, look) // the hour after midnight of 1 February 2009 and so on
                .on(59, look)
                .on(90, look);
        Mechanism<Bench.None> others = Bench.stub("test.others", wiring -> {
            assertThat(wiring.port(NeedView.class)).isNotNull();
            assertThat(wiring.port(BrokerMarket.class)).isNotNull();
        });
        Scenario scenario = Bench.scenario(
                        Catalog.of(
                                script.mechanism(false),
                                others,
                                Teams.MECHANISM,
                                Detection.MECHANISM,
                                Informants.MECHANISM,
                                Beliefs.MECHANISM),
                        1,
                        Bench.all(
                                Bench.households(N), Map.of("beliefs.news_weight", 0.0, "beliefs.decay_per_year", 0.0)))
                .with(Policy.of(
                        "crackdown",
                        Move.set(LocalDate.of(2009, 3, 1), "surveillance.coverage", 0.5),
                        Move.set(LocalDate.of(2009, 4, 1), "surveillance.locate_rate_per_minute", 60)));
        Bench.run(scenario, 0);

        double informants = 1 - StrictMath.exp(-0.01 / 6);
        double byDetection = 0.2 + 0.8 * 0.2 * 0.5;
        double before = 2 * ((1 - StrictMath.exp(-0.03 * 0.2 * 4)) * byDetection + informants);
        double after = 2 * ((1 - StrictMath.exp(-0.5 * 0.2 * 4)) * byDetection + informants);
        double cap = 0.5;
        double[] prior = {before, after, cap};
        for (int i = 0; i < 3; i++) {
            assertThat(seen.get(2 * i)).isCloseTo(prior[i], within(1e-12));
            assertThat(seen.get(2 * i + 1)).isCloseTo(WEIGHT * prior[i] / (WEIGHT + 1), within(1e-9));
        }
    }
}
