package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class MultipleTestsTest {
    /** R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") gives 0.03 0.06 0.06 0.02. */
    @Test
    void holm_knownCase_equalsR() {
        double[] adjusted = MultipleTests.holm(.01, .04, .03, .005);
        assertThat(adjusted).containsExactly(new double[] {.03, .06, .06, .02}, within(1e-15));
    }

    @Test
    void holm_largeValues_stopAtOne() {
        assertThat(MultipleTests.holm(.9, .8)).containsExactly(1, 1);
        assertThat(MultipleTests.holm()).isEmpty();
        assertThat(MultipleTests.holm(.04)).containsExactly(.04);
        assertThat(MultipleTests.holm(0, 1)).containsExactly(0, 1);
    }

    /**
     * Ten true hypotheses: some rejection in 5 % of 20,000 families, within 4 standard errors; false alarm 6e-5.
     * Exactly 1 - 0.995^10.
     */
    @Test
    void holm_allHypothesesTrue_rejectsAtTheStatedRate() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(4L);
        int families = 20_000;
        int rejecting = 0;
        for (int family = 0; family < families; family++) {
            double[] adjusted = MultipleTests.holm(random.doubles(10).toArray());
            for (double p : adjusted) {
                if (p <= .05) {
                    rejecting++;
                    break;
                }
            }
        }
        double exact = 1 - Math.pow(.995, 10);
        assertThat((double) rejecting / families).isCloseTo(exact, within(4 * Math.sqrt(.05 * .95 / families)));
    }

    @Test
    void holm_notAProbability_isRefused() {
        assertThatThrownBy(() -> MultipleTests.holm(.1, Double.NaN)).hasMessageContaining("p-value is NaN");
        assertThatThrownBy(() -> MultipleTests.holm(2)).hasMessageContaining("p-value is 2.0");
    }
}
