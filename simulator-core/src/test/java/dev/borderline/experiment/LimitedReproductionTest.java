package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.Reproduction;
import dev.borderline.experiment.folder.ReproductionReport;
import dev.borderline.experiment.folder.ReproductionReport.Finding.Kind;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.SweepFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that a limit broke off, made again. */
class LimitedReproductionTest {
    private static final Program PROGRAM = new Program("1", "abc", "test 1");
    private static final int RUNS = 4;
    private static final Experiment EXPERIMENT =
            new Experiment(Small.scenario(), Design.single(), List.of(Arm.base()), RUNS, 7, List.of());

    @TempDir
    private Path folder = Path.of("");

    private void keep(List<RunRecord> known, UnaryOperator<Runner> limits) throws IOException {
        Sweep sweep = new Sweep(new SweepFile.Heading("small", "Small", ""), EXPERIMENT, Shard.WHOLE, List.of());
        ResultFolder results = new ResultFolder(folder);
        try (Journal store = results.open(sweep, PROGRAM)) {
            for (RunRecord run : known) {
                store.append(run);
            }
            limits.apply(Runner.of(EXPERIMENT, store)).threads(1).run();
            results.write(sweep, PROGRAM, store);
        }
    }

    private ReproductionReport reproduced() throws IOException {
        return Reproduction.of(folder, StandardCatalog.standard())
                .runner(runner -> runner.threads(1))
                .check();
    }

    /** The fewest events of any run, so that this run ends within them and others do not. */
    private static long events() throws IOException {
        RunStore free = new MemoryStore(EXPERIMENT.tasks());
        Runner.of(EXPERIMENT, free).run();
        long[] fewest = {Long.MAX_VALUE};
        free.forEach(run ->
                fewest[0] = Math.min(fewest[0], ((FinishedRun) run).trace().events()));
        return fewest[0];
    }

    /** Each limit is that of its run: of one broken off early, of those broken off late, and none of the one that ended. */
    @Test
    void runsBeyondTheirEvents_breakOffAgainAtTheSamePlace() throws IOException {
        RunStore early = new MemoryStore(EXPERIMENT.tasks());
        Runner.of(EXPERIMENT, early).eventsPerRun(100).run();
        RunRecord broken = early.find(new Task(0, 0, 3));
        assertThat(broken).isInstanceOf(FailedRun.class);
        long events = events();
        keep(List.of((FailedRun) broken), runner -> runner.eventsPerRun(events));

        ReproductionReport report = reproduced();

        assertThat(Files.readString(folder.resolve("failures.csv")))
                .contains("more than the 100 events", "more than the " + events + " events");
        assertThat(Files.readAllLines(folder.resolve("failures.csv"))).hasSizeBetween(3, RUNS);
        assertThat(report.findings()).isEmpty();
        assertThat(List.of(report.runs(), report.remade(), report.different(), report.outOfTime()))
                .containsExactly(RUNS, RUNS, 0, 0);
    }

    /** Its message is as {@code RunCostTest} has it. Nobody knows whether such a run would end. */
    @Test
    void runsBeyondTheirTime_areNotMadeAgain() throws IOException {
        Task task = new Task(0, 0, 1);
        keep(
                List.of(new FailedRun(task, "replication 1 of seed 7 of scenario small took longer than it may", "x")),
                runner -> runner);

        ReproductionReport report = reproduced();

        assertThat(report.findings()).isEmpty();
        assertThat(List.of(report.runs(), report.remade(), report.different(), report.outOfTime()))
                .containsExactly(RUNS, RUNS - 1, 0, 1);
        assertThat(report.unchecked())
                .containsExactly("1 run that took more time or memory than there was, which depends on the machine");
    }

    /** A manifest alone knows that a run broke off, and not why. */
    @Test
    void runsBeyondTheirEvents_withoutTheJournal_areSaidToHaveBrokenOff() throws IOException {
        keep(List.of(), runner -> runner.eventsPerRun(100));
        Files.delete(folder.resolve("runs.journal"));

        ReproductionReport report = reproduced();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.FAILURE);
            assertThat(finding.message()).contains("it broke off before", "perhaps at a limit");
        });
    }
}
