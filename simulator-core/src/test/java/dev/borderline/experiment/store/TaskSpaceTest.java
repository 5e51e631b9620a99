package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskSpaceTest {
    private final TaskSpace space = new TaskSpace(3, 2, 4);

    @Test
    void runOrder_cutAnywhere_isBalanced() {
        int[] runsOfCell = new int[space.cells()];
        for (int place = 0; place < space.size(); place++) {
            Task task = space.inRunOrder(place);
            assertThat(task.replication()).isEqualTo(runsOfCell[space.cell(task)]++);
            int least = IntStream.of(runsOfCell).min().orElseThrow();
            assertThat(IntStream.of(runsOfCell).max().orElseThrow() - least).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void bothOrders_holdEveryTaskOnce() {
        List<Task> run = new ArrayList<>();
        List<Task> ranked = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            run.add(space.inRunOrder(i));
            ranked.add(space.ofRank(i));
            assertThat(space.rank(space.ofRank(i))).isEqualTo(i);
        }
        assertThat(ranked).isSorted().doesNotHaveDuplicates();
        assertThat(new HashSet<>(run)).isEqualTo(new HashSet<>(ranked));
    }

    @Test
    void rank_taskOutside_isRefused() {
        assertThat(space.contains(new Task(2, 1, 4))).isFalse();
        assertThatThrownBy(() -> space.rank(new Task(2, 1, 4))).hasMessageContaining("lies outside");
        assertThatThrownBy(() -> new TaskSpace(1, 0, 1)).hasMessageContaining("0 arms");
    }

    @Test
    void size_upToAHundredMillion_isAllowed() {
        assertThat(new TaskSpace(10_000, 10, 1000).size()).isEqualTo(100_000_000);
        assertThatThrownBy(() -> new TaskSpace(1, 1, 100_000_001))
                .hasMessage("1 x 1 x 100000001 (points x arms x replications) are more than 100,000,000 runs");
        int most = Integer.MAX_VALUE;
        assertThatThrownBy(() -> new TaskSpace(most, most, most)).hasMessageContaining("more than 100,000,000 runs");
    }
}
