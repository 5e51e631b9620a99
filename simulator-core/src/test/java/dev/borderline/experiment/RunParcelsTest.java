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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunParcelsTest {
    private static final TaskSpace TASKS = new TaskSpace(5, 2, 20);
    private static final RunParcels PARCELS =
            RunParcels.of(RunParcelsTest::mostlyRun, task -> "repeat " + task.point());

    private static RunRecord mostlyRun(Task task) {
        if (task.replication() == 3) {
            throw new IllegalStateException("invariant\n  broken");
        }
        return FakeRuns.run(task);
    }

    /** Makes a wave in parcels of seven, the last first. */
    private static void inParcels(List<Task> tasks, RunStore.Visitor records) throws IOException {
        List<Task> backwards = new ArrayList<>(tasks);
        Collections.reverse(backwards);
        for (int from = 0; from < tasks.size(); from += 7) {
            RunParcels.open(PARCELS.make(backwards.subList(from, Math.min(tasks.size(), from + 7))), records);
        }
    }

    @Test
    void parcel_opened_givesTheSameRecords() throws IOException {
        List<Task> tasks = List.of(new Task(1, 0, 0), new Task(4, 1, 3), new Task(0, 0, 19));
        List<RunRecord> opened = new ArrayList<>();
        RunParcels.open(PARCELS.make(tasks), opened::add);
        assertThat(opened)
                .containsExactly(
                        FakeRuns.run(tasks.get(0)),
                        new FailedRun(tasks.get(1), "invariant broken", "repeat 4"),
                        FakeRuns.run(tasks.get(2)));
        RunParcels.open(PARCELS.make(List.of()), opened::add);
        assertThat(opened).hasSize(3);
    }

    @Test
    void parcel_anyByteChanged_isRefused() {
        byte[] parcel = PARCELS.make(List.of(new Task(1, 0, 0), new Task(4, 1, 3)));
        for (int place = 0; place < parcel.length; place++) {
            byte[] damaged = parcel.clone();
            damaged[place] ^= 0x10;
            assertThatThrownBy(() -> RunParcels.open(damaged, run -> {}))
                    .as("byte %d", place)
                    .isInstanceOf(IOException.class);
        }
        byte[] cut = Arrays.copyOf(parcel, parcel.length - 1);
        assertThatThrownBy(() -> RunParcels.open(cut, run -> {})).hasMessageContaining("damaged");
    }

    @Test
    void elsewhere_wavesOfAnySize_fillTheJournalAsThreadsDo(@TempDir Path folder) throws IOException {
        RunStore here = new MemoryStore(TASKS);
        Runner.of(RunParcelsTest::mostlyRun, here)
                .threads(2)
                .repeatWith(task -> "repeat " + task.point())
                .run();
        for (int most : new int[] {1, 30, 1000}) {
            JournalHead head = new JournalHead("0".repeat(64), "test");
            try (Journal there = Journal.open(folder.resolve("runs-" + most), head, TASKS)) {
                Progress end = Runner.of(FakeRuns::run, there).runElsewhere(RunParcelsTest::inParcels, most);
                assertThat(end).extracting(Progress::done, Progress::failed).containsExactly(TASKS.size(), 10);
                assertThat(records(there)).isEqualTo(records(here));
            }
        }
    }

    @Test
    void elsewhere_whatTheStoreHas_isNotMadeAgain() throws IOException {
        RunStore store = new MemoryStore(TASKS);
        Runner.of(FakeRuns::run, store).shard(new Shard(1, 2)).runElsewhere(RunParcelsTest::inParcels, 1000);
        List<Task> made = new ArrayList<>();
        BatchFunction noting = (tasks, records) -> {
            made.addAll(tasks);
            inParcels(tasks, records);
        };
        Runner.of(FakeRuns::run, store).runElsewhere(noting, 30);
        assertThat(made)
                .hasSize(TASKS.size() / 2)
                .allMatch(task -> Shard.of(TASKS, task, 2).index() == 2);
        made.clear();
        Runner.of(FakeRuns::run, store).retryFailed().runElsewhere(noting, 30);
        assertThat(made).hasSize(10).allMatch(task -> task.replication() == 3);
    }

    @Test
    void elsewhere_runsHeldBackOrTwice_areRefused() {
        Runner runner = Runner.of(FakeRuns::run, new MemoryStore(TASKS));
        assertThatThrownBy(() -> runner.runElsewhere((tasks, records) -> {}, 30))
                .hasMessageContaining("30 runs were not");
        Runner twice = Runner.of(FakeRuns::run, new MemoryStore(TASKS));
        assertThatThrownBy(() -> twice.runElsewhere(
                        (tasks, records) -> {
                            records.accept(FakeRuns.run(tasks.get(0)));
                            records.accept(FakeRuns.run(tasks.get(0)));
                        },
                        30))
                .hasMessageContaining("not awaited");
    }

    private static List<RunRecord> records(RunStore store) throws IOException {
        List<RunRecord> all = new ArrayList<>();
        store.forEach(all::add);
        return all;
    }
}
