package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrecisionTest {
    private static final TaskSpace TASKS = new TaskSpace(3, 2, 6);
    private static final double ROUNDING = 1e-12;

    private static double expected(int point, int arm, int runs) {
        Tally tally = Tally.of(IntStream.range(0, runs)
                .mapToDouble(k -> FakeRuns.run(new Task(point, arm, k)).value(1))
                .toArray());
        return Intervals.studentT(tally, 0.95).halfWidth() / Math.abs(tally.mean());
    }

    @Test
    void spread_ofSomeRuns_isStudentsHalfWidthOverTheMean() {
        Precision precision = new Precision(TASKS, "paid_usd");
        assertThat(precision.spread()).isEmpty();
        int[] runs = {6, 4, 2, 3, 1, 0}; // by cell: the last two have no interval
        for (int cell = 0; cell < runs.length; cell++) {
            for (int k = 0; k < runs[cell]; k++) {
                precision.add(FakeRuns.run(new Task(cell / 2, cell % 2, k)));
            }
        }
        precision.add(new FailedRun(new Task(2, 1, 0), "broke", "again"));

        double[] known = IntStream.range(0, 4)
                .mapToDouble(cell -> expected(cell / 2, cell % 2, runs[cell]))
                .toArray();
        Precision.Spread spread = precision.spread().orElseThrow();

        assertThat(spread.cells()).isEqualTo(4);
        assertThat(spread.widest())
                .isCloseTo(
                        IntStream.range(0, 4).mapToDouble(i -> known[i]).max().orElseThrow(), within(ROUNDING));
        int widestCell = spread.widestPoint() * 2 + spread.widestArm();
        assertThat(known[widestCell]).isCloseTo(spread.widest(), within(ROUNDING));
        assertThat(spread.median())
                .isCloseTo(
                        IntStream.range(0, 4)
                                .mapToDouble(i -> known[i])
                                .sorted()
                                .skip(1)
                                .findFirst()
                                .orElseThrow(),
                        within(ROUNDING));
        assertThat(precision.ofCell(3)).isCloseTo(known[3], within(ROUNDING));
        assertThat(precision.ofCell(4)).isNaN();
        assertThat(precision.ofCell(5)).isNaN();
    }

    @Test
    void spread_ofNoSuchMeasure_isEmpty() {
        Precision precision = new Precision(TASKS, "nothing");
        for (int k = 0; k < 6; k++) {
            precision.add(FakeRuns.run(new Task(0, 0, k)));
        }
        assertThat(precision.spread()).isEmpty();
    }
}
