package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.calibration.Target;
import dev.borderline.analysis.calibration.Targets;
import dev.borderline.random.Inversion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private static final double ROUNDING = 1e-12;
    private static final double Z = 1.959963984540054;
    private static final double Z95 = 1.6448536269514722;
    private static final String HEAD =
            "id,target,measure,first_year,last_year,value,low,high,unit,group,use,grade,error\n";

    /** Half at 0, half at 2, figure 1: PIT 1/2, CRPS {@code ∫ (1/2)² over 0 to 2} = 1/2; figure 3: {@code 2/4 + 1} = 3/2. */
    @Test
    void crps_ofTwoPoints_byHand() {
        Predictions.Sorted two = new Predictions.Sorted(new double[] {2, 0}, new double[] {0.5, 0.5});

        assertThat(two.below(1)).isEqualTo(0.5);
        assertThat(two.crps(1)).isCloseTo(0.5, within(ROUNDING));
        assertThat(two.crps(3)).isCloseTo(1.5, within(ROUNDING));
        assertThat(two.crps(-1)).isCloseTo(1.5, within(ROUNDING));
        assertThat(two.quantile(0.5)).isZero();
        assertThat(two.quantile(0.6)).isEqualTo(2);
    }

    /** CRPS of a standard normal at its median is {@code (sqrt 2 - 1) / sqrt π} (Gneiting, Raftery 2007, eq. 21). */
    @Test
    void crps_ofNormalQuantiles_asPublished() {
        double[] quantiles = IntStream.range(0, 20_000)
                .mapToDouble(i -> Inversion.normal((i + 0.5) / 20_000))
                .toArray();
        double[] weights =
                IntStream.range(0, 20_000).mapToDouble(i -> 1 / 20_000.0).toArray();

        double expected = (Math.sqrt(2) - 1) / Math.sqrt(Math.PI);
        assertThat(new Predictions.Sorted(quantiles, weights).crps(0)).isCloseTo(expected, within(1e-4));
    }

    /**
     * Two figures with slopes 1 each on one score and errors of 1. Both at 1: the posterior is normal (2/3, 1/3). Without the second it
     * is (1/2, 1/2), so its figure is predicted with variance 3/2; tolerances are 4 standard errors of 500 draws.
     */
    @Test
    void leftOut_figureOfALinearModel_meetsClosedForm() {
        List<Target> targets = Targets.read(
                "t",
                HEAD
                        + "T1,t,arrests,2009,2009,1," + (1 - Z) + "," + (1 + Z) + ",1,a,fit,A,normal\n"
                        + "T2,t,needs,2009,2009,1," + (1 - Z) + "," + (1 + Z) + ",1,b,fit,A,normal\n");
        List<FigureLikelihood> figures =
                targets.stream().map(target -> new FigureLikelihood(target, 0)).toList();
        LinearModel model = new LinearModel(new double[][] {{1, 0}, {1, 0}}, new double[] {1, 1}, 1);
        FitSample fit = TemperedFit.of(model, FitSettings.of(60, 8, 40, 7)).run();

        FigurePrediction second = new Predictions(7).fitted(fit, figures).get(1);

        double withSd = Math.sqrt(1 / 3.0 + 1);
        double withoutSd = Math.sqrt(1 / 2.0 + 1);
        double tolerance = 4 * 2.1 / Math.sqrt(500) * withoutSd; // standard error of a 5 % quantile: 2.1 sd / sqrt n
        assertThat(second.all().p05()).isCloseTo(2 / 3.0 - Z95 * withSd, within(tolerance));
        assertThat(second.all().p95()).isCloseTo(2 / 3.0 + Z95 * withSd, within(tolerance));
        assertThat(second.withoutGroup().p05()).isCloseTo(0.5 - Z95 * withoutSd, within(tolerance));
        assertThat(second.withoutGroup().median()).isCloseTo(0.5, within(tolerance));
        assertThat(second.withoutGroup().p95()).isCloseTo(0.5 + Z95 * withoutSd, within(tolerance));
        assertThat(second.shape()).isLessThan(0.7);
        assertThat(second.pit()).isCloseTo(0.6585, within(4 * 0.5 / Math.sqrt(500))); // Φ(0.5 / sqrt 1.5)
    }

    /**
     * A figure that alone tells of its value cannot be left out by weights. Without it the logarithm has its prior's variance, 5/4, and
     * that of the figure's error; tolerances are 4 standard errors of 500 draws and a tenth for the emulator.
     */
    @Test
    void leftOut_weightsUnreliable_isFittedAgain() {
        CurvedModel model = new CurvedModel(0);
        WaveSettings settings = new WaveSettings(1, 200, FitSettings.of(60, 6, 40, 7));
        FitSample fit = EmulatedFit.of(model, settings).run();

        FigurePrediction first =
                new Predictions(7).fitted(fit, EmulatedModel.of(fit).figures()).get(0);

        double sd = Math.sqrt(1.25 + model.figures().get(0).varianceNear());
        double tolerance = 4 * 2.1 / Math.sqrt(500) * sd + 0.1;
        assertThat(first.shape()).isGreaterThan(0.7);
        assertThat(Math.log(first.all().median())).isCloseTo(Math.log(2), within(0.2));
        assertThat(Math.log(first.withoutGroup().median())).isCloseTo(0, within(tolerance));
        assertThat(Math.log(first.withoutGroup().p05())).isCloseTo(-Z95 * sd, within(tolerance));
        assertThat(Math.log(first.withoutGroup().p95())).isCloseTo(Z95 * sd, within(tolerance));
    }
}
