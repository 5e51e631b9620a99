package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.Replicates;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.model.Signals;
import dev.borderline.policy.Schedule;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controllers and probes in many runs. */
class ControllerExperimentTest {
    private static final Scenario BUSY = Worlds.busy();
    private static final Program PROGRAM = new Program("1", "", "test 1");

    private static Experiment experiment(ControllerFactory... controllers) {
        Arm reacting = Arm.of("reacting", scenario -> scenario).with(controllers);
        return new Experiment(BUSY, Design.single(), List.of(Arm.base(), reacting), 3, 11, List.of());
    }

    private static ControllerFactory version(String version) {
        return new ControllerFactory("ministry", version, Schedule.everyMonths(3), Ministry::new);
    }

    /** On two threads and on one: each run has a controller of its own, which remembers nothing of another run. */
    @Test
    void runs_onTwoThreads_areThoseOfTheirKeys() {
        AtomicInteger made = new AtomicInteger();
        ControllerFactory counted = new ControllerFactory("ministry", "1", Schedule.everyMonths(3), () -> {
            made.incrementAndGet();
            return new Ministry();
        });
        Arm reacting = Arm.of("reacting", BUSY).with(counted);
        Comparison comparison = Compare.arms(BUSY, reacting)
                .replications(3)
                .seed(11)
                .runner(runner -> runner.threads(2))
                .run();

        Simulation alone = Simulation.of(BUSY).with(Ministry.factory());
        for (int replication = 0; replication < 3; replication++) {
            FinishedRun run = comparison.arms().get(1).runs().get(replication);
            assertThat(run.fingerprint())
                    .isEqualTo(alone.run(new RunKey(11, replication)).fingerprint());
        }
        assertThat(made).hasValue(3);
        assertThat(comparison.difference("minutes").mean()).isNegative();
        Replicates replicates =
                Replications.of(BUSY).with(Ministry.factory()).count(3).seed(11).run();
        assertThat(replicates.fingerprint()).isEqualTo(comparison.arms().get(1).fingerprint());
    }

    @Test
    void digest_knowsWhatAControllerIsCalled() {
        String none = experiment().sha256();
        assertThat(List.of(
                        none,
                        experiment(version("1")).sha256(),
                        experiment(version("2")).sha256(),
                        experiment(version("1"), version("2")).sha256(),
                        experiment(new ControllerFactory("office", "1", Schedule.everyMonths(3), Ministry::new))
                                .sha256(),
                        experiment(new ControllerFactory("ministry", "1", Schedule.everyMonths(1), Ministry::new))
                                .sha256()))
                .doesNotHaveDuplicates();
        assertThat(experiment(version("1")).sha256())
                .isEqualTo(experiment(version("1")).sha256());
    }

    private static Sweep sweep(ControllerFactory controller) {
        return new Sweep(new SweepFile.Heading("few", "Few", ""), experiment(controller), Shard.WHOLE, List.of());
    }

    @Test
    void store_ofAnotherController_isRefused(@TempDir Path path) throws IOException {
        ResultFolder folder = new ResultFolder(path);
        Sweep sweep = sweep(version("1"));
        try (RunStore store = folder.open(sweep, PROGRAM)) {
            AtomicInteger begun = new AtomicInteger();
            Runner.of(sweep.experiment(), store)
                    .threads(1)
                    .cancelWhen(() -> begun.getAndIncrement() == 4)
                    .run();
            assertThat(store.size()).isEqualTo(4);
        }
        assertThatThrownBy(() -> folder.open(sweep(version("2")), PROGRAM))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("holds the runs of another experiment");
        try (RunStore store = folder.open(sweep, PROGRAM)) {
            Runner.of(sweep.experiment(), store).threads(2).run();
            assertThat(store.size()).isEqualTo(6);
        }
    }

    /** A program without the controller's code reads a folder of its runs, and fails to make them with a reason. */
    @Test
    void folder_readWithoutTheCode_knowsWhatTheControllerIsCalled(@TempDir Path path) throws IOException {
        Sweep sweep = sweep(version("1"));
        new ResultFolder(path).open(sweep, PROGRAM).close();
        Experiment saved = SavedSweep.read(path, BUSY.catalog()).sweep().experiment();

        assertThat(saved.sha256()).isEqualTo(sweep.experiment().sha256());
        assertThat(saved.arms().get(1).controllers().get(0).identity()).isEqualTo("ministry (1) every 3 months");
        assertThat(saved.arms().get(0).controllers()).isEmpty();
        assertThatThrownBy(() -> saved.simulation(0, 1).run(Worlds.KEY))
                .hasMessageContaining("controller ministry (1) is code of the program that made these runs; "
                        + "only that program can make them again");
    }

    /** A probe for every run, on the thread of that run; the store has the same runs as without. */
    @Test
    void probes_listenToEachRun() throws IOException {
        Experiment experiment = experiment(version("1"));
        Map<Task, List<String>> heard = new ConcurrentHashMap<>();
        RunStore deaf = new MemoryStore(experiment.tasks());
        Runner.of(experiment, deaf).threads(2).run();
        RunStore store = new MemoryStore(experiment.tasks());
        Runner.of(experiment, store)
                .threads(2)
                .probe(task -> hearing -> {
                    List<String> days = new ArrayList<>();
                    heard.put(task, days);
                    hearing.onSignal(
                            Signals.ARRESTED,
                            (household, slot) -> days.add(hearing.run().date().toString()));
                })
                .run();

        List<String> expected = new ArrayList<>();
        deaf.forEach(run -> expected.add(run.digest()));
        List<String> digests = new ArrayList<>();
        store.forEach(run -> {
            digests.add(run.digest());
            FinishedRun finished = (FinishedRun) run;
            assertThat(heard.get(run.task()))
                    .hasSize((int) finished.value(finished.layout().index("arrests")))
                    .isSorted();
        });
        assertThat(digests).isEqualTo(expected).hasSize(6);
        assertThatThrownBy(() -> Runner.of(task -> store(task), store).probe(task -> hearing -> {}))
                .hasMessageContaining("probes listen to the runs of an experiment");
    }

    private static FinishedRun store(Task task) {
        throw new IllegalStateException("no run of " + task);
    }
}
