package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.calibration.EvaluationLog;
import dev.borderline.analysis.calibration.EvaluationSubject;
import dev.borderline.analysis.calibration.FileEvaluationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemperedFitTest {
    private static final double ERROR = 0.5;
    private static final double LENGTH_SQUARED = 5; // 2² + 1²
    private static final double[] FIGURES = {3, -2, 1};
    private static final FitSettings SMALL = FitSettings.of(4, 3, 4, 7);

    @TempDir
    private Path folder = Path.of("");

    private static LinearModel model() {
        return LinearModel.pairs(30, FIGURES, ERROR);
    }

    private static String bytes(FitSample fit) {
        StringBuilder text = new StringBuilder();
        for (int input = 0; input < fit.model().inputs().size(); input++) {
            text.append(Arrays.deepToString(fit.scores(input)));
        }
        return text + Arrays.deepToString(fit.logLikelihoods()) + fit.temperatures();
    }

    private static EvaluationSubject subject() {
        EvaluationSubject inputs = new EvaluationSubject(List.of(), 0, 0)
                .inputs(List.of("population"))
                .inputs(model().inputs());
        return new EvaluationSubject(inputs.parts(), inputs.inputs(), FIGURES.length);
    }

    /** Normal prior, linear model, normal errors: each figure's posterior is normal. Tolerances are 4 standard errors of 600 draws. */
    @Test
    void run_linearModel_meetsClosedForm() {
        FitSample fit = TemperedFit.of(model(), FitSettings.of(60, 10, 50, 7)).run();

        double variance = 1 / (1 / LENGTH_SQUARED + 1 / (ERROR * ERROR));
        for (int k = 0; k < FIGURES.length; k++) {
            double[] predicted = Convergence.pooled(fit.predicted(k));
            double mean = FIGURES[k] / (ERROR * ERROR) * variance;
            assertThat(Convergence.mean(predicted)).isCloseTo(mean, within(4 * Math.sqrt(variance / 600)));
            assertThat(Convergence.variance(predicted))
                    .isCloseTo(variance, within(4 * variance * Math.sqrt(2 / 600.0)));
        }
        double[] uninformed = Convergence.pooled(fit.scores(20));
        assertThat(Convergence.mean(uninformed)).isCloseTo(0, within(4 / Math.sqrt(600)));
        assertThat(Convergence.variance(uninformed)).isCloseTo(1, within(4 * Math.sqrt(2 / 600.0)));
        assertThat(fit.temperatures()).hasSizeGreaterThan(2);
        assertThat(fit.informed()).contains(0, 2, 4);
    }

    @Test
    void run_onTwoThreads_sameBytes() {
        assertThat(bytes(TemperedFit.of(model(), SMALL).threads(2).run()))
                .isEqualTo(bytes(TemperedFit.of(model(), SMALL).run()));
    }

    /** Broken off after each number of evaluations in turn, and once more: the same sample and the same log, to the byte. */
    @Test
    void run_brokenOffAnywhere_sameBytes() throws IOException {
        Path whole = folder.resolve("whole.csv");
        String expected = bytes(logged(whole, Integer.MAX_VALUE));
        long evaluations = Files.readString(whole)
                .lines()
                .filter(line -> line.startsWith("at,"))
                .count();

        assertThat(evaluations).isGreaterThan(100);
        for (int stop = 1; stop < evaluations; stop += 37) {
            Path file = folder.resolve(stop + ".csv");
            int first = stop;
            assertThatThrownBy(() -> logged(file, first)).hasMessage("broken off");
            assertThatThrownBy(() -> logged(file, (int) evaluations - first - 1))
                    .hasMessage("broken off");
            assertThat(bytes(logged(file, Integer.MAX_VALUE))).isEqualTo(expected);
            assertThat(file).hasSameTextualContentAs(whole);
        }
    }

    /** A fit with a log in a file that breaks off when it has added so many evaluations. */
    private static FitSample logged(Path file, int most) throws IOException {
        try (FileEvaluationLog log = FileEvaluationLog.open(file, subject())) {
            return TemperedFit.of(model(), SMALL).log(new Breaking(log, most)).run();
        }
    }

    private static final class Breaking implements EvaluationLog {
        private final EvaluationLog log;
        private int left;

        Breaking(EvaluationLog log, int most) {
            this.log = log;
            left = most;
        }

        @Override
        public Optional<List<Double>> find(List<Double> values) {
            return log.find(values);
        }

        @Override
        public void add(List<Double> values, List<Double> statistics) {
            if (left == 0) {
                throw new IllegalStateException("broken off");
            }
            left--;
            log.add(values, statistics);
        }
    }

    /** Points that the model refuses are never evaluated, and the sample keeps to the rest of the prior. */
    @Test
    void run_halfThePriorRefused_keepsToTheOther() {
        FittedModel half = new LinearModel.Half(model());

        FitSample fit = TemperedFit.of(half, FitSettings.of(20, 4, 10, 7)).run();

        double[] scores = Convergence.pooled(fit.scores(20));
        assertThat(Arrays.stream(scores).min().orElseThrow()).isPositive();
        assertThat(Convergence.mean(scores)).isCloseTo(Math.sqrt(2 / Math.PI), within(0.15)); // half-normal
    }

    @Test
    void run_recordImpossible_refused() {
        FittedModel impossible = new LinearModel(new double[][] {{1, 1}}, new double[] {Double.NEGATIVE_INFINITY}, 1);

        assertThatThrownBy(() -> TemperedFit.of(impossible, SMALL).run())
                .isInstanceOf(AnalysisRefused.class)
                .hasMessageContaining("no point of the prior gives the record any likelihood");
    }

    @Test
    void settings_outOfRange_refused() {
        assertThatThrownBy(() -> FitSettings.of(3, 3, 4, 7)).hasMessage("3 chains: 4 or more are needed");
        assertThatThrownBy(() -> FitSettings.of(4, 1, 4, 7)).hasMessage("1 steps: 2 or more are needed");
        assertThatThrownBy(() -> SMALL.until(1.5)).hasMessageContaining("it must be 0 to 1");
    }

    /** A healthy fit passes all gates; one with few particles is refused and told what to raise. */
    @Test
    void gates_ofHealthyFit_pass_ofSmallOneFail() {
        FitSample healthy = TemperedFit.of(LinearModel.pairs(6, FIGURES, 2), FitSettings.of(150, 10, 60, 7))
                .run();

        assertThat(Gates.of(healthy))
                .allSatisfy(
                        gate -> assertThat(gate.passes()).as(gate.toString()).isTrue());
        List<Gate> small = Gates.of(TemperedFit.of(model(), SMALL).run());
        assertThat(small).filteredOn(gate -> !gate.passes()).hasSizeGreaterThan(4);
        assertThat(small.get(0).remedy()).isEqualTo("--chains, --last-steps or --moves");
    }

    /** Populations with chance of their own that moves their posteriors apart: what fails is R-hat, and chance is named. */
    @Test
    void gates_populationsWithOtherChance_nameReplications() {
        FittedModel apart = new LinearModel.Chance(LinearModel.pairs(6, FIGURES, 0.5), 0.6);
        FitSample fit = TemperedFit.of(apart, FitSettings.of(150, 10, 60, 7)).run();

        Gate rHat = Gates.of(fit).get(0);
        assertThat(rHat.passes()).isFalse();
        assertThat(rHat.remedy()).startsWith("--replications or --people");
    }

    @Test
    void gates_ofPrior_failForAcceptance() {
        FitSample prior = TemperedFit.of(model(), SMALL.until(0)).run();

        assertThat(Gates.of(prior))
                .filteredOn(gate -> gate.name().equals("acceptance"))
                .allMatch(gate -> !gate.passes());
    }
}
