package dev.borderline.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Small;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareTest {
    private static final Scenario BASE = Small.scenario();

    @Test
    void replications_anyThreads_areTheRunsOfTheirKeys() {
        Replicates runs = Replications.of(BASE)
                .count(3)
                .seed(7)
                .runner(runner -> runner.threads(2))
                .run();
        assertThat(runs.runs()).hasSize(3);
        for (int k = 0; k < 3; k++) {
            assertThat(runs.runs().get(k).fingerprint())
                    .isEqualTo(Simulation.run(BASE, new RunKey(7, k)).fingerprint());
        }
        Replicates again = Replications.of(BASE)
                .count(3)
                .seed(7)
                .runner(runner -> runner.threads(1))
                .run();
        assertThat(again.fingerprint()).isEqualTo(runs.fingerprint()).hasSize(16);
        assertThat(runs.tally("arrests").n()).isEqualTo(3);
        MeasureSummary summary = runs.summary("arrests");
        assertThat(runs.interval("arrests", 0.95).low()).isEqualTo(summary.ciLow());
        assertThatThrownBy(() -> runs.tally("arests")).hasMessage("no measure arests; nearest is arrests");
    }

    @Test
    void difference_ofIdenticalArms_isExactlyZero() {
        Comparison comparison = Compare.arms(BASE, BASE).replications(4).run();
        for (Measure measure : comparison.arms().get(0).measures()) {
            Difference difference = comparison.difference(measure.name());
            if (difference.n() > 1) { // a ratio may be over nothing in some replications
                assertThat(difference.mean()).isZero();
                assertThat(difference.interval95()).isEqualTo(new Interval(0, 0, 0.95));
            }
        }
        assertThat(comparison.difference("arrests").n()).isEqualTo(4);
        assertThat(comparison.difference("arrests").varianceReduction()).isInfinite();
    }

    @Test
    void difference_ofTwoArms_isPairedByReplication() {
        Scenario none = BASE.with(Small.COVERAGE, 0.0);
        Comparison comparison =
                Compare.arms(BASE, none, none).replications(5).seed(3).run();
        double[] before = values(comparison, 0);
        double[] after = values(comparison, 2);
        Difference difference = comparison.difference(2, "minutes");
        Interval byHand = Intervals.pairedT(after, before, 0.95);
        assertThat(difference.n()).isEqualTo(5);
        assertThat(difference.interval95()).isEqualTo(byHand);
        assertThat(difference.mean()).isCloseTo((byHand.low() + byHand.high()) / 2, within(1e-9));
        assertThat(difference.varianceReduction()).isGreaterThan(1);
        assertThat(comparison.difference(1, "minutes").mean()).isEqualTo(difference.mean());
    }

    private static double[] values(Comparison comparison, int arm) {
        List<FinishedRun> runs = comparison.arms().get(arm).runs();
        return runs.stream()
                .mapToDouble(run -> run.value(run.layout().index("minutes")))
                .toArray();
    }

    @Test
    void run_thatBreaksOff_isReportedWithWhatRepeatsIt() {
        Replications broken = Replications.of(BASE)
                .count(2)
                .runner(runner -> runner.onProgress(progress -> {
                    throw new IllegalStateException("listener broke");
                }));
        assertThatThrownBy(broken::run).hasMessage("listener broke");
        Arm breaking = Arm.of("breaking", scenario -> {
            throw new IllegalStateException("invariant broken");
        });
        Experiment experiment = new Experiment(BASE, Design.single(), List.of(Arm.base(), breaking), 2, 5, List.of());
        assertThatThrownBy(() -> InMemoryRuns.run(experiment, runner -> runner.threads(2)))
                .hasMessage("2 runs failed; the first: invariant broken; to repeat it: "
                        + "experiment.simulation(0, 1).run(new RunKey(5L, 0))")
                .isInstanceOfSatisfying(
                        RunsFailed.class,
                        failed -> assertThat(failed.failures()).hasSize(2));
    }
}
