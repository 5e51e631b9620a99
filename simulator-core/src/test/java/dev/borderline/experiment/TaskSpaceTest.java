package dev.borderline.experiment;

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
        assertThatThrownBy(() -> new TaskSpace(1 << 16, 1 << 10, 1 << 6)).isInstanceOf(ArithmeticException.class);
    }
}
