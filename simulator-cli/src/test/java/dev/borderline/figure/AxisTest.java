package dev.borderline.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void axis_aroundValuesThatReachFarDown_beginsAtZero() {
        assertThat(Axis.around(3, 96, 0, 1).ticks()).isEqualTo(List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0));
    }

    @Test
    void axis_aroundValuesInTheUpperHalf_beginsBelowThem() {
        assertThat(Axis.around(51, 58, 0, 1).ticks()).isEqualTo(List.of(50.0, 52.0, 54.0, 56.0, 58.0));
    }

    @Test
    void axis_whoseEndIsNoBinaryFraction_hasATickThere() {
        List<Double> ticks = Axis.around(0.72, 1.19, 0, 1).ticks();

        assertThat(ticks).hasSize(6);
        assertThat(ticks.get(0)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void axis_aroundValuesALittleBelowZero_reachesNoFurther() {
        Axis axis = Axis.around(-5, 290, 0, 1);

        assertThat(axis.low()).isEqualTo(-5);
        assertThat(axis.ticks()).isEqualTo(List.of(0.0, 100.0, 200.0, 300.0));
    }

    @Test
    void axis_aroundValuesOnBothSides_hasRoundEnds() {
        assertThat(Axis.around(-95, 290, 0, 1).ticks()).isEqualTo(List.of(-100.0, 0.0, 100.0, 200.0, 300.0));
    }
}
