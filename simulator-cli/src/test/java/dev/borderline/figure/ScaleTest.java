package dev.borderline.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void of_share_isPercent() {
        assertThat(Scale.of(0.52, "1").shown(0.5249, 0.0027)).isEqualTo("52.5 ±0.3");
        assertThat(Scale.of(0.52, "1").unit()).isEqualTo("%");
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
