package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final double[] VALUES = {9, 1, 4, 4, 7, -2};

    @Test
    void of_anyProbability_equalsTypeSevenOfCommonsMath() {
        Percentile peer = new Percentile().withEstimationType(EstimationType.R_7);
        for (int percent = 1; percent <= 100; percent++) {
            double expected = peer.evaluate(VALUES, percent);
            assertThat(Quantiles.of(VALUES, percent / 100.0)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void of_ends_areLeastAndGreatest() {
        assertThat(Quantiles.of(VALUES, 0)).isEqualTo(-2);
        assertThat(Quantiles.of(VALUES, 1)).isEqualTo(9);
        assertThat(Quantiles.of(new double[] {5}, .3)).isEqualTo(5);
        assertThat(Quantiles.of(new double[] {1, Double.POSITIVE_INFINITY}, 0)).isEqualTo(1);
    }

    @Test
    void of_array_staysAsItIs() {
        double[] values = VALUES.clone();
        Quantiles.of(values, .5);
        assertThat(values).isEqualTo(VALUES);
    }

    @Test
    void of_nothingOrNaN_isRefused() {
        assertThatThrownBy(() -> Quantiles.of(new double[0], .5)).hasMessageContaining("at least one number");
        assertThatThrownBy(() -> Quantiles.of(new double[] {1, Double.NaN}, .5)).hasMessageContaining("no NaN");
        assertThatThrownBy(() -> Quantiles.of(VALUES, 1.5)).hasMessageContaining("p is 1.5");
    }
}
