package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunCodec;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.Schedule;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunSnapshot;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that share the past they have in common are, bit by bit, those made alone. */
class SharedPastsTest {
    private static final Scenario SCENARIO = Small.scenario().with("population.resettled_refugees", 400);
    private static final LocalDate FIRST = LocalDate.of(2009, 8, 1);
    private static final LocalDate SECOND = LocalDate.of(2010, 1, 15);
    private static final String COVERAGE = "surveillance.coverage";

    private static Arm arm(String name, Move... moves) {
        return Arm.of(Policy.of(name, moves));
    }

    /** Arms that part at three dates, one that never does, one of another world, one with a controller. */
    private static Experiment experiment() {
        ControllerFactory late = new ControllerFactory(
                "late", "1", Schedule.on(SECOND.plusDays(9)), () -> controls -> controls.move(COVERAGE, 0.3));
        List<Arm> arms = List.of(
                Arm.base(),
                arm("first", Move.set(FIRST, COVERAGE, 0.9)),
                arm("first-and-second", Move.set(FIRST, COVERAGE, 0.9), Move.set(SECOND, COVERAGE, 0.1)),
                arm("second", Move.set(SECOND, COVERAGE, 0.7)),
                arm("same", Move.set(FIRST, COVERAGE, SCENARIO.value(Small.COVERAGE))),
                Arm.of("poorer", scenario -> scenario.with("population.income_mean_usd", 900)),
                Arm.of("controlled", scenario -> scenario).with(late));
        return new Experiment(SCENARIO, Design.single(), arms, 3, 42, List.of());
    }

    private static List<byte[]> payloads(MemoryStore store) throws IOException {
        Map<Integer, byte[]> byRank = new TreeMap<>();
        store.forEach(run -> byRank.put(store.tasks().rank(run.task()), RunCodec.payload(run)));
        return new ArrayList<>(byRank.values());
    }

