package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Measure;
import dev.borderline.measure.Recorder;
import dev.borderline.mechanism.Bench;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FinishedRunTest {
    private static final Task TASK = new Task(0, 0, 0);
    private static final RunResult RESULT =
            Simulation.run(Scenarios.named("baseline").with(Bench.households(2_000)), RunKey.of(7));

    /** Every number that a result gives, of every kind of measure: the record gives the same, also once written and read. */
    @Test
    void everyValue_isThatOfTheResult() {
        FinishedRun run = FinishedRun.of(TASK, RESULT);
        RunRecord read = RunCodec.run(
                RunCodec.payload(run), id -> LayoutCodec.layout(run.layout().payload()));
        List<Measure> measures = run.layout().measures();
        Set<Measure.Kind> kinds = measures.stream().map(Measure::kind).collect(Collectors.toSet());

        assertThat(kinds).isEqualTo(EnumSet.allOf(Measure.Kind.class));
        assertThat(read).isEqualTo(run);
        for (FinishedRun one : List.of(run, (FinishedRun) read)) {
            for (int i = 0; i < measures.size(); i++) {
                assertThat(valuesOf(one, i))
                        .as(measures.get(i).name())
                        .isEqualTo(valuesOfResult(measures.get(i).name()));
            }
        }
    }

    /** A run has the same numbers in another place, and is the record that the place would have got. */
    @Test
    void run_atAnotherTask_isTheRecordOfThatTask() {
        Task other = new Task(300, 2, 70_000);
        FinishedRun moved = FinishedRun.of(TASK, RESULT).at(other);
        assertThat(moved).isEqualTo(FinishedRun.of(other, RESULT)).isNotEqualTo(FinishedRun.of(TASK, RESULT));
        assertThat(moved.task()).isEqualTo(other);
        assertThat(moved.at(TASK)).isEqualTo(FinishedRun.of(TASK, RESULT));
    }

    private static double[] valuesOf(FinishedRun run, int measure) {
        double[] values = new double[1 + 7 + 4 + Recorder.FIFTHS];
        Arrays.setAll(values, i -> {
            if (i == 0) {
                return run.value(measure);
            }
            if (i <= 7) {
                return run.inYear(measure, i - 1);
            }
            return i <= 11 ? run.inZone(measure, i - 8) : run.inFifth(measure, i - 12);
        });
        return values;
    }

    private static double[] valuesOfResult(String measure) {
        double[] values = new double[1 + 7 + 4 + Recorder.FIFTHS];
        Arrays.setAll(values, i -> {
            if (i == 0) {
                return RESULT.value(measure);
            }
            if (i <= 7) {
                return RESULT.outcomes().inYear(measure, i - 1);
            }
            return i <= 11
                    ? RESULT.outcomes().inZone(measure, i - 8)
                    : RESULT.outcomes().inFifth(measure, i - 12);
        });
        return values;
    }
}
