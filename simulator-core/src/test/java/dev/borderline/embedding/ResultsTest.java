package dev.borderline.embedding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Progress;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.Replicates;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.compare.RunsFailed;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.measure.Outcomes;
import dev.borderline.mechanism.Bench;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Faults in the use of results: absent names are refused, failed or missing runs are named. */
class ResultsTest {
    private static final Scenario SMALL = Worlds.busy()
            .with(Map.of("population.resettled_refugees", 60.0))
            .with(new SimulatedPeriod(LocalDate.of(2010, 3, 1), LocalDate.of(2012, 3, 1)));
    private static final RunResult RUN = Simulation.run(SMALL, Worlds.KEY);
    private static final FinishedRun FINISHED = FinishedRun.of(new Task(0, 0, 0), RUN);

    /** Before, the numbers of zones and fifths were given, or 0. */
    @Test
    void index_outOfRange_isRefused() {
        Outcomes outcomes = RUN.outcomes();
        String noYear = "there is no year 3: they are numbered from 0 to 2";
        String noZone = "there is no zone -1: they are numbered from 0 to 3";
        String noFifth = "there is no fifth 5: they are numbered from 0 to 4";

        assertThatThrownBy(() -> outcomes.inYear("needs", 3)).hasMessage(noYear);
        assertThatThrownBy(() -> outcomes.inZone("needs", -1)).hasMessage(noZone);
        assertThatThrownBy(() -> outcomes.inFifth("needs", 5)).hasMessage(noFifth);
        assertThatThrownBy(() -> FINISHED.inYear(0, 3)).hasMessage(noYear);
        assertThatThrownBy(() -> FINISHED.inZone(0, -1)).hasMessage(noZone);
        assertThatThrownBy(() -> FINISHED.inFifth(0, 5)).hasMessage(noFifth);
    }

    @Test
    void values_areAskedForByNames() {
        Outcomes outcomes = RUN.outcomes();

        assertThat(outcomes.inYear("needs", Year.of(2011)))
                .isPositive()
                .isEqualTo(outcomes.inYear("needs", 1))
                .isEqualTo(FINISHED.inYear("needs", Year.of(2011)));
        assertThat(outcomes.inZone("needs", "reach"))
                .isPositive()
                .isEqualTo(outcomes.inZone("needs", 3))
                .isEqualTo(FINISHED.inZone("needs", "reach"));
        assertThat(FINISHED.value("needs")).isEqualTo(RUN.value("needs"));
        assertThatThrownBy(() -> outcomes.inYear("needs", Year.of(2013)))
                .hasMessage("the year 2013 is not simulated; there are 2010 to 2012");
        assertThatThrownBy(() -> FINISHED.inZone("needs", "raech"))
                .hasMessage("there is no zone raech; nearest is reach");
        assertThatThrownBy(() -> FINISHED.value("neds")).hasMessageContaining("no measure neds");
    }

    @Test
    void results_sayWhatTheyAre() {
        assertThat(RUN)
                .isEqualTo(Simulation.run(SMALL, Worlds.KEY))
                .isNotEqualTo(Simulation.run(SMALL, RunKey.of(1)))
                .hasToString(
                        "baseline, replication 2 of seed 20260101: " + RUN.events() + " events, " + RUN.fingerprint());
        assertThat(SMALL)
                .isEqualTo(SMALL.with("population.resettled_refugees", 60))
                .isNotEqualTo(SMALL.with("population.resettled_refugees", 61))
                .hasToString("baseline, 2010-03-01 to before 2012-03-01, "
                        + SMALL.sha256().substring(0, 12));
        assertThat(RUN.outcomes().toString())
                .contains("over 3 years from 2010-03-01, zones capital, interior, near, reach");
    }

    /** The order of a map's keys differs from one start of Java to the next. */
    @Test
    void grid_hasItsFactorsInTheOrderGiven() {
        Design design = Design.grid(List.of(Factor.of("b", 1, 2), Factor.of("a", 3, 4)));

        assertThat(design.factors()).containsExactly("b", "a");
        assertThat(design.point(1).settings()).isEqualTo(Map.of("b", 1.0, "a", 4.0));
        assertThatThrownBy(() -> Design.grid(List.of(Factor.of("a", 1), Factor.of("a", 2))))
                .hasMessage("a factor is there twice: a, a");
    }

    private static Scenario failing() {
        return SMALL.with(SMALL.catalog().with(Bench.stub("curfew", wiring -> wiring.onYear(ResultsTest::fail))));
    }

    private static void fail() {
        throw new IllegalStateException("not today");
    }