    private static MemoryStore run(Experiment experiment, UnaryOperator<Runner> setUp) throws IOException {
        MemoryStore store = new MemoryStore(experiment.tasks());
        Progress progress = setUp.apply(Runner.of(experiment, store)).run();
        assertThat(progress.done()).isEqualTo(experiment.tasks().size());
        assertThat(progress.failed()).isZero();
        return store;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void runs_sharingTheirPasts_areThoseMadeAlone(int threads) throws IOException {
        Experiment experiment = experiment();
        List<byte[]> alone = payloads(run(experiment, Runner::withoutSharing));

        List<byte[]> shared = payloads(run(experiment, runner -> runner.threads(threads)));

        assertThat(shared).hasSize(21).usingElementComparator(Arrays::compare).isEqualTo(alone);
    }

    /** Members have their own scenarios, so only the arms of one member have a past in common. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void runsOverMembers_sharingTheirPasts_areThoseMadeAlone(int threads) throws IOException {
        Ensemble prior = Ensemble.shipped(StandardCatalog.standard(), Ensemble.PRIOR);
        Experiment experiment = experiment().with(new Members(prior.first(3), 2));
        List<byte[]> alone = payloads(run(experiment, Runner::withoutSharing));

        List<byte[]> shared = payloads(run(experiment, runner -> runner.threads(threads)));

        assertThat(SharedPasts.arePossible(experiment)).isTrue();
        assertThat(experiment.scenario(new Task(0, 0, 0)).sha256())
                .isNotEqualTo(experiment.scenario(new Task(0, 0, 2)).sha256());
        assertThat(shared).hasSize(42).usingElementComparator(Arrays::compare).isEqualTo(alone);
    }

    /** The rest of an experiment that broke off shares all that it can. */
    @Test
    void runs_goneOnWith_areThoseMadeAlone() throws IOException {
        Experiment experiment = experiment();
        MemoryStore store = new MemoryStore(experiment.tasks());
        int[] runs = {0};
        Runner.of(experiment, store).threads(1).cancelWhen(() -> runs[0]++ == 9).run();
        assertThat(store.size()).isEqualTo(9);

        Runner.of(experiment, store).threads(1).run();

        assertThat(payloads(store))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(payloads(run(experiment, Runner::withoutSharing)));
    }

    /** As a cluster makes them: some runs of two replications in one parcel. */
    @Test
    void parcel_ofRunsThatShareTheirPasts_hasThoseMadeAlone() throws IOException {
        Experiment experiment = experiment();
        List<Task> some = new ArrayList<>();
        for (int place = 2; place < 13; place++) {
            some.add(experiment.tasks().inRunOrder(place));
        }
        List<byte[]> opened = new ArrayList<>();

        byte[] parcel = RunParcels.of(experiment, Task::toString).make(some);

        RunParcels.open(parcel, run -> opened.add(RunCodec.payload(run)));
        MemoryStore alone = run(experiment, Runner::withoutSharing);
        List<byte[]> expected = new ArrayList<>();
        alone.forEach(run -> expected.add(some.contains(run.task()) ? RunCodec.payload(run) : new byte[0]));
        expected.removeIf(payload -> payload.length == 0);
        assertThat(opened)
                .hasSize(11)
                .usingElementComparator(Arrays::compare)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static CommonPast past(Experiment experiment) {
        return new CommonPast(experiment.tasks().cells(), cell -> experiment.simulation(0, cell));
    }

    private static long day(LocalDate date) {
        return date.toEpochDay() - SCENARIO.start().toEpochDay();
    }

    @Test
    void commonPast_endsWhereTwoPart() {
        CommonPast past = past(experiment());
        int end = (int) SCENARIO.period().days();

        assertThat(past.days(0, 1)).isEqualTo((int) day(FIRST));
        assertThat(past.days(1, 2)).isEqualTo((int) day(SECOND));
        assertThat(past.days(0, 3)).isEqualTo((int) day(SECOND));
        assertThat(past.days(0, 4)).isEqualTo(end);
        assertThat(past.days(0, 5)).isZero();
        assertThat(past.days(0, 6)).isEqualTo((int) day(SECOND.plusDays(9)));
        assertThat(past.days(2, 6)).isEqualTo((int) day(FIRST));
    }

    /** A run each for two worlds, and of the others what comes after each parting: two from the first, two from the second, ... */
    @Test
    void meanWork_isThatOfDaysSimulatedOnce() {
        assertThat(meanWork(experiment(), Shard.WHOLE)).isCloseTo(work() / 7, within(1e-12));
        assertThat(meanWork(experiment(), new Shard(1, 3, true))).isCloseTo(work() / 7, within(1e-12));
    }

    private static double meanWork(Experiment experiment, Shard shard) {
        return new EventForecast(1, 1).withPastsShared(experiment, shard).eventsPerRun();
    }

    /** Of the seven arms of one replication, in runs from the start. */
    private static double work() {
        long end = SCENARIO.period().days();
        long days = 2 * end + (end - day(FIRST)) + 2 * (end - day(SECOND)) + (end - day(SECOND.plusDays(9)));
        return (double) days / end;
    }

    /** Cut by runs, a shard of two has every other arm of a replication: the first, third, fifth and seventh, then the rest. */
    @Test
    void meanWork_ofAShardThatPartsArms_isOfThePastsThatItHas() {
        long end = SCENARIO.period().days();
        double afterFirst = (double) (end - day(FIRST)) / end;
        double base =
                1 + afterFirst + 0 + (double) (end - day(SECOND.plusDays(9))) / end; // one is the same as the base
        double rest = 1 + afterFirst + 1;

        assertThat(meanWork(experiment(), new Shard(1, 2))).isCloseTo((base + rest) / 7, within(1e-12));
    }

    /** A run that goes on from another's past is little work, so what is left is not told from the number of runs. */
    @Test
    void progress_countsRunsByWhatTheyHaveToSimulate() throws IOException {
        Experiment experiment = experiment();
        List<Progress> told = new ArrayList<>();

        run(experiment, runner -> runner.threads(1).onProgress(told::add));

        Progress first = told.get(0); // of the base, from its start
        assertThat(first.secondsLeft() * first.runsPerSecond()).isCloseTo(3 * work() - 1, within(1e-9));
        Progress second = told.get(1); // goes on from there
        double done = 2 - (double) day(FIRST) / SCENARIO.period().days();
        assertThat(second.secondsLeft() * second.runsPerSecond())
                .isCloseTo(2 * (3 * work() - done) / done, within(1e-9));
        assertThat(told.get(20).secondsLeft() * told.get(20).runsPerSecond()).isCloseTo(0, within(1e-9));
        told.clear();
        run(experiment, runner -> runner.threads(1).withoutSharing().onProgress(told::add));
        assertThat(told.get(0).secondsLeft() * told.get(0).runsPerSecond()).isCloseTo(20, within(1e-9));
    }

    /** The rest of a stopped experiment has pasts of its own. */
    @Test
    void progress_ofTheRest_countsWhatIsLeft() throws IOException {
        Experiment experiment = experiment();
        MemoryStore store = new MemoryStore(experiment.tasks());
        int[] runs = {0};
        Runner.of(experiment, store)
                .threads(1)
                .cancelWhen(() -> runs[0]++ == 15)
                .run();
        List<Progress> told = new ArrayList<>();

        Runner.of(experiment, store).threads(1).onProgress(told::add).run();

        Progress last = told.get(told.size() - 1);
        assertThat(told).hasSize(6);
        assertThat(last.secondsLeft() / told.get(0).secondsLeft()).isCloseTo(0, within(1e-9));
    }

    @Test
    void meanWork_whereNothingIsShared_isOne() {
        List<Arm> arms = List.of(Arm.base(), Arm.of("poorer", world -> world.with("population.income_mean_usd", 900)));
        Experiment apart = new Experiment(SCENARIO, Design.single(), arms, 1, 42, List.of());
        Experiment independent = experiment().with(RandomNumbers.INDEPENDENT);

        assertThat(meanWork(apart, Shard.WHOLE)).isEqualTo(1);
        assertThat(meanWork(independent, Shard.WHOLE)).isEqualTo(1);
    }

    private static RunSnapshot snapshot(Experiment experiment, LocalDate date) {
        var run = Simulation.of(experiment.base()).start(RunKey.of(1));
        run.runUntil(date);
        return run.snapshot();
    }

    @Test
    void group_letsOthersWaitUntilTheirPastIsKnown() {
        Experiment experiment = experiment();
        PastGroup group = new PastGroup(past(experiment), List.of(0, 1, 2, 3, 5));

        PastGroup.Plan first = group.begin(0);
        assertThat(first.from()).isNull();
        assertThat(first.stops()).containsExactly((int) day(FIRST), (int) day(SECOND));
        assertThat(group.isToWait(1)).isTrue();
        assertThat(group.isToWait(5)).isFalse();

        RunSnapshot atFirst = snapshot(experiment, FIRST);
        group.passed(0, (int) day(FIRST), atFirst);
        assertThat(group.isToWait(1)).isFalse();
        assertThat(group.isToWait(3)).isTrue();
        PastGroup.Plan second = group.begin(1);
        assertThat(second.from()).isSameAs(atFirst);
        assertThat(second.stops()).containsExactly((int) day(SECOND));

        group.passed(0, (int) day(SECOND), null); // the snapshot could not be taken
        assertThat(group.isToWait(3)).isFalse();
        assertThat(group.begin(3).from()).isSameAs(atFirst);
        group.end(0);
        group.end(1);
        assertThat(group.isOver()).isFalse();
        assertThat(group.begin(2).from()).isSameAs(atFirst);
        assertThat(group.bytes()).isZero(); // nobody needs it any more
    }
}
