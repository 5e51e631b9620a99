package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.event.Times;
import dev.borderline.measure.Measure;
import dev.borderline.mechanism.Bench;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Signals;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chance is a pure function of its address: what follows for pairs of runs. */
class PairingTest {
    private static final Scenario BUSY = Runs.busy(3_000, 3)
            .with(Map.of("levers.border.crossing_price_usd", 4_000.0, "levers.border.guard_bribe_usd", 100.0));

    /** The run that others are held against. */
    private static final RunResult RUN = Runs.run(BUSY, 0);

    private static Map<String, Double> values(RunResult run) {
        Map<String, Double> values = new TreeMap<>();
        for (Measure measure : run.outcomes().measures()) {
            values.put(measure.name(), run.value(measure.name()));
        }
        return values;
    }

    private static void assertSame(RunResult one, RunResult other) {
        assertThat(other.monthlyFingerprints()).isEqualTo(one.monthlyFingerprints());
        assertThat(values(other)).isEqualTo(values(one));
        assertThat(other.events()).isEqualTo(one.events());
        assertThat(other.sites()).isEqualTo(one.sites());
    }

    @Test
    void run_repeated_sameFingerprint() {
        Simulation simulation = Simulation.of(BUSY);
        RunKey key = new RunKey(Runs.SEED, 3);

        assertSame(simulation.run(key), simulation.run(key));
        assertSame(simulation.run(key), Simulation.run(BUSY, key));
        assertThat(simulation.run(new RunKey(Runs.SEED, 4)).fingerprint())
                .isNotEqualTo(simulation.run(key).fingerprint());
    }

    /** Many runs of one simulation at a time, on the threads of a pool: as one after another. */
    @Test
    void runs_inParallel_asInTurn() {
        Simulation simulation = Simulation.of(BUSY);
        List<CompletableFuture<RunResult>> futures = java.util.stream.IntStream.range(0, 4)
                .mapToObj(replication ->
                        CompletableFuture.supplyAsync(() -> simulation.run(new RunKey(Runs.SEED, replication))))
                .toList();
        Simulation fresh = Simulation.of(BUSY);
        for (int replication = 0; replication < futures.size(); replication++) {
            assertSame(
                    fresh.run(new RunKey(Runs.SEED, replication)),
                    futures.get(replication).join());
        }
    }

    /** A policy that sets a lever to what it is, or away and back on one day: differences of exactly 0. */
    @Test
    void nullPolicy_identicalOutcomes() {
        LocalDate day = LocalDate.of(2010, 5, 1);
        Policy same = Policy.of(
                "same",
                Move.set(day, "surveillance.coverage", 0.3),
                Move.set(day, "jamming.failure_probability", 0.9),
                Move.set(day, "jamming.failure_probability", 0.5));

        assertSame(RUN, Runs.run(BUSY.with(same), 0));
    }

    static List<String> levers() {
        return StandardCatalog.standard().inputs().stream()
                .filter(InputSpec::isLever)
                .map(spec -> spec.input().lever())
                .toList();
    }

    /** A lever halved on 1 July 2010 leaves all months before bit-identical, and moves some outcome afterwards. */
    @ParameterizedTest
    @MethodSource("levers")
    void leverMovedLater_leavesWhatWasBefore(String lever) {
        LocalDate day = LocalDate.of(2010, 7, 1);
        RunResult with = Runs.run(BUSY.with(Policy.of("later", Move.scale(day, lever, 0.5))), 0);
        int months = (int) ((365 + 181) * Times.DAY / Times.MONTH);

        assertThat(months).isEqualTo(17);
        assertThat(with.monthlyFingerprints().subList(0, months))
                .isEqualTo(RUN.monthlyFingerprints().subList(0, months));
        for (Measure measure : RUN.outcomes().measures()) {
            assertThat(with.outcomes().inYear(measure.name(), 0))
                    .isEqualTo(RUN.outcomes().inYear(measure.name(), 0));
        }
        assertThat(values(with)).isNotEqualTo(values(RUN));
    }

    /** A need by the lasting id of its household. */
    private record Need(long household, int number) {}

