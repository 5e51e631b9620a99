package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.event.Times;
import dev.borderline.mechanism.Bench;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.random.Draws;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Chance and pairing as properties of scenarios drawn at random: two arms share people, needs and random numbers. Nothing here is left to
 * a tolerance. The name of a failing test shows the seed of its scenario.
 */
class PairingPropertiesTest {
    private static final LocalDate START = LocalDate.of(2009, 1, 1);
    private static final int HOUSEHOLDS = 1_500;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3);
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(4, 100);
    }

    /** A need, candidate or session: the lasting id of its household and its number. */
    private record Address(long household, int number) {}

    /** A session that is over: the probability of being located, whether it was, and whether an officer cut it off. */
    private record Session(double probability, boolean located, boolean cutOff) {}

    /** People and draws that a run shows. */
    private static final class Seen {
        private final List<List<Object>> people = new ArrayList<>();
        private final Map<Address, List<Object>> needs = new HashMap<>();
        private final Map<Address, Double> begun = new HashMap<>(); // probability of being located
        private final Set<Address> located = new HashSet<>();
        private final Map<Address, Session> sessions = new HashMap<>();
        private final Map<Address, Long> exposed = new HashMap<>(); // candidates of informants that led to an arrest

        Mechanism<Bench.None> watch() {
            return Bench.stub("test.watch", this::install);
        }

        private void install(Wiring wiring) {
            wiring.onStart(() -> {
                for (int household = 0; household < HOUSEHOLDS; household++) {
                    people.add(person(wiring.households(), household));
                }
            });
            var view = wiring.port(NeedView.class);
            wiring.signal(Signals.NEED_ARISEN)
                    .listen((household, need) -> needs.put(
                            address(wiring, household, need),
                            List.of(
                                    wiring.scheduler().now(),
                                    view.get().valueUsd(household, need),
                                    view.get().forMoney(household, need))));
            wiring.signal(Signals.SESSION_STARTED)
                    .listen((household, call) -> begun.put(
                            address(wiring, household, wiring.calls().need(call)), locatedProbability(wiring, call)));
            wiring.signal(Signals.SESSION_LOCATED)
                    .listen((household, call) -> located.add(
                            address(wiring, household, wiring.calls().need(call))));
            wiring.signal(Signals.SESSION_ENDED).listen((household, call) -> {
                Address address = address(wiring, household, wiring.calls().need(call));
                boolean cutOff = wiring.calls().cutOff(call);
                sessions.put(address, new Session(begun.getOrDefault(address, 0.0), located.contains(address), cutOff));
            });
            wiring.signal(Signals.ARRESTED).listen((household, slot) -> {
                if (wiring.cases().byRoute(slot, Route.INFORMED_ON)) {
                    exposed.put(
                            address(wiring, household, wiring.cases().occurrence(slot)),
                            wiring.scheduler().now());
                }
            });
        }

        private static Address address(Wiring wiring, int household, int number) {
            return new Address(wiring.households().id(household), number);
        }

        private static List<Object> person(Households households, int household) {
            return List.of(
                    households.zone(household),
                    households.fifth(household),
                    households.incomeUsd(household),
                    households.wealthUsd(household),
                    households.connections(household),
                    households.ownsHandset(household),
                    households.ownsLine(household),
                    households.kinInEnemyCountry(household));
        }

        private static double locatedProbability(Wiring wiring, int call) {
            Lever coverage = wiring.lever("surveillance.coverage");
            Lever rate = wiring.lever("surveillance.locate_rate_per_minute");
            Lever latency = wiring.lever("surveillance.latency_minutes");
            double exposure = wiring.calls().remote(call) ? 0.5 : 1;
            double minutes = Math.max(0, wiring.calls().minutes(call) - latency.value());
            return -StrictMath.expm1(-coverage.value() * exposure * rate.value() * minutes);
        }
    }

    private static Seen seen(Scenario scenario) {
        Seen seen = new Seen();
        Runs.run(scenario.with(scenario.catalog().with(seen.watch())), 0);
        return seen;
    }

    private static void assertSame(RunResult one, RunResult other) {
        assertThat(other.monthlyFingerprints()).isEqualTo(one.monthlyFingerprints());
        assertThat(other.sites()).isEqualTo(one.sites());
        one.outcomes()
                .measures()
                .forEach(measure -> assertThat(other.value(measure.name()))
                        .as(measure.name())
                        .isEqualTo(Double.valueOf(one.value(measure.name()))));
    }

    private static <K, V> void assertEqualWhereInBoth(Map<K, V> one, Map<K, V> other) {
        one.forEach((key, value) -> {
            if (other.containsKey(key)) {
                assertThat(other.get(key)).isEqualTo(value);
            }
        });
    }

    /**
     * (a) two policies meet the same people with the same needs; (e) a candidate that both accept comes at the same moment, for
     * the levers move what is accepted, not the draws; (g) a session that is located in one arm is located in the other if it
     * is at least as exposed there, session by session.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void arms_sharePeopleNeedsAndRandomNumbers(long seed) {
        Scenario base = RandomScenarios.of(seed);
        Seen one = seen(base.with(RandomScenarios.policy(seed, START)));
        Seen two = seen(base.with(RandomScenarios.policy(seed + 1_000_000, START)));

        assertThat(two.people).isEqualTo(one.people).hasSize(HOUSEHOLDS);
        assertThat(one.needs).hasSizeGreaterThan(500);
        assertEqualWhereInBoth(one.needs, two.needs);
        assertEqualWhereInBoth(one.exposed, two.exposed);
        one.sessions.forEach((address, session) -> {
            Session other = two.sessions.get(address);
            if (other != null && session.located && other.probability >= session.probability) {
                assertThat(other.located || other.cutOff).as("%s", address).isTrue();
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    @Tag("deep")
    void arms_sharePeopleNeedsAndRandomNumbers_deep(long seed) {
        arms_sharePeopleNeedsAndRandomNumbers(seed);
    }

    /** (b) A mechanism with draws and measures of its own moves no other draw; households that are added leave others' needs. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void additions_moveNothing(long seed) {
        Scenario scenario = RandomScenarios.of(seed).with(RandomScenarios.policy(seed, START));
        Mechanism<Bench.None> idle = Bench.stub("test.idle", wiring -> {
            wiring.neutral("Tests").count("test_count", "things", "Nothing that matters");
            DrawSite chance = wiring.chance("test.idle_chance");
            wiring.signal(Signals.NEED_ARISEN)
                    .listen((household, need) ->
                            assertThat(chance.occurs(household, need, 0.5)).isIn(true, false));
        });
        RunResult without = Runs.run(scenario, 0);
        RunResult with = Runs.run(scenario.with(scenario.catalog().with(idle)), 0);
        Seen few = seen(scenario.with("crossings.attempts_per_year", 0));
        Seen many = seen(scenario.with("crossings.attempts_per_year", 0).with(Bench.households(HOUSEHOLDS + 400)));

        assertThat(with.monthlyFingerprints()).isEqualTo(without.monthlyFingerprints());
        assertThat(with.sites()).containsAll(without.sites());
        assertThat(many.people).isEqualTo(few.people);
        assertEqualWhereInBoth(few.needs, many.needs);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    @Tag("deep")
    void additions_moveNothing_deep(long seed) {
        additions_moveNothing(seed);
    }

    /** (c) Replications on two threads, in any order, on a simulation made ready once: as one after another on fresh ones. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void results_dependOnNoThreadOrderOrBatch(long seed) {
        Scenario scenario = RandomScenarios.of(seed).with(RandomScenarios.policy(seed, START));
        Simulation shared = Simulation.of(scenario);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 3).boxed().toList());
        Collections.shuffle(order, new java.util.Random(seed));
        Map<Integer, CompletableFuture<RunResult>> futures = new HashMap<>();
        for (int replication : order) {
            RunKey key = new RunKey(Runs.SEED, replication);
            futures.put(replication, CompletableFuture.supplyAsync(() -> shared.run(key)));
        }
        futures.forEach((replication, run) -> assertSame(Runs.run(scenario, replication), run.join()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    @Tag("deep")
    void results_dependOnNoThreadOrderOrBatch_deep(long seed) {
        results_dependOnNoThreadOrderOrBatch(seed);
    }

    /** (d) Draws recomputed alone, from seed, replication and address: whether each session is located, each need for money. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void draws_recomputedAlone_areThoseOfTheRun(long seed) {
        Scenario scenario = RandomScenarios.of(seed).with(RandomScenarios.policy(seed, START));
        Seen seen = seen(scenario);
        long key = RunKeys.runKey(RunKeys.SCHEME_VERSION, Runs.SEED, 0);
        Draws located = Draws.of(key, "detection.located", SubjectKind.HOUSEHOLD);
        Draws money = Draws.of(key, "needs.money", SubjectKind.HOUSEHOLD);
        double moneyProbability = scenario.value("needs.money_probability");

        assertThat(seen.needs).isNotEmpty();
        seen.needs.forEach((address, need) ->
                assertThat(need.get(2)).isEqualTo(money.uniform(address.household, address.number) < moneyProbability));
        seen.sessions.forEach((address, session) -> {
            double u = located.uniform(address.household, address.number);
            assertThat(session.located).as("%s", address).isEqualTo(u < session.probability && !spared(session, u));
        });
    }

    /** Cut off before it would have been located, or, to the tick, located when it was over. */
    private static boolean spared(Session session, double u) {
        return !session.located && (session.cutOff || u > session.probability - 1e-5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    @Tag("deep")
    void draws_recomputedAlone_areThoseOfTheRun_deep(long seed) {
        draws_recomputedAlone_areThoseOfTheRun(seed);
    }

    /** (f) A policy leaves what was before its first move bit-identical; one that changes nothing differs by exactly 0. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void policy_leavesWhatWasBefore_nullPolicyEverything(long seed) {
        Scenario scenario = RandomScenarios.of(seed);
        LocalDate later = START.plusDays(RandomSource.SPLIT_MIX_64.create(seed).nextInt(60, 500));
        RunResult without = Runs.run(scenario, 0);
        RunResult with = Runs.run(scenario.with(RandomScenarios.policy(seed, later)), 0);
        int months = (int) ((later.toEpochDay() - START.toEpochDay()) * Times.DAY / Times.MONTH);
        double coverage = scenario.value("levers.surveillance.coverage");
        Policy same = Policy.of("same", Move.set(later, "surveillance.coverage", coverage));

        assertThat(with.monthlyFingerprints().subList(0, months))
                .isEqualTo(without.monthlyFingerprints().subList(0, months));
        assertSame(without, Runs.run(scenario.with(same), 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    @Tag("deep")
    void policy_leavesWhatWasBefore_nullPolicyEverything_deep(long seed) {
        policy_leavesWhatWasBefore_nullPolicyEverything(seed);
    }
}
