package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.compare.Replicates;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.experiment.folder.SweepStatus;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.JournalHead;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.CellSummary;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.experiment.table.Summaries;
import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps whose runs decide how many there are. */
class StoppingRunsTest {
    private static final int MOST = 40;
    private static final StoppingRule RULE =
            StoppingRule.relative(0.25, "arrests", "contact_share").atMost(MOST);

    /** Few people who are watched much: cells end at four different looks, for a third of the work. */
    private static final Scenario WATCHED = Small.scenario()
            .with(Map.of("population.resettled_refugees", 500.0, "levers.surveillance.informants_per_year", 0.1));

    private static final Experiment EXPERIMENT = new Experiment(
                    WATCHED,
                    Design.lhs(List.of(dev.borderline.scenario.Factor.linear(Small.COVERAGE, 0.04, 0.8)), 3, 1),
                    List.of(Arm.base(), Arm.of("open", scenario -> scenario.with(Small.BRIBES, 0.4))),
                    1,
                    42,
                    List.of())
            .with(RULE);

    /** The runs that one thread makes, which other ways of making them are held against. */
    private static final class Expected {
        // Not of the class itself: the thread that makes them waits for it to be ready.
        static final List<RunRecord> RUNS = runs();

        private static List<RunRecord> runs() {
            try {
                return List.copyOf(all(filled(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<RunRecord> all(RunStore store) throws IOException {
        List<RunRecord> all = new ArrayList<>();
        store.forEach(all::add);
        return all;
    }

    /** A store that holds runs made before. */
    private static RunStore stored(List<RunRecord> runs) throws IOException {
        RunStore store = new MemoryStore(EXPERIMENT.tasks());
        copy(runs, store);
        return store;
    }

    private static void copy(List<RunRecord> runs, RunStore store) throws IOException {
        for (RunRecord run : runs) {
            store.append(run);
        }
    }

    private static RunStore filled(int threads) throws IOException {
        RunStore store = new MemoryStore(EXPERIMENT.tasks());
        Runner.of(EXPERIMENT, store).threads(threads).run();
        return store;
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 7})
    void runs_anyThreads_areAsManyAndTheSame(int threads) throws IOException {
        assertThat(all(filled(threads))).isEqualTo(Expected.RUNS);
        assertThat(Expected.RUNS).hasSizeBetween(6 * 10, 6 * MOST);
    }

    @Test
    void runs_madeElsewhereInWaves_areAsManyAndTheSame() throws IOException {
        RunParcels parcels = RunParcels.of(EXPERIMENT, Task::toString);
        RunStore store = new MemoryStore(EXPERIMENT.tasks());
        Runner.of(EXPERIMENT, store)
                .runElsewhere((tasks, records) -> RunParcels.open(parcels.make(tasks), records), 17);
        assertThat(all(store)).isEqualTo(Expected.RUNS);
    }

    /** Every cell ends where its rule does: its goals are met there, or the cap is; and at no earlier look. */
    @Test
    void everyCell_endsAtItsFirstLookThatIsMet() throws IOException {
        RunStore store = stored(Expected.RUNS);
        PrecisionReached reached = PrecisionReached.of(EXPERIMENT, store);
        List<CellSummary> cells = Summaries.of(EXPERIMENT, store);
        assertThat(reached.leastReplications())
                .isEqualTo(cells.stream().mapToInt(CellSummary::runs).min().orElseThrow());
        assertThat(reached.mostReplications())
                .isEqualTo(cells.stream().mapToInt(CellSummary::runs).max().orElseThrow())
                .isGreaterThan(reached.leastReplications());
        for (CellSummary cell : cells) {
            MeasureSummary arrests = cell.measure("arrests");
            boolean met = (arrests.ciHigh() - arrests.ciLow()) / 2 <= 0.25 / 1.25 * arrests.mean() + 1e-4;
            assertThat(met || cell.runs() == MOST).isTrue();
            boolean told = reached.unmet().stream()
                    .anyMatch(mean -> mean.point() == cell.point().index()
                            && EXPERIMENT.arms().get(mean.arm()).name().equals(cell.arm()));
            assertThat(told).isEqualTo(!met);
        }
    }

    @Test
    void interruptedAnywhere_goesOnToTheSameRuns(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("runs.journal");
        JournalHead head = new JournalHead(EXPERIMENT.sha256(), "test");
        int sittings = 0;
        boolean done = false;
        while (!done) {
            try (Journal journal = Journal.open(path, head, EXPERIMENT.tasks())) {
                int stop = journal.size() + 17;
                Progress end = Runner.of(EXPERIMENT, journal)
                        .threads(2)
                        .cancelWhen(() -> journal.size() >= stop)
                        .run();
                done = end.done() == end.total() && journal.size() < stop;
                sittings++;
                if (done) {
                    assertThat(all(journal)).isEqualTo(Expected.RUNS);
                }
            }
        }
        assertThat(sittings).isGreaterThan(3);
    }

    /** Runs beyond the rule, made before with a fixed number, stay in the store and out of the tables. */
    @Test
    void moreRunsThanAsked_areNotShown(@TempDir Path folder) throws IOException {
        RunStore store = stored(Expected.RUNS);
        Runner.of(EXPERIMENT.fixed(MOST), store).threads(2).run();
        AtomicInteger made = new AtomicInteger();
        Runner.of(EXPERIMENT, store).onRun(run -> made.incrementAndGet()).run();
        assertThat(made.get()).isZero();
        RunStore shown = EXPERIMENT.shown(store);
        assertThat(all(shown)).isEqualTo(Expected.RUNS);
        assertThat(shown.size()).isEqualTo(Expected.RUNS.size());
        assertThat(store.size()).isEqualTo(6 * MOST);
        assertThat(shown.contains(new Task(0, 0, MOST - 1))).isEqualTo(Expected.RUNS.size() == store.size());
        Sweep sweep = new Sweep(
                new dev.borderline.scenario.SweepFile.Heading("a", "a", ""), EXPERIMENT, Shard.WHOLE, List.of());
        new ResultFolder(folder.resolve("r"))
                .open(sweep, new Program("0", "c", "b"))
                .close();
        new ResultFolder(folder.resolve("r")).write(sweep, new Program("0", "c", "b"), store);
        assertThat(Files.readAllLines(folder.resolve("r").resolve(ResultFiles.RUNS)))
                .hasSize(1 + Expected.RUNS.size());
        assertThat(EXPERIMENT.fixed(MOST).shown(store)).isSameAs(store);
    }

    @Test
    void failedRuns_countWithoutNumbersAndCanBeRetried() throws IOException {
        RunStore store = new MemoryStore(EXPERIMENT.tasks());
        store.append(new FailedRun(new Task(0, 0, 3), "broke", "again"));
        Progress end = Runner.of(EXPERIMENT, store).threads(2).run();
        assertThat(end.failed()).isEqualTo(1);
        assertThat(end.done()).isEqualTo(end.total());
        Progress retried = Runner.of(EXPERIMENT, store).threads(2).retryFailed().run();
        assertThat(retried.failed()).isZero();
        assertThat(all(EXPERIMENT.shown(store))).isEqualTo(Expected.RUNS);
    }

    @Test
    void folder_readAgain_hasTheRule(@TempDir Path folder) throws IOException {
        Sweep sweep = new Sweep(
                new dev.borderline.scenario.SweepFile.Heading("a", "a", ""), EXPERIMENT, Shard.WHOLE, List.of());
        ResultFolder results = new ResultFolder(folder.resolve("r"));
        Program program = new Program("0", "c", "b");
        try (Journal journal = results.open(sweep, program)) {
            copy(Expected.RUNS, journal);
            results.write(sweep, program, journal);
        }
        SavedSweep saved = results.saved(dev.borderline.mechanism.StandardCatalog.standard());
        assertThat(saved.sweep().experiment().stopping()).contains(RULE);
        SweepStatus status = SweepStatus.of(results, dev.borderline.mechanism.StandardCatalog.standard());
        assertThat(status.cells().done()).isEqualTo(status.cells().total()).isLessThan(6 * MOST);
    }

    @Test
    void replications_untilARule_areAsMany() {
        Replicates runs = Replications.of(Small.scenario())
                .until(StoppingRule.relative(0.3, "arrests"))
                .seed(7)
                .run();
        MeasureSummary arrests = runs.summary("arrests");
        assertThat(runs.runs()).hasSizeBetween(10, 200);
        assertThat((arrests.ciHigh() - arrests.ciLow()) / 2).isLessThanOrEqualTo(0.3 / 1.3 * arrests.mean() + 1e-4);
    }

    /**
     * A rule of differences: all arms of a point have the same number, which is where the difference from the first arm is known to
     * the share of that arm's mean; on any threads, and after an interruption by a store that lacks runs.
     */
    @Test
    void ruleOfDifferences_endsWhereTheDifferenceIsKnown() throws IOException {
        StoppingRule means = StoppingRule.relative(0.05, "contact_share").atMost(60);
        Experiment experiment = EXPERIMENT.with(means.differences());
        RunStore store = new MemoryStore(experiment.tasks());
        Runner.of(experiment, store).threads(2).run();
        List<RunRecord> made = all(store);

        PrecisionReached reached = PrecisionReached.of(experiment, store);
        assertThat(reached.unmet()).isEmpty();
        List<Integer> wanted = experiment.replicationsWanted(store);
        for (int point = 0; point < 3; point++) {
            assertThat(wanted.get(2 * point)).isEqualTo(wanted.get(2 * point + 1));
            assertKnown(store, point, wanted.get(2 * point));
        }
        RunStore torn = new MemoryStore(experiment.tasks());
        for (int i = 0; i < made.size(); i += 3) {
            torn.append(made.get(i));
        }
        Runner.of(experiment, torn).threads(3).run();
        assertThat(all(torn)).isEqualTo(made);
    }

    /** Half the width of Student's interval over pairs is at most 1/21 of the first arm's mean. */
    private static void assertKnown(RunStore store, int point, int replications) throws IOException {
        Tally differences = new Tally();
        Tally base = new Tally();
        for (int replication = 0; replication < replications; replication++) {
            double first = share(store, new Task(point, 0, replication));
            base.add(first);
            differences.add(share(store, new Task(point, 1, replication)) - first);
        }
        double halfWidth = Intervals.studentFactor(replications, 0.95) * differences.standardError();
        assertThat(halfWidth).isLessThanOrEqualTo(0.05 / 1.05 * base.mean() * (1 + 1e-5));
    }

    private static double share(RunStore store, Task task) throws IOException {
        FinishedRun run = (FinishedRun) Objects.requireNonNull(store.find(task));
        return run.value(run.layout().index("contact_share"));
    }

    /**
     * Arms that differ by a constant: the difference is known at the first look, however much both vary; their means are not. Made
     * up, so exact.
     */
    @Test
    void differenceWithoutSpread_isKnownAtTheFirstLook() {
        StoppingRule rule = StoppingRule.relative(0.01, "x").atMost(200).differences();
        PointStopping point = new PointStopping(rule, 3);
        CellStopping mean = new CellStopping(rule);
        for (int replication = 0; replication < 10; replication++) {
            double x = replication * replication;
            point.add(2, replication, x + 5);
            point.add(0, replication, x);
            mean.add(replication, x);
            assertThat(point.counted()).isEqualTo(replication); // the second arm is missing
            point.add(1, replication, x - 3);
        }
        assertThat(point.counted()).isEqualTo(10);
        assertThat(point.wanted()).isEqualTo(10);
        assertThat(mean.wanted()).isGreaterThan(10);
    }

    /** One arm whose difference is not known asks all arms for more; at the cap it is named, the first arm never. */
    @Test
    void differenceWithSpread_asksAllArmsForMoreUpToTheCap() {
        PointStopping point =
                new PointStopping(StoppingRule.relative(0.01, "x").atMost(15).differences(), 3);
        for (int replication = 0; replication < 15; replication++) {
            point.add(0, replication, 100);
            point.add(1, replication, 100);
            point.add(2, replication, 100 + 30 * (replication % 3));
            assertThat(point.unmet(2)).hasSize(replication < 14 ? 0 : 1);
        }
        assertThat(point.wanted()).isEqualTo(15);
        assertThat(point.unmet(0)).isEmpty();
        assertThat(point.unmet(1)).isEmpty();
    }

    @Test
    void folder_ofARuleOfDifferences_hasItWhenReadAgain(@TempDir Path folder) throws IOException {
        Experiment experiment = EXPERIMENT.with(RULE.differences().atMost(10));
        Sweep sweep = new Sweep(
                new dev.borderline.scenario.SweepFile.Heading("a", "a", ""), experiment, Shard.WHOLE, List.of());
        ResultFolder results = new ResultFolder(folder.resolve("r"));
        Program program = new Program("0", "c", "b");
        try (Journal journal = results.open(sweep, program)) {
            copy(
                    Expected.RUNS.stream()
                            .filter(run -> run.task().replication() < 10)
                            .toList(),
                    journal);
            results.write(sweep, program, journal);
        }
        assertThat(results.saved(dev.borderline.mechanism.StandardCatalog.standard())
                        .sweep()
                        .experiment()
                        .stopping())
                .contains(RULE.differences().atMost(10));
    }

    @Test
    void unknownMeasureOrShard_isRefused() {
        Experiment typo = EXPERIMENT.with(StoppingRule.relative(0.1, "arests"));
        assertThatThrownBy(() -> Runner.of(typo, new MemoryStore(typo.tasks())).run())
                .hasMessageContaining("no measure arests");
        assertThatThrownBy(() -> Runner.of(EXPERIMENT, new MemoryStore(EXPERIMENT.tasks()))
                        .shard(new Shard(1, 2))
                        .run())
                .hasMessageContaining("cannot be followed in a shard");
    }
}
