package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Aftermath;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.Line;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Ports.Pursuit;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.random.Fit;
import dev.borderline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {
    private static final int N = 30_000;
    private static final double CLIENT_TAKEN = 0.3;
    private static final String BROKER_TAKEN = "test.broker_taken"; // detail is the zone

    /** One call of each household, and the mechanisms wired besides. */
    private record Sessions(double minutes, boolean remote, boolean brokered, boolean forMoney) {
        Mechanism<Bench.None> mechanism(Consumer<Wiring> more) {
            return Bench.stub("test.sessions", wiring -> {
                wiring.provide(NeedView.class, new OneNeed(forMoney));
                wiring.provide(
                        BrokerMarket.class,
                        new OneBroker(
                                wiring.neutral("Tests").count("brokers_taken", "brokers", ""),
                                wiring.newSignal(BROKER_TAKEN)));
                int plan = wiring.scheduler().kind("test.plan", Phase.MODEL, (time, household, need) -> {
                    plan(wiring, household, need);
                    return 0;
                });
                wiring.onStart(() -> {
                    for (int household = 0; household < N; household++) {
                        wiring.scheduler().post(Times.DAY, plan, household, 0);
                    }
                });
                more.accept(wiring);
            });
        }

        void plan(Wiring wiring, int household, int need) {
            wiring.needs().arisen(household);
            int zone = wiring.households().zone(household);
            int call = wiring.calls().plan(household, need, zone, remote, brokered, minutes);
            wiring.signal(Signals.CALL_PLANNED).emit(household, call);
        }
    }

    private record OneNeed(boolean forMoney) implements NeedView {
        @Override
        public double valueUsd(int household, int need) {
            return 250;
        }

        @Override
        public boolean forMoney(int household, int need) {
            return forMoney;
        }
    }

    private record OneBroker(Count taken, Signal told) implements BrokerMarket {
        @Override
        public void taken(int household, int need, int sessionZone) {
            taken.add(household);
            told.emit(household, sessionZone);
        }

        @Override
        public boolean available(int zone) {
            return true;
        }

        @Override
        public double feeUsd(int zone) {
            return 20;
        }

        @Override
        public double minutes(int zone) {
            return 5;
        }

        @Override
        public double worthShare(int zone) {
            return 1;
        }

        @Override
        public boolean remote(int zone) {
            return false;
        }

        @Override
        public double clientTakenProbability() {
            return CLIENT_TAKEN;
        }
    }

    private static Sessions inTown(double minutes) {
        return new Sessions(minutes, false, false, false);
    }

    /** Everybody located is reached at once, or nobody is. */
    private static Consumer<Wiring> pursuit(boolean reached) {
        return wiring -> wiring.signal(Signals.SESSION_LOCATED)
                .listen((household, call) -> wiring.signal(reached ? Signals.PURSUIT_REACHED : Signals.PURSUIT_MISSED)
                        .emit(household, call));
    }

    private static Map<String, Double> surveillance(double coverage, double locateRate, double latency) {
        return Bench.all(
                Bench.households(N),
                Bench.everybodyIn("reach"),
                Map.of(
                        "levers.jamming.failure_probability",
                        0.0,
                        "levers.surveillance.coverage",
                        coverage,
                        "levers.surveillance.locate_rate_per_minute",
                        locateRate,
                        "levers.surveillance.latency_minutes",
                        latency,
                        "levers.surveillance.identify_probability",
                        0.6,
                        "detection.pseudonym_factor",
                        0.5));
    }

    private static RunResult run(Mechanism<Bench.None> sessions, Map<String, Double> inputs) {
        return Bench.run(Bench.scenario(Catalog.of(sessions, Connection.MECHANISM, Detection.MECHANISM), 1, inputs), 0);
    }

    /** P(located) = 1 − exp(−c x λ max(T − L, 0)). Five standard errors: false alarm below 1e-6 each. */
    @ParameterizedTest(name = "coverage {0}, remote {1}, {2} min, rate {3}, latency {4}")
    @CsvSource({
        "0.3, false, 5, 0.2, 1",
        "0.3, true, 5, 0.2, 1",
        "1, false, 12, 0.5, 2",
        "0.03, false, 20, 0.2, 1",
        "0.5, false, 1, 0.2, 1",
        "0, false, 20, 0.2, 0",
        "1, false, 3, 60, 0"
    })
    void located_share_closedForm(double coverage, boolean remote, double minutes, double rate, double latency) {
        RunResult run = run(
                new Sessions(minutes, remote, false, false).mechanism(wiring -> {}),
                surveillance(coverage, rate, latency));
        double exposure = remote ? 0.5 : 1;
        double p = 1 - StrictMath.exp(-coverage * exposure * rate * Math.max(minutes - latency, 0));

        assertThat(run.value("located") / N).isCloseTo(p, within(5 * StrictMath.sqrt(p * (1 - p) / N)));
        assertThat(run.value("completed_contacts")).isEqualTo(N);
    }

    private static Map<Integer, Double> locatedAfterMinutes(double coverage) {
        Map<Integer, Double> minutes = new TreeMap<>();
        run(
                inTown(12)
                        .mechanism(wiring -> wiring.signal(Signals.SESSION_LOCATED)
                                .listen((household, call) -> minutes.put(
                                        household,
                                        (double) (wiring.scheduler().now()
                                                        - wiring.calls().startedAt(call))
                                                / Times.MINUTE))),
                surveillance(coverage, 0.5, 2));
        return minutes;
    }

    /** The time of location is exponential beyond the latency, cut off at the end of the call. Kolmogorov, 1e-6. */
    @Test
    void located_time_truncatedExponential() {
        double hazard = 0.4 * 0.5;
        double[] sample = locatedAfterMinutes(0.4).values().stream()
                .mapToDouble(minutes -> minutes - 2)
                .toArray();

        assertThat(sample.length).isGreaterThan(20_000);
        Fit.assertFollows(t -> StrictMath.expm1(-hazard * t) / StrictMath.expm1(-hazard * 10), sample);
    }

    /** More coverage locates every session that less does, and none of them later. */
    @Test
    void located_atHigherCoverage_superset() {
        Map<Integer, Double> few = locatedAfterMinutes(0.1);
        Map<Integer, Double> many = locatedAfterMinutes(0.12);

        assertThat(many.size()).isGreaterThan(few.size());
        assertThat(few)
                .allSatisfy((household, minutes) ->
                        assertThat(many.get(household)).isNotNull().isLessThanOrEqualTo(minutes));
    }

    /** Callers who are reached are taken with the relative on the line, and the call ends there. */
    @Test
    void reached_takenInCall_relativeTold() {
        List<Boolean> told = new ArrayList<>();
        RunResult run = run(
                inTown(12)
                        .mechanism(pursuit(true)
                                .andThen(wiring -> wiring.signal(Signals.ARRESTED)
                                        .listen((household, slot) ->
                                                told.add(wiring.cases().told(slot))))),
                surveillance(0.4, 0.5, 2));

        assertThat(run.value("arrests_caught_in_call"))
                .isEqualTo(run.value("located"))
                .isPositive();
        assertThat(run.value("arrests")).isEqualTo(run.value("located"));
        assertThat(run.value("interrupted")).isEqualTo(run.value("located"));
        assertThat(run.value("completed_contacts")).isEqualTo(N - run.value("located"));
        assertThat(told).isNotEmpty().doesNotContain(false);
    }

    /**
     * Callers who are missed are identified with identify × pseudonym = .3, after an exponential time of mean 3 days. Nobody is
     * told but the relatives of the few whom it befalls during the call. Five standard errors; Kolmogorov at 1e-6.
     */
    @Test
    void missed_identifiedLater_shareAndTime() {
        long[] locatedAt = new long[N];
        List<Double> days = new ArrayList<>();
        Set<Integer> told = new TreeSet<>();
        Set<Integer> cutOff = new TreeSet<>();
        RunResult run = run(
                inTown(12).mechanism(pursuit(false).andThen(wiring -> {
                    wiring.signal(Signals.SESSION_LOCATED)
                            .listen((household, call) ->
                                    locatedAt[household] = wiring.scheduler().now());
                    wiring.signal(Signals.ARRESTED).listen((household, slot) -> {
                        days.add((double) (wiring.scheduler().now() - locatedAt[household]) / Times.DAY);
                        if (wiring.cases().told(slot)) {
                            told.add(household);
                        }
                    });
                    wiring.signal(Signals.SESSION_ENDED).listen((household, call) -> {
                        if (wiring.calls().cutOff(call)) {
                            cutOff.add(household);
                        }
                    });
                })),
                surveillance(0.4, 0.5, 2));
        double located = run.value("located");

        assertThat(run.value("arrests_identified")).isEqualTo(run.value("arrests"));
        assertThat(run.value("arrests") / located).isCloseTo(0.3, within(5 * StrictMath.sqrt(0.21 / located)));
        assertThat(run.value("completed_contacts")).isEqualTo(N - cutOff.size());
        assertThat(told).isEqualTo(cutOff).isNotEmpty().hasSizeLessThan(40);
        Fit.assertFollows(
                t -> -StrictMath.expm1(-t / 3),
                days.stream().mapToDouble(d -> d).toArray());
    }

    /** On a brokered session the broker is always taken and the client with his probability; the call ends either way. */
    @ParameterizedTest(name = "reached {0}")
    @CsvSource({"true", "false"})
    void brokered_brokerTaken_clientSometimes(boolean reached) {
        RunResult run =
                run(new Sessions(12, false, true, false).mechanism(pursuit(reached)), surveillance(0.4, 0.5, 2));
        double taken = run.value("brokers_taken");
        double located = run.value("located");

        if (reached) {
            assertThat(taken).isEqualTo(located);
            assertThat(run.value("interrupted")).isEqualTo(located);
        } else {
            assertThat(taken / located).isCloseTo(0.3, within(5 * StrictMath.sqrt(0.21 / located)));
            assertThat(run.value("interrupted")).isLessThan(40); // identified before the call was over
        }
        assertThat(run.value("arrests") / taken)
                .isCloseTo(CLIENT_TAKEN, within(5 * StrictMath.sqrt(CLIENT_TAKEN * (1 - CLIENT_TAKEN) / taken)));
    }

    /** A broker who will be identified is taken when he is, days after the call, in the zone where it was; not before. */
    @Test
    void brokerIdentified_takenAfterTheDelay() {
        long[] locatedAt = new long[N];
        List<Double> days = new ArrayList<>();
        Set<Integer> zones = new TreeSet<>();
        RunResult run = run(
                new Sessions(12, false, true, false).mechanism(pursuit(false).andThen(wiring -> {
                    wiring.signal(Signals.SESSION_LOCATED)
                            .listen((household, call) ->
                                    locatedAt[household] = wiring.scheduler().now());
                    wiring.signal(BROKER_TAKEN).listen((household, zone) -> {
                        days.add((double) (wiring.scheduler().now() - locatedAt[household]) / Times.DAY);
                        zones.add(zone - wiring.households().zone(household));
                    });
                })),
                surveillance(0.4, 0.5, 2));

        assertThat(days).hasSize((int) run.value("brokers_taken")).hasSizeGreaterThan(1_000);
        assertThat(zones).containsExactly(0);
        Fit.assertFollows(
                t -> -StrictMath.expm1(-t / 3),
                days.stream().mapToDouble(d -> d).toArray());
    }

    /**
     * Brokers hear of the risk of each of their sessions as it starts, {@code p (ρ + (1 − ρ) .3)}, ρ that of the zone; not of calls on
     * a handset of one's own, nor of those over which nobody is arrested.
     */
    @Test
    void brokered_riskIsToldAsTheSessionStarts() {
        List<Double> told = new ArrayList<>();
        Pursuit pursuit = new Pursuit() {
            @Override
            public double reachProbability() {
                return 0.5;
            }

            @Override
            public double reachProbability(int zone) {
                return zone == 3 ? 0 : reachProbability();
            }
        };
        BrokerMarket market = new BrokerMarket() {
            @Override
            public void risks(int zone, double takenProbability) {
                told.add(zone + takenProbability);
            }
        };
        var sessions = Bench.stub("test.sessions", wiring -> {
            wiring.provide(Pursuit.class, pursuit);
            wiring.provide(BrokerMarket.class, market);
            wiring.provide(NeedView.class, new OneNeed(false));
            wiring.onStart(() -> {
                start(wiring, 2, true, false);
                start(wiring, 3, true, false);
                start(wiring, 2, false, false);
                start(wiring, 2, true, true);
            });
        });
        run(sessions, surveillance(0.4, 0.5, 2));
        double located = 1 - StrictMath.exp(-0.4 * 0.5 * 10);

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isCloseTo(2 + located * (0.5 + 0.5 * 0.3), within(1e-12));
        assertThat(told.get(1)).isCloseTo(3 + located * 0.3, within(1e-12));
    }

    private static void start(Wiring wiring, int zone, boolean brokered, boolean tolerated) {
        int call = wiring.calls().plan(0, 0, zone, false, brokered, 12);
        if (tolerated) {
            wiring.calls().tolerate(call);
        }
        wiring.signal(Signals.SESSION_STARTED).emit(0, call);
        wiring.calls().close(call);
    }

    /** A client who is held by then is not taken again, but his broker is. */
    @Test
    void clientHeldMeanwhile_brokerTakenAlone() {
        Route other = new Route("test", 31, false);
        RunResult run = run(
                new Sessions(12, false, true, false).mechanism(pursuit(false).andThen(wiring -> {
                    wiring.route(other, "taken by the test");
                    wiring.signal(Signals.SESSION_ENDED)
                            .listen((household, call) -> wiring.arrests().arrest(household, other, 0, 0, false));
                })),
                surveillance(0.4, 0.5, 2));

        assertThat(run.value("brokers_taken")).isGreaterThan(1_000);
        assertThat(run.value("arrests_identified")).isLessThan(40); // identified before the call was over
    }

    /** Aggravating circumstances: kin in an enemy country, a broker, a need for money. */
    @ParameterizedTest(name = "enemy {0}, brokered {1}, money {2}")
    @CsvSource({"0, false, false, 0", "1, false, false, 1", "0, true, false, 1", "0, false, true, 1", "1, true, true, 3"
    })
    void arrested_aggravation_counted(double enemy, boolean brokered, boolean money, int expected) {
        List<Integer> aggravation = new ArrayList<>();
        run(
                new Sessions(12, false, brokered, money)
                        .mechanism(pursuit(true)
                                .andThen(wiring -> wiring.signal(Signals.ARRESTED)
                                        .listen((household, slot) ->
                                                aggravation.add(wiring.cases().aggravation(slot))))),
                Bench.all(surveillance(0.4, 0.5, 2), Map.of("population.enemy_share", enemy)));

        assertThat(aggravation).isNotEmpty().containsOnly(expected);
    }

    /**
     * The routes compete: a session of T minutes ends in a call caught with P(located)·reach, in identification with
     * P(located)(1 − reach)·identify·pseudonym, and who escapes both is informed on within the year. Also the risk of a
     * reference session that beliefs start from. Five standard errors: false alarm below 1e-6 each.
     */
    @Test
    void routes_compete_closedForm() {
        List<Double> reference = new ArrayList<>();
        Mechanism<Bench.None> sessions = inTown(8)
                .mechanism(wiring ->
                        wiring.onStart(() -> reference.add(wiring.risk().arrestProbability())));
        RunResult run = Bench.run(
                Bench.scenario(
                        Catalog.of(
                                sessions,
                                Connection.MECHANISM,
                                Detection.MECHANISM,
                                Informants.MECHANISM,
                                Teams.MECHANISM),
                        2,
                        Bench.all(
                                surveillance(0.4, 0.5, 2),
                                Map.of(
                                        "detection.identification_days_mean", 0.01,
                                        "levers.surveillance.informants_per_year", 0.5,
                                        "levers.surveillance.teams", (double) N,
                                        "teams.reference_teams", N / 0.25,
                                        "levers.surveillance.reach_probability", 0.6))),
                0);
        double reach = 0.6 * 0.5; // the square root of a quarter of the reference teams
        double located = 1 - StrictMath.exp(-0.4 * 0.5 * 6);
        double caught = located * reach;
        double identified = located * (1 - reach) * 0.3;
        double informed = (1 - caught - identified) * -StrictMath.expm1(-0.5 * 366 / 365.25);
        double locatedInReference = 1 - StrictMath.exp(-0.4 * 0.5 * 3);

        assertShare(run.value("arrests_caught_in_call"), caught);
        assertShare(run.value("arrests_identified"), identified);
        assertShare(run.value("arrests_informed_on"), informed);
        assertThat(run.value("no_team_free")).isZero();
        assertThat(reference.get(0))
                .isCloseTo(
                        locatedInReference * (reach + (1 - reach) * 0.3) - StrictMath.expm1(-0.5 / 6), within(1e-12));
    }

    /**
     * Expected arrests stay those of the start of the session, after all that the draws give back. The draws are those of
     * location, reach, identification and of the client's fate. It holds for each session and whatever befell it: {@code p (reach
     * + (1 − reach) .3)}, for a client times the probability that he is taken with the broker. To the last units of the fixed
     * point.
     */
    @ParameterizedTest(name = "reach {0}, brokered {1}")
    @CsvSource({"0, false", "0.3, false", "1, false", "0, true", "0.3, true"})
    void expectedArrests_areThoseOfTheStartOfTheSession(double reach, boolean brokered) {
        RunResult run = Bench.run(
                Bench.scenario(
                        Catalog.of(
                                new Sessions(8, false, brokered, false).mechanism(wiring -> {}),
                                Connection.MECHANISM,
                                Detection.MECHANISM,
                                Teams.MECHANISM),
                        1,
                        Bench.all(
                                surveillance(0.4, 0.5, 2),
                                Map.of(
                                        "levers.surveillance.teams", (double) N,
                                        "teams.reference_teams", (double) N,
                                        "levers.surveillance.reach_probability", reach))),
                0);
        double located = 1 - StrictMath.exp(-0.4 * 0.5 * 6);
        double client = brokered ? CLIENT_TAKEN : 1;

        assertThat(run.value("arrests")).isPositive();
        assertThat(run.value("arrests_expected"))
                .isCloseTo(N * located * client * (reach + (1 - reach) * 0.3), within(4 * N * 0x1p-32));
    }

    /** Being reached makes an arrest of who would else be identified with .3; who is tolerated is not arrested at all. */
    @Test
    void arrestsByReach_ofACall_closedForm() {
        List<Double> more = new ArrayList<>();
        run(
                inTown(5)
                        .mechanism(wiring -> wiring.onStart(() -> {
                            for (boolean brokered : new boolean[] {false, true}) {
                                int call = wiring.calls().plan(0, 0, 0, false, brokered, 5);
                                Aftermath aftermath =
                                        wiring.port(Aftermath.class).get();
                                more.add(aftermath.arrestsByReach(call));
                                wiring.calls().tolerate(call);
                                more.add(aftermath.arrestsByReach(call));
                                wiring.calls().close(call);
                            }
                        })),
                surveillance(0.4, 0.5, 2));

        assertThat(more).containsExactly(1 - 0.6 * 0.5, 0.0, CLIENT_TAKEN * (1 - 0.6 * 0.5), 0.0);
    }

    /** Callers who have hung up are not located any more. Here all calls are cut off when the latency is over. */
    @Test
    void cutOff_beforeLocation_notLocated() {
        RunResult run = run(
                inTown(12).mechanism(wiring -> {
                    int cut = wiring.scheduler().kind("test.cut", Phase.MODEL, (time, household, call) -> {
                        wiring.port(Line.class).get().cutOff(call);
                        return 0;
                    });
                    wiring.signal(Signals.SESSION_STARTED)
                            .listen((household, call) -> wiring.scheduler()
                                    .post(wiring.scheduler().now() + 2 * Times.MINUTE, cut, household, call));
                }),
                surveillance(1, 60, 2));

        assertThat(run.value("interrupted")).isEqualTo(N);
        assertThat(run.value("located")).isZero();
    }

    /** The case of who is identified is about the need of the session it goes back to, and a broker's client's is graver. */
    @ParameterizedTest(name = "brokered {0}")
    @CsvSource({"false, 0", "true, 1"})
    void identified_caseIsAboutTheNeedOfTheSession(boolean brokered, int aggravation) {
        Sessions kind = new Sessions(12, false, brokered, false);
        Set<Integer> needs = new TreeSet<>();
        Set<Integer> circumstances = new TreeSet<>();
        int[] outcomes = new int[3];
        RunResult run = Bench.watched(
                Bench.scenario(
                        Catalog.of(
                                kind.mechanism(pursuit(false).andThen(wiring -> {
                                    wiring.signal(Signals.CONTACT_COMPLETED).listen((household, need) -> {
                                        if (need == 0) {
                                            kind.plan(wiring, household, 5);
                                        }
                                    });
                                    wiring.signal(Signals.ARRESTED).listen((household, slot) -> {
                                        needs.add(wiring.cases().occurrence(slot));
                                        circumstances.add(wiring.cases().aggravation(slot));
                                    });
                                })),
                                Connection.MECHANISM,
                                Detection.MECHANISM),
                        1,
                        Bench.all(surveillance(0.4, 0.5, 2), Map.of("population.enemy_share", 0.0))),
                hearing -> hearing.onEvent(event -> {
                    if (event.kind().equals("detection.identification")) {
                        outcomes[event.outcome()]++;
                    }
                }));

        assertThat(needs).containsExactly(0, 5);
        assertThat(circumstances).containsExactly(aggravation);
        assertThat((double) outcomes[0])
                .isEqualTo(run.value("arrests_identified"))
                .isPositive();
        assertThat(outcomes[1]).isPositive(); // held since the first
    }

    private static void assertShare(double count, double p) {
        assertThat(count / N).isCloseTo(p, within(5 * StrictMath.sqrt(p * (1 - p) / N)));
    }

    /** Sessions of one length until the first arrest number geometrically. Chi-squared, false alarm 1e-6. */
    @Test
    void sessionsToFirstArrest_geometric() {
        Sessions kind = inTown(5);
        int cells = 30;
        long[] observed = new long[cells];
        double p = 1 - StrictMath.exp(-0.4 * 0.2 * 4);
        run(
                kind.mechanism(pursuit(true).andThen(wiring -> {
                    wiring.signal(Signals.CONTACT_COMPLETED).listen((household, need) -> {
                        if (need + 1 < 200) {
                            kind.plan(wiring, household, need + 1);
                        }
                    });
                    wiring.signal(Signals.ARRESTED)
                            .listen((household, slot) ->
                                    observed[Math.min(cells - 1, wiring.cases().occurrence(slot))]++);
                })),
                surveillance(0.4, 0.2, 1));
        double[] expected = new double[cells];
        for (int k = 0; k < cells; k++) {
            expected[k] = N * StrictMath.pow(1 - p, k) * (k == cells - 1 ? 1 : p);
        }

        Fit.assertCounts(expected, observed);
    }

    /** An identification after the household is held finds nobody at home. */
    @Test
    void identifiedWhileHeld_nothingHappens() {
        Route other = new Route("other", 30, false);
        RunResult run = run(
                inTown(12).mechanism(pursuit(false).andThen(wiring -> {
                    wiring.route(other, "taken by the test");
                    Signal chosen = wiring.newSignal("test.take");
                    wiring.signal(Signals.CONTACT_COMPLETED).listen((household, need) -> {
                        int take = household;
                        chosen.emit(take, 0);
                    });
                    int hold = wiring.scheduler().kind("test.hold", Phase.MODEL, (time, household, need) -> {
                        wiring.arrests().arrest(household, other, 0, 0, false);
                        return 0;
                    });
                    wiring.signal("test.take")
                            .listen((household, need) ->
                                    wiring.scheduler().post(wiring.scheduler().now() + 1, hold, household, 0));
                })),
                Bench.all(surveillance(0.4, 0.5, 2), Map.of("detection.identification_days_mean", 30.0)));

        assertThat(run.value("arrests_other")).isEqualTo(N - run.value("arrests_identified"));
        assertThat(run.value("arrests")).isEqualTo(N);
        assertThat(run.value("arrests_identified")).isLessThan(20); // within minutes, before the call was over
    }
}
