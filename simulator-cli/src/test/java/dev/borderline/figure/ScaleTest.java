package dev.borderline.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void of_share_isPercent() {
        assertThat(Scale.of(0.52, "1").shown(0.5249, 0.0027)).isEqualTo("52.5 ±0.3");
        assertThat(Scale.of(0.52, "1").unit()).isEqualTo("%");
        assertThat(Scale.of(0.0003, "1").shown(0.0003)).isEqualTo("0.0300");
        assertThat(Scale.of(0, "1").unit()).isEqualTo("%");
        assertThat(Scale.of(2.5, "1").shown(2.5)).isEqualTo("250");
    }

    /** Alone or side by side, in whatever table: one unit for shares. */
    @Test
    void plain_share_isPercentAsInAScale() {
        assertThat(Plain.of("1").withUnit(0.546_712)).isEqualTo("54.67 %");
        assertThat(Plain.of("1").unit()).isEqualTo(Scale.of(0.5, "1").unit());
        assertThat(Plain.of("USD").withUnit(1_507)).isEqualTo("1,507 USD");
        assertThat(Plain.of("USD").shown(Double.NaN)).isEqualTo("n/a");
    }

    @Test
    void of_largeSums_isThousandsOrMillions() {
        assertThat(Scale.of(1_671_000, "USD").shown(1_045_321)).isEqualTo("1,045");
        assertThat(Scale.of(1_671_000, "USD").unit()).isEqualTo("thousand USD");
        assertThat(Scale.of(4.2e8, "USD").unit()).isEqualTo("million USD");
    }

    @Test
    void of_smallNumbers_keepsThreeDigits() {
        assertThat(Scale.of(43.9, "cases").shown(43.9)).isEqualTo("43.9");
        assertThat(Scale.of(0.00203, "USD").shown(0.00203)).isEqualTo("0.00203");
        assertThat(Scale.of(0, "people").shown(0)).isEqualTo("0");
    }

    @Test
    void shown_undefined_isNotANumber() {
        assertThat(Scale.of(10, "people").shown(Double.NaN)).isEqualTo("n/a");
        assertThat(Scale.of(10, "people").shown(3, Double.NaN)).isEqualTo("3.0");
    }

    @Test
    void change_ofEitherSign_hasIt() {
        assertThat(Scale.of(250, "people").change(212, 18)).isEqualTo("+212 ±18");
        assertThat(Scale.of(250, "people").change(-0.2, 1)).isEqualTo("0 ±1");
    }
}
