package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.JournalHead;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RunnerTest {
    private static final TaskSpace TASKS = new TaskSpace(5, 2, 20);
    private static final JournalHead HEAD = new JournalHead("0".repeat(64), "test");

    private static List<RunRecord> all(RunStore store) throws IOException {
        List<RunRecord> all = new ArrayList<>();
        store.forEach(all::add);
        return all;
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 4, 300})
    void run_anyThreads_fillsTheStoreAlike(int threads) throws IOException {
        RunStore store = new MemoryStore(TASKS);
        Progress end = Runner.of(FakeRuns::run, store).threads(threads).run();
        assertThat(end.done()).isEqualTo(TASKS.size());
        assertThat(all(store)).hasSize(TASKS.size()).allMatch(run -> run.equals(FakeRuns.run(run.task())));
    }

    @Test
    void run_oneThread_makesTasksInRunOrder() throws IOException {
        List<Task> made = new ArrayList<>();
        RunFunction noting = task -> {
            made.add(task);
            return FakeRuns.run(task);
        };
        Runner.of(noting, new MemoryStore(TASKS)).executor(Runnable::run, 3).run();
        for (int place = 0; place < TASKS.size(); place++) {
            assertThat(made.get(place)).isEqualTo(TASKS.inRunOrder(place));
        }
    }

    @Test
    void run_failures_areRecordedAndTheRestGoesOn() throws IOException {
        RunFunction failing = task -> {
            if (task.replication() == 3) {
                throw new IllegalStateException("invariant\n  broken");
            }
            return FakeRuns.run(task);
        };
        RunStore store = new MemoryStore(TASKS);
        Progress end = Runner.of(failing, store)
                .threads(2)
                .repeatWith(task -> "repeat " + task.point())
                .run();
        assertThat(end).extracting(Progress::done, Progress::failed).containsExactly(TASKS.size(), 10);
        assertThat(all(store)).contains(new FailedRun(new Task(4, 1, 3), "invariant broken", "repeat 4"));
        assertThat(Runner.of(FakeRuns::run, store).run().failed()).isEqualTo(10);
        Progress retried = Runner.of(FakeRuns::run, store).retryFailed().run();
        assertThat(retried).extracting(Progress::done, Progress::failed).containsExactly(TASKS.size(), 0);
    }

    @Test
    void run_cancelled_endsAfterRunsInProgressAndResumes() throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        RunStore store = new MemoryStore(TASKS);
        List<Progress> told = new ArrayList<>();
        Progress end = Runner.of(FakeRuns::run, store)
                .threads(2)
                .cancelWhen(cancelled::get)
                .onProgress(progress -> {
                    told.add(progress);
                    cancelled.set(progress.done() >= 7);
                })
                .run();
        assertThat(end.done()).isBetween(7, 8).isEqualTo(store.size()).isEqualTo(told.size());
        assertThat(told).allMatch(progress -> progress.total() == TASKS.size() && progress.secondsLeft() >= 0);
        AtomicInteger made = new AtomicInteger();
        RunFunction counting = task -> {
            made.incrementAndGet();
            return FakeRuns.run(task);
        };
        Runner.of(counting, store).threads(2).run();
        assertThat(made.get()).isEqualTo(TASKS.size() - end.done());
    }

    @Test
    void run_callerInterrupted_stopsAndKeepsTheInterrupt() throws IOException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        RunFunction slow = task -> {
            begun.countDown();
            caller.interrupt();
            return FakeRuns.run(task);
        };
        RunStore store = new MemoryStore(new TaskSpace(1, 1, 1_000_000));
        Runner.of(slow, store).threads(2).run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.size()).isBetween(1, 999_999);
    }

    @Test
    void run_storeOrErrorFails_isThrownOnceWorkersAreDone() {
        RunFunction out = task -> {
            throw new OutOfMemoryError("no room");
        };
        assertThatThrownBy(
                        () -> Runner.of(out, new MemoryStore(TASKS)).threads(4).run())
                .isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> Runner.of(FakeRuns::run, new MemoryStore(TASKS))
                        .executor(
                                command -> {
                                    throw new RejectedExecutionException("full");
                                },
                                2)
                        .run())
                .hasMessage("full");
    }

    @Test
    void run_storeThatCannotBeWritten_endsTheSweep(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("runs.journal");
        Journal.open(path, HEAD, TASKS).close();
        AtomicInteger made = new AtomicInteger();
        RunFunction counting = task -> {
            made.incrementAndGet();
            return FakeRuns.run(task);
        };
        try (Journal reading = Journal.read(path, HEAD, TASKS)) {
            assertThatThrownBy(() -> Runner.of(counting, reading).threads(2).run())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reading only");
        }
        assertThat(made.get()).isLessThanOrEqualTo(2);
    }

    /** Tasks are handed out one at a time: hardly more are under way than workers. */
    @Test
    void run_manyTasks_handsThemOutLazily(@TempDir Path folder) throws IOException {
        TaskSpace many = new TaskSpace(100, 2, 100);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        RunFunction watched = task -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            RunRecord run = FakeRuns.run(task);
            underWay.decrementAndGet();
            return run;
        };
        try (Journal journal = Journal.open(folder.resolve("runs.journal"), HEAD, many)) {
            Runner.of(watched, journal).threads(2).run();
            assertThat(journal.size()).isEqualTo(20_000);
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }
}
