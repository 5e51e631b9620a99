package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeWeightedTest {
    /** 2 for 10, 5 for 30, 1 for 20: 20 + 150 + 20 over 60. */
    @Test
    void mean_weighsLevelsByTheirTime() {
        TimeWeighted level = new TimeWeighted(100, 2);
        level.set(110, 5);
        level.add(140, -4);

        assertThat(level.level()).isEqualTo(1);
        assertThat(level.integral(160)).isEqualTo(190);
        assertThat(level.mean(160)).isEqualTo(190.0 / 60);
        assertThat(level.min()).isEqualTo(1);
        assertThat(level.max()).isEqualTo(5);
    }

    @Test
    void mean_withoutTime_isUndefined() {
        TimeWeighted level = new TimeWeighted(100, 2);
        level.set(100, 7); // for no time at all

        assertThat(level.mean(100)).isNaN();
        assertThat(level.mean(101)).isEqualTo(7);
        assertThat(level.max()).isEqualTo(7);
    }

    @Test
    void past_andWhatIsNoLevel_areRefused() {
        TimeWeighted level = new TimeWeighted(100, 2);
        level.set(110, 3);

        assertThatThrownBy(() -> level.set(109, 1)).hasMessage("time 109 is before the last change, at 110");
        assertThatThrownBy(() -> level.mean(109)).hasMessageContaining("before the last change");
        assertThatThrownBy(() -> level.set(120, Double.NaN)).hasMessage("level is NaN; it must be finite");
    }
}
