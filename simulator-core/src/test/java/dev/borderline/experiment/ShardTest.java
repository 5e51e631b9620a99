package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @ParameterizedTest(name = "{0} points, {1} arms, {2} replications in {3} shards")
    @CsvSource({"5, 2, 7, 3", "1, 1, 10, 4", "3, 1, 3, 3", "2, 2, 5, 9", "1, 1, 1, 2"})
    void shards_together_areAllTasksOnceAndAboutEqual(int points, int arms, int replications, int count) {
        assertAllTasksOnceAndAboutEqual(points, arms, replications, count, false);
        assertAllTasksOnceAndAboutEqual(points, arms, replications, count, true);
    }

    private static void assertAllTasksOnceAndAboutEqual(
            int points, int arms, int replications, int count, boolean keepsArms) {
        TaskSpace tasks = new TaskSpace(points, arms, replications);
        int sum = 0;
        for (int place = 0; place < tasks.size(); place++) {
            Task task = tasks.inRunOrder(place);
            int holders = 0;
            for (int index = 1; index <= count; index++) {
                holders += new Shard(index, count, keepsArms).contains(tasks, task) ? 1 : 0;
            }
            assertThat(holders).isEqualTo(1);
            assertThat(new Shard(1, count, keepsArms).holding(tasks, task).contains(tasks, task))
                    .isTrue();
        }
        for (int index = 1; index <= count; index++) {
            int size = new Shard(index, count, keepsArms).size(tasks);
            sum += size;
            assertThat(Math.abs(size - (double) tasks.size() / count)).isLessThan(tasks.cells());
        }
        assertThat(sum).isEqualTo(tasks.size());
    }

    /** As many shards as points: each still gets its share of every point, so none gets only the slow ones. */
    @Test
    void shard_ofAsManyAsCells_hasRunsOfEveryCell() {
        TaskSpace tasks = new TaskSpace(4, 1, 8);
        Shard shard = new Shard(2, 4);
        int[] byPoint = new int[4];
        for (int place = 0; place < tasks.size(); place++) {
            Task task = tasks.inRunOrder(place);
            byPoint[task.point()] += shard.contains(tasks, task) ? 1 : 0;
        }
        assertThat(byPoint).containsOnly(2);
    }

    @Test
    void shard_withMoreReplications_keepsItsTasks() {
        TaskSpace few = new TaskSpace(5, 2, 3);
        TaskSpace many = new TaskSpace(5, 2, 9);
        for (int place = 0; place < few.size(); place++) {
            Task task = few.inRunOrder(place);
            assertThat(Shard.of(many, task, 3)).isEqualTo(Shard.of(few, task, 3));
            Shard kept = new Shard(1, 3, true);
            assertThat(kept.holding(many, task)).isEqualTo(kept.holding(few, task));
        }
    }

    @Test
    void shard_thatKeepsArms_hasAllArmsOfAPointAndReplication() {
        TaskSpace tasks = new TaskSpace(4, 3, 8);
        Shard kept = new Shard(1, 5, true);
        int apart = 0;
        for (int place = 0; place < tasks.size(); place++) {
            Task task = tasks.inRunOrder(place);
            Task first = new Task(task.point(), 0, task.replication());
            assertThat(kept.holding(tasks, task)).isEqualTo(kept.holding(tasks, first));
            apart += Shard.of(tasks, task, 5).equals(Shard.of(tasks, first, 5)) ? 0 : 1;
        }
        assertThat(apart).isEqualTo(4 * 2 * 8);
    }

    private static Experiment experiment(Arm second) {
        return new Experiment(Small.scenario(), Design.single(), List.of(Arm.base(), second), 1, 42, List.of());
    }

    @Test
    void keepingPasts_keepsArmsThatHaveOne() {
        Shard shard = Shard.parse("2/3");
        Arm late = Arm.of(Policy.of("late", Move.set(LocalDate.of(2010, 1, 1), "surveillance.coverage", 0.5)));
        Arm poorer = Arm.of("poorer", scenario -> scenario.with("population.income_mean_usd", 900));

        assertThat(shard.keepingPasts(experiment(late))).isEqualTo(new Shard(2, 3, true));
        assertThat(shard.keepingPasts(experiment(late))).isNotEqualTo(shard).hasToString("2/3");
        assertThat(shard.keepingPasts(experiment(poorer))).isEqualTo(shard);
        assertThat(shard.keepingPasts(experiment(late).with(RandomNumbers.INDEPENDENT)))
                .isEqualTo(shard);
        assertThat(Shard.WHOLE.keepingPasts(experiment(late))).isEqualTo(Shard.WHOLE);
    }

    @Test
    void run_ofSomeTasks_makesThoseThatAreLackingAndCountsThemAlone() throws IOException {
        TaskSpace tasks = new TaskSpace(2, 2, 5);
        RunStore store = new MemoryStore(tasks);
        store.append(FakeRuns.run(new Task(0, 1, 3)));

        Progress end = Runner.of(FakeRuns::run, store)
                .only(task -> task.replication() >= 3 && task.arm() == 1)
                .run();

        assertThat(end).extracting(Progress::done, Progress::total).containsExactly(4, 4);
        assertThat(store.size()).isEqualTo(4);
        store.forEach(run -> assertThat(run.task().replication()).isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"0/3", "4/3", "3", "a/b", "-1/2", "1/0", "1/3/5", ""})
    void parse_ofNoShard_isRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("I/N with I from 1 to N");
    }

    @Test
    void run_ofAShard_makesItsTasksAndCountsThemAlone() throws IOException {
        TaskSpace tasks = new TaskSpace(5, 2, 7);
        Shard shard = Shard.parse("2/3");
        List<Progress> told = new ArrayList<>();
        RunStore store = new MemoryStore(tasks);
        store.append(new FailedRun(tasks.inRunOrder(0), "broke", "again")); // of shard 1
        store.append(new FailedRun(tasks.inRunOrder(1), "broke", "again")); // of shard 2
        Progress end = Runner.of(FakeRuns::run, store)
                .shard(shard)
                .threads(2)
                .retryFailed()
                .onProgress(told::add)
                .run();
        int size = shard.size(tasks);
        assertThat(end)
                .extracting(Progress::done, Progress::total, Progress::failed)
                .containsExactly(size, size, 0);
        assertThat(told).hasSize(size);
        assertThat(told.get(0).done()).isEqualTo(1);
        store.forEach(run -> assertThat(shard.contains(tasks, run.task()) || run instanceof FailedRun)
                .isTrue());
        assertThat(store.size()).isEqualTo(size + 1);
    }
}