    /** Before, all that was left was a line of text. */
    @Test
    void failure_keepsTheExceptionAndTheMechanism() {
        assertThatThrownBy(() -> Replications.of(failing()).count(1).run())
                .isInstanceOf(RunsFailed.class)
                .hasMessageContaining("mechanism curfew: not today")
                .rootCause()
                .hasMessage("not today")
                .satisfies(cause ->
                        assertThat(cause.getStackTrace()[0].getMethodName()).isEqualTo("fail"));
        assertThatThrownBy(() -> Compare.arms(SMALL, failing()).replications(1).run())
                .isInstanceOf(RunsFailed.class)
                .hasRootCauseMessage("not today");
    }

    @Test
    void failedRun_keepsTheException() throws IOException {
        Experiment experiment = new Experiment(failing(), Design.single(), List.of(Arm.base()), 1, 1, List.of());
        List<RunRecord> records = new ArrayList<>();
        Runner.of(experiment, new MemoryStore(experiment.tasks()))
                .onRun(records::add)
                .run();

        FailedRun failed = (FailedRun) records.get(0);
        assertThat(failed.message()).contains("mechanism curfew: not today");
        assertThat(failed.cause().orElseThrow()).hasRootCauseMessage("not today");
        assertThat(failed).isEqualTo(new FailedRun(failed.task(), failed.message(), failed.command()));
    }

    @Test
    void runner_withAStoreForOtherTasks_isRefused() {
        Experiment experiment = new Experiment(SMALL, Design.single(), List.of(Arm.base()), 2, 1, List.of());
        assertThatThrownBy(() -> Runner.of(experiment, new MemoryStore(new TaskSpace(1, 1, 3))))
                .hasMessageContaining("the store has room for")
                .hasMessageContaining("replications=3")
                .hasMessageContaining("replications=2");
    }

    /** Before, three pairs of eight looked like any comparison. */
    @Test
    void comparison_thatWasCancelled_saysSo() {
        AtomicInteger asked = new AtomicInteger();
        Comparison some = Compare.arms(SMALL, SMALL.with("levers.surveillance.coverage", 0.0))
                .replications(4)
                .runner(runner -> runner.threads(1).cancelWhen(() -> asked.getAndIncrement() == 5))
                .run();
        Comparison all = Compare.arms(SMALL, SMALL.with("levers.surveillance.coverage", 0.0))
                .replications(3)
                .runner(runner -> runner.threads(1))
                .run();

        assertThat(some.isComplete()).isFalse();
        assertThat(some.arms().get(0).isComplete()).isFalse();
        assertThat(some.difference("needs").n()).isEqualTo(2);
        assertThat(some.toString()).contains("3 runs, incomplete").contains("2 runs, incomplete");
        assertThat(all.isComplete()).isTrue();
        assertThat(all.toString()).contains("3 runs, ").doesNotContain("incomplete");
        assertThat(all.difference("arrests").toString()).startsWith("arrests: ").endsWith(", 3 pairs");
        assertThat(all.difference("arrests")).isEqualTo(all.difference("arrests"));
    }

    @Test
    void replications_cancelledBeforeTheFirst_sayWhy() {
        assertThatThrownBy(() -> Replications.of(SMALL)
                        .count(2)
                        .runner(runner -> runner.cancelWhen(() -> true))
                        .run())
                .hasMessage("no run was made: the work was cancelled or cut off before the first had ended");
    }

    /** Before, the loops on it went on to the end. */
    @Test
    void executor_thatIsShutDown_beginsNoOtherRun() throws IOException {
        Experiment experiment = new Experiment(SMALL, Design.single(), List.of(Arm.base()), 10_000, 1, List.of());
        ExecutorService executor = Executors.newFixedThreadPool(2);
        MemoryStore store = new MemoryStore(experiment.tasks());
        Progress progress = Runner.of(experiment, store)
                .executor(executor, 3) // one loop waits in the queue, and is dropped
                .onRun(run -> executor.shutdownNow())
                .run();

        assertThat(progress.isComplete()).isFalse();
        assertThat(store.size()).isBetween(1, 2); // those in progress end
    }

    @Test
    void executor_thatIsShutDown_whileLoopsAreHandedToIt_isNoFault() throws IOException {
        Experiment experiment = new Experiment(SMALL, Design.single(), List.of(Arm.base()), 10_000, 1, List.of());
        ExecutorService executor = new ThreadPoolExecutor(2, 2, 0, SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void execute(Runnable loop) {
                super.execute(loop);
                shutdown();
            }
        };
        MemoryStore store = new MemoryStore(experiment.tasks());
        Progress progress = Runner.of(experiment, store).executor(executor, 3).run();

        assertThat(progress.isComplete()).isFalse();
        assertThat(store.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void executor_thatEnds_afterAllRuns_isNoFault() {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        Replicates runs = Replications.of(SMALL)
                .count(3)
                .runner(runner -> runner.executor(executor, 2))
                .run();
        executor.shutdown();

        assertThat(runs.isComplete()).isTrue();
        assertThat(runs.runs()).hasSize(3);
    }
}