    /** Needs as they arise, with time, worth and purpose. */
    private static Mechanism<Bench.None> needs(Map<Need, List<Object>> seen) {
        return Bench.stub("test.needs", wiring -> {
            var view = wiring.port(NeedView.class);
            wiring.signal(Signals.NEED_ARISEN)
                    .listen((household, need) -> seen.put(
                            new Need(wiring.households().id(household), need),
                            List.of(
                                    wiring.scheduler().now(),
                                    view.get().valueUsd(household, need),
                                    view.get().forMoney(household, need))));
        });
    }

    /** Nobody comes or goes: both arms have the same number of needs, year by year, held or not. */
    @Test
    void arms_haveAsManyNeeds() {
        Scenario closed = BUSY.with("crossings.attempts_per_year", 0);
        RunResult one = Runs.run(closed, 0);
        RunResult two = Runs.run(closed.with("levers.surveillance.informants_per_year", 2), 0);

        assertThat(two.value("lapsed")).isGreaterThan(one.value("lapsed"));
        for (int year = 0; year < 3; year++) {
            assertThat(two.outcomes().inYear("needs", year))
                    .isEqualTo(one.outcomes().inYear("needs", year));
        }
    }

    /**
     * Two arms meet the same needs: each at the same time, of the same worth, also after a release, and also those of
     * households that form in both.
     */
    @Test
    void arms_meetTheSameNeeds() {
        Map<Need, List<Object>> calm = new HashMap<>();
        Map<Need, List<Object>> harsh = new HashMap<>();
        Scenario crackdown = BUSY.with(Map.of(
                "levers.surveillance.coverage", 1.0,
                "levers.surveillance.informants_per_year", 2.0,
                "levers.officers.corruptible_share", 0.0,
                "levers.jamming.failure_probability", 0.1));
        RunResult one = Runs.run(BUSY.with(BUSY.catalog().with(needs(calm))), 0);
        RunResult two = Runs.run(crackdown.with(crackdown.catalog().with(needs(harsh))), 0);

        assertThat(two.value("formal_call_cases")).isGreaterThan(2 * one.value("formal_call_cases"));
        Map<Need, List<Object>> inBoth = new HashMap<>(calm);
        inBoth.keySet().retainAll(harsh.keySet());
        assertThat(inBoth.size()).isGreaterThan(10_000).isLessThan(calm.size());
        inBoth.forEach((key, need) -> assertThat(harsh.get(key)).isEqualTo(need));
    }

    /** A mechanism and measures more move no draw of the others. */
    @Test
    void idleMechanismAdded_movesNothing() {
        Mechanism<Bench.None> idle = Bench.stub("test.idle", wiring -> {
            wiring.neutral("Tests").count("test_count", "things", "Nothing that matters");
            wiring.neutral("Tests").years("test_years", "Nothing that matters");
            var draws = wiring.draws("test.idle", SubjectKind.HOUSEHOLD);
            var chance = wiring.chance("test.idle_chance");
            wiring.signal(Signals.SESSION_STARTED).listen((household, call) -> {
                double u = draws.uniform(household, call);
                assertThat(chance.occurs(household, wiring.calls().need(call), u))
                        .isIn(true, false);
            });
        });
        RunResult with = Runs.run(BUSY.with(BUSY.catalog().with(idle)), 0);

        assertThat(with.monthlyFingerprints()).isEqualTo(RUN.monthlyFingerprints());
        assertThat(values(with)).containsAllEntriesOf(values(RUN));
    }

    /** More households: those that were there before keep their needs. */
    @Test
    void householdsAdded_othersKeepTheirNeeds() {
        Map<Need, List<Object>> few = new HashMap<>();
        Map<Need, List<Object>> many = new HashMap<>();
        Scenario calm = Runs.small(1_000, 2)
                .with(Bench.all(
                        Bench.noStopsNoCrossings(),
                        Map.of(
                                "levers.surveillance.coverage", 0.0,
                                "levers.surveillance.informants_per_year", 0.0)));
        Runs.run(calm.with(calm.catalog().with(needs(few))), 0);
        Scenario larger = calm.with(Bench.households(1_500));
        Runs.run(larger.with(larger.catalog().with(needs(many))), 0);

        many.keySet().removeIf(need -> need.household >= 1_000);
        assertThat(many).isEqualTo(few);
    }
}
