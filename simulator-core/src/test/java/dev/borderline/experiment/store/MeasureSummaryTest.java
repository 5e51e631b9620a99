package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.measure.Measure;
import org.junit.jupiter.api.Test;

class MeasureSummaryTest {
    private static final Measure MEASURE = FakeRuns.LAYOUT.measures().get(0);

    @Test
    void of_fiveValuesAndAGap_equalsHandComputation() {
        MeasureSummary summary = MeasureSummary.of(MEASURE, 10, 2, Double.NaN, 3, 4, 1);
        assertThat(summary.n()).isEqualTo(5);
        assertThat(summary.mean()).isEqualTo(4);
        assertThat(summary.sd()).isEqualTo(Math.sqrt(50 / 4.0));
        assertThat(summary.se()).isCloseTo(Math.sqrt(2.5), within(1e-15));
        double halfWidth = 2.7764451051977987 * Math.sqrt(2.5); // the 0.975 quantile of t with 4 degrees of freedom
        assertThat(summary.ciLow()).isCloseTo(4 - halfWidth, within(1e-9));
        assertThat(summary.ciHigh()).isCloseTo(4 + halfWidth, within(1e-9));
        double[] byHand = {1, 1.2, 2, 3, 4, 8.8, 10};
        for (int i = 0; i < byHand.length; i++) {
            assertThat(summary.quantiles().get(i)).isCloseTo(byHand[i], within(1e-12));
        }
    }

    @Test
    void of_tooFewValues_isUndefinedWhereItMustBe() {
        MeasureSummary one = MeasureSummary.of(MEASURE, 7);
        assertThat(one.mean()).isEqualTo(7);
        assertThat(one.quantiles()).containsOnly(7.0);
        assertThat(new double[] {one.sd(), one.se(), one.ciLow(), one.ciHigh()}).containsOnly(Double.NaN);
        MeasureSummary none = MeasureSummary.of(MEASURE, Double.NaN);
        assertThat(none.n()).isZero();
        assertThat(none.mean()).isNaN();
        assertThat(none.quantiles()).containsOnly(Double.NaN);
    }
}
