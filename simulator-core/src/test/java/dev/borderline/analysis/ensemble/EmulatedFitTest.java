package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.calibration.EvaluationLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmulatedFitTest {
    private static final FitSettings SAMPLER = FitSettings.of(60, 6, 40, 7);
    private static final WaveSettings SMALL = new WaveSettings(2, 40, FitSettings.of(8, 3, 4, 7));

    private static String bytes(FitSample fit) {
        StringBuilder text = new StringBuilder();
        for (int input = 0; input < fit.model().inputs().size(); input++) {
            text.append(Arrays.deepToString(fit.scores(input)));
        }
        return text + Arrays.deepToString(fit.logLikelihoods()) + fit.temperatures();
    }

    /**
     * Linear in logarithms with normal noise: the posterior of the logarithm is normal, of the precision of prior and figure. What the
     * emulator adds to the variance is a tenth of it.
     */
    @Test
    void run_linearInLogarithms_meetsClosedForm() {
        FitSample fit = EmulatedFit.of(new CurvedModel(0), new WaveSettings(2, 200, SAMPLER))
                .run();

        double[] logs = Arrays.stream(Convergence.pooled(fit.predicted(0)))
                .map(StrictMath::log)
                .toArray();
        double prior = 1.25;
        double error = new CurvedModel(0).figures().get(0).varianceNear();
        double precision = 1 / prior + 1 / error;
        assertThat(Convergence.mean(logs)).isCloseTo(Math.log(2) / error / precision, within(0.04));
        assertThat(Convergence.variance(logs)).isCloseTo(1 / precision, within(0.15 / precision));
        assertThat(EmulatedModel.of(fit).doubt(0)).isLessThan(0.1);
        assertThat(Convergence.variance(Convergence.pooled(fit.scores(7)))).isCloseTo(1, within(0.15));
    }

    /** A cubic is no quadratic: stopped after runs over the whole prior the fit is refused, after two waves near the posterior not. */
    @Test
    void fit_stoppedAfterOneWave_failsTheGateOfTheEmulator() {
        Gate stopped = emulatorsShare(1);
        assertThat(stopped.passes()).isFalse();
        assertThat(stopped.quantity()).isEqualTo("T2");
        assertThat(stopped.remedy()).contains("--waves");
        assertThat(emulatorsShare(3).passes()).isTrue();
    }

    private static Gate emulatorsShare(int waves) {
        FitSample fit = EmulatedFit.of(new CurvedModel(0.12), new WaveSettings(waves, 200, SAMPLER))
                .run();
        return Gates.of(fit).stream()
                .filter(gate -> gate.name().startsWith("the emulator's share"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void run_onTwoThreads_sameBytes() {
        CurvedModel model = new CurvedModel(0.05);
        assertThat(bytes(EmulatedFit.of(model, SMALL).threads(2).run()))
                .isEqualTo(bytes(EmulatedFit.of(model, SMALL).run()));
    }

    /** Every point is asked for once; from the log alone the same sample comes out. */
    @Test
    void run_fromItsLog_evaluatesNothing() {
        CurvedModel model = new CurvedModel(0.05);
        Memory memory = new Memory();
        String expected = bytes(EmulatedFit.of(model, SMALL).log(memory).run());
        assertThat(memory.order).hasSize(2 * 40 * 4).doesNotHaveDuplicates();

        int added = memory.order.size();
        assertThat(bytes(EmulatedFit.of(model, SMALL).log(memory).run())).isEqualTo(expected);
        assertThat(memory.order).hasSize(added);
    }

    private static final class Memory implements EvaluationLog {
        private final Map<List<Double>, List<Double>> known = new HashMap<>();
        private final List<List<Double>> order = new ArrayList<>();

        @Override
        public Optional<List<Double>> find(List<Double> values) {
            return Optional.ofNullable(known.get(values));
        }

        @Override
        public void add(List<Double> values, List<Double> statistics) {
            known.put(values, statistics);
            order.add(values);
        }
    }
}
