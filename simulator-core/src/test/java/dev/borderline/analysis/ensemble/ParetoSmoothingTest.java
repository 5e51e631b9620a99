package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Inversion;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoSmoothingTest {
    /** Quantiles of a generalised Pareto law of scale 2; ten points of prior weight draw the shape of 2,000 towards 1/2 by .005. */
    @ParameterizedTest(name = "k = {0}")
    @ValueSource(doubles = {-0.3, 0.2, 0.5, 0.9})
    void fit_paretoQuantiles_recovered(double shape) {
        double[] quantiles = IntStream.range(0, 2_000)
                .mapToDouble(i -> 2 * (Math.pow(1 - (i + 0.5) / 2_000, -shape) - 1) / shape)
                .toArray();

        double[] law = ParetoSmoothing.fit(quantiles);

        assertThat(law[0]).isCloseTo((shape * 2_000 + 5) / 2_010, within(0.02));
        assertThat(law[1]).isCloseTo(2, within(0.05));
    }

    @Test
    void weights_ofEqualLogs_areEqual() {
        ParetoSmoothing smoothed = ParetoSmoothing.of(new double[100]);

        assertThat(smoothed.weights()).containsOnly(0.01);
        assertThat(smoothed.shape()).isNaN();
    }

    /** Log-weights a z²/2 of normal z: the ratio has tail index 1/a, so k = a (Vehtari et al. 2024, section 3). */
    @ParameterizedTest(name = "a = {0}")
    @ValueSource(doubles = {0.3, 0.8})
    void shape_ofNormalRatio_isKnown(double a) {
        double[] logs = IntStream.range(0, 20_000)
                .mapToDouble(i -> {
                    double z = Inversion.normal((i + 0.5) / 20_000);
                    return a * z * z / 2;
                })
                .toArray();

        ParetoSmoothing smoothed = ParetoSmoothing.of(logs);

        assertThat(smoothed.shape()).isCloseTo(a, within(0.15));
        assertThat(Arrays.stream(smoothed.weights()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void weights_ofImpossible_areZero() {
        double[] logs = new double[50];
        logs[3] = Double.NEGATIVE_INFINITY;

        assertThat(ParetoSmoothing.of(logs).weights()[3]).isZero();
    }
}
