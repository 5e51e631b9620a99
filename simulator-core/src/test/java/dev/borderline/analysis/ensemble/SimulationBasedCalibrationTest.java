package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simulation-based calibration of the fit on a stand-in: truths from the prior, figures from the truths with error and chance, ranks of
 * the truths among the fits' draws. Quantities are the informed inputs, one that nothing informs, the predictions, and the joint
 * log-likelihood. One overall false-alarm rate, 1e-3; the truths are fixed, so a pass stays one.
 */
class SimulationBasedCalibrationTest {
    private static final double ERROR = 0.7;
    private static final double CHANCE = 1.4;
    private static final double BOTH = Math.sqrt(ERROR * ERROR + CHANCE * CHANCE);
    private static final int INPUTS = 24;
    private static final int FIGURES = 3;
    private static final int UNINFORMED = 20;
    private static final int DRAWS = 63;
    private static final double FALSE_ALARM = 1e-3;
    private static final FitSettings SETTINGS = FitSettings.of(16, 3, 12, 42);
    private static final Draws TRUTHS = Draws.of(3, "test.truths", SubjectKind.FACTOR);

    /** Ranks of one truth, by quantity. */
    private static int[] ranks(int truth, double error, UnaryOperator<FitSettings> change) {
        double[] scores = IntStream.range(0, INPUTS)
                .mapToDouble(input -> TRUTHS.normal(truth, input))
                .toArray();
        double[] clean = LinearModel.pairs(INPUTS, new double[FIGURES], BOTH)
                .predict(scores, 0)
                .orElseThrow();
        double[] figures = IntStream.range(0, FIGURES)
                .mapToDouble(k -> clean[k] + BOTH * TRUTHS.normal(truth, INPUTS + k))
                .toArray();
        LinearModel right = LinearModel.pairs(INPUTS, figures, BOTH);
        FitSample fit = TemperedFit.of(LinearModel.pairs(INPUTS, figures, error), change.apply(SETTINGS))
                .run();
        double[] own = quantities(scores, clean, right);
        int[] ranks = new int[own.length];
        for (FitSample.FittedPoint draw : fit.thinned(DRAWS)) {
            double[] theirs = quantities(draw.scores(), draw.predicted(), right);
            for (int i = 0; i < ranks.length; i++) {
                ranks[i] += theirs[i] < own[i] ? 1 : 0;
            }
        }
        return ranks;
    }

    private static double[] quantities(double[] scores, double[] predicted, FittedModel right) {
        List<Double> all = new ArrayList<>();
        IntStream.range(0, 2 * FIGURES).forEach(input -> all.add(scores[input]));
        all.add(scores[UNINFORMED]);
        IntStream.range(0, FIGURES).forEach(k -> all.add(predicted[k]));
        all.add(right.logLikelihood(predicted));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Quantities whose ranks are not uniform, the last being the log-likelihood. */
    private static List<Integer> outside(int truths, double error, UnaryOperator<FitSettings> change) {
        List<int[]> byTruth = IntStream.range(0, truths)
                .mapToObj(truth -> ranks(truth, error, change))
                .toList();
        int quantities = byTruth.get(0).length;
        RankCheck check = RankCheck.of(truths, DRAWS, FALSE_ALARM / quantities);
        return IntStream.range(0, quantities)
                .filter(i -> !check.holds(
                        byTruth.stream().mapToInt(ranks -> ranks[i]).toArray()))
                .boxed()
                .toList();
    }

    @Test
    void fit_ofFiftyTruths_isCalibrated() {
        assertThat(outside(50, BOTH, settings -> settings)).isEmpty();
    }

    @Test
    @Tag("deep")
    void fit_ofFiveHundredTruths_isCalibrated() {
        assertThat(outside(500, BOTH, settings -> settings)).isEmpty();
    }

    /** Ranks of the inputs are uniform here too: the log-likelihood alone tells. */
    @Test
    void priorForPosterior_isFoundOut() {
        assertThat(outside(50, BOTH, settings -> settings.until(0))).contains(2 * FIGURES + 1 + FIGURES);
    }

    @Test
    void fitStoppedEarly_isFoundOut() {
        assertThat(outside(50, BOTH, settings -> settings.until(0.2))).isNotEmpty();
    }

    @Test
    void chanceLeftOut_isFoundOut() {
        assertThat(outside(50, ERROR, settings -> settings)).isNotEmpty();
    }
}
