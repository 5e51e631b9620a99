package dev.borderline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Runs that one task of Spark makes. */
class SparkBatchesTest {
    private static List<Task> wave(TaskSpace tasks, Predicate<Task> isLeft) {
        List<Task> wave = new ArrayList<>();
        for (int place = 0; place < tasks.size(); place++) {
            Task task = tasks.inRunOrder(place);
            if (isLeft.test(task)) {
                wave.add(task);
            }
        }
        return wave;
    }

    private static List<Task> all(List<int[]> batches, TaskSpace tasks) {
        return batches.stream()
                .flatMapToInt(Arrays::stream)
                .mapToObj(tasks::ofRank)
                .toList();
    }

    /** Some runs are there already, so that no count of runs would find the points. */
    @Test
    void batches_keepTheArmsOfAPointAndReplicationTogether() {
        TaskSpace tasks = new TaskSpace(5, 3, 4);
        List<Task> wave = wave(tasks, task -> (task.point() + 2 * task.arm() + task.replication()) % 5 != 0);

        List<int[]> batches = SparkRuns.batches(wave, tasks, 4);

        assertThat(all(batches, tasks)).isEqualTo(wave);
        for (int[] batch : batches) {
            Task last = tasks.ofRank(batch[batch.length - 1]);
            long ofItsPoint = wave.stream()
                    .filter(task -> task.point() == last.point() && task.replication() == last.replication())
                    .count();
            assertThat(Arrays.stream(batch)
                            .mapToObj(tasks::ofRank)
                            .filter(task -> task.point() == last.point() && task.replication() == last.replication()))
                    .hasSize((int) ofItsPoint);
            assertThat(batch.length).isLessThanOrEqualTo(4 + 2);
        }
    }

    @Test
    void batches_whereAPointHasMoreArmsThanATaskMakes_areOfTheirSize() {
        TaskSpace tasks = new TaskSpace(2, 17, 2);
        List<Task> wave = wave(tasks, task -> true);

        List<int[]> batches = SparkRuns.batches(wave, tasks, 16);

        assertThat(all(batches, tasks)).isEqualTo(wave);
        assertThat(batches.subList(0, batches.size() - 1)).allMatch(batch -> batch.length == 16);
    }
}
