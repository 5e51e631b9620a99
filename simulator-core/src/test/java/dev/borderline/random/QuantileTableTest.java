package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables against commons-statistics over all uniforms that draws can give, tails and all. */
class QuantileTableTest {
    @ParameterizedTest(name = "gamma of shape {0}: relative error at most {1}")
    @CsvSource({
        ".1, 8e-7",
        ".25, 5e-9",
        ".4, 2e-9",
        ".5, 2e-9",
        "1, 1e-9",
        "1.5, 1e-9",
        "2, 1e-9",
        "5, 1e-9",
        "10, 1e-9",
        "100, 1e-9",
        "1000, 1e-9"
    })
    void gamma_wholeRange_equalsCommonsStatistics(double shape, double tolerance) {
        assertWithin(tolerance, QuantileTable.gamma(shape), GammaDistribution.of(shape, 1));
        assertWithin(tolerance, QuantileTable.gammaOfMeanOne(shape), GammaDistribution.of(shape, 1 / shape));
    }

    @ParameterizedTest(name = "beta of {0}, {1}: relative error at most {2}")
    @CsvSource({
        "1, 3, 1e-9",
        "1, 1, 1e-9",
        "2, 5, 1e-9",
        "10, 1, 1e-9",
        "100, 200, 1e-9",
        "1000, 1000, 1e-9",
        "1000, .1, 1e-9",
        ".5, .5, 2e-9",
        ".3, 8, 4e-9",
        ".25, .25, 5e-9",
        ".1, .1, 8e-7",
        ".1, 1000, 8e-7"
    })
    void beta_wholeRange_equalsCommonsStatistics(double a, double b, double tolerance) {
        assertWithin(tolerance, QuantileTable.beta(a, b), BetaDistribution.of(a, b));
    }

    /** Beta(1, 3) has the quantile 1 - (1 - u)^(1/3), and gamma of shape 1 the quantile -ln(1 - u). */
    @Test
    void tables_withClosedForm_equalIt() {
        QuantileTable beta = QuantileTable.beta(1, 3);
        QuantileTable gamma = QuantileTable.gamma(1);
        for (double u : InversionTest.GRID) {
            double exactBeta = -Math.expm1(Math.log1p(-u) / 3);
            double exactGamma = -Math.log1p(-u);
            assertEquals(exactBeta, beta.value(u), 1e-9 * exactBeta);
            assertEquals(exactGamma, gamma.value(u), 1e-9 * exactGamma);
        }
    }

    /** As x falls to 0, P(a, x) tends to x^a / Γ(a + 1), where Γ(1.4) = 0.8872638175... */
    @Test
    void gamma_lowerTail_isAPower() {
        QuantileTable gamma = QuantileTable.gamma(.4);
        for (double u = 0x1p-53; u < 1e-8; u *= 1.7) {
            double power = Math.pow(u * 0.887263817503075, 2.5);
            assertEquals(power, gamma.value(u), 3e-9 * power);
        }
    }

    /** Neighbouring uniforms at every cell border may differ by one rounding, and by no more. */
    @Test
    void value_acrossCellBorders_neverFallsByMoreThanARounding() {
        QuantileTable gamma = QuantileTable.gamma(.4);
        for (double octave = 0x1p-52; octave < .5; octave *= 2) {
            for (int cell = 0; cell < 64; cell++) {
                double border = octave * (1 + cell / 64.0);
                double before = gamma.value(Math.nextDown(border));
                double after = gamma.value(border);
                assertTrue(after >= before - Math.ulp(before), "at " + border);
            }
        }
        assertTrue(gamma.value(.5) >= gamma.value(Math.nextDown(.5)));
        assertTrue(gamma.value(Math.nextUp(.5)) >= gamma.value(.5));
    }

    @Test
    void value_outsideTheRangeOfDraws_isRefused() {
        QuantileTable gamma = QuantileTable.gamma(2);
        for (double u : new double[] {0, 0x1p-54, 1, -1, Double.NaN}) {
            assertThatThrownBy(() -> gamma.value(u)).hasMessageContaining("u is " + u);
        }
        assertTrue(gamma.value(0x1p-53) > 0);
        assertTrue(Double.isFinite(gamma.value(1 - 0x1p-53)));
    }

    @Test
    void shapes_outOfRange_areRefused() {
        assertThatThrownBy(() -> QuantileTable.gamma(.09)).hasMessageContaining("shape is 0.09");
        assertThatThrownBy(() -> QuantileTable.beta(1, 1001)).hasMessageContaining("b is 1001.0");
        assertThatThrownBy(() -> QuantileTable.beta(Double.NaN, 1)).hasMessageContaining("a is NaN");
    }

    /** The upper tail of the exponential law, ln P = −x, which gives its slope times a factor. */
    private record Exponential(double factor) implements Tail {
        @Override
        public double logProbability(double logX) {
            return -StrictMath.exp(logX);
        }

        @Override
        public double slope(double logX, double logProbability) {
            return -StrictMath.exp(logX) * factor;
        }

        @Override
        public double logXMax() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * Fritsch and Carlson: a cubic with both slopes 1.9 times its chord's, 7.2 ≤ 9, is still taken; with 2.3 times, 10.6, it
     * is refused. The root is found all the same, by halving.
     */
    @Test
    void tailTable_slopesTooSteep_areRefused() {
        double logMedian = StrictMath.log(StrictMath.log(2));
        for (double factor : new double[] {1, 1 / 1.9}) {
            TailTable table = new TailTable(new Exponential(factor), logMedian, 1, 0);
            assertEquals(StrictMath.log(4), table.value(0.25), 1e-9);
        }
        assertThatThrownBy(() -> new TailTable(new Exponential(1 / 2.3), logMedian, 1, 0))
                .hasMessageContaining("a cell is not monotone");
    }

    /** Asked for the outermost uniform, a table is inverted at once; from the median outwards, cell by cell. */
    @Test
    void value_inWhateverOrderAsked_hasTheSameBits() {
        for (Supplier<QuantileTable> law : List.<Supplier<QuantileTable>>of(
                () -> QuantileTable.gammaOfMeanOne(.7), () -> QuantileTable.beta(1.3, 4))) {
            QuantileTable atOnce = law.get();
            QuantileTable stepwise = law.get();
            atOnce.value(0x1p-53);
            atOnce.value(1 - 0x1p-53);
            for (double u = .49; u >= 0x1p-53; u /= 1.003) {
                assertEquals(atOnce.value(u), stepwise.value(u));
                assertEquals(atOnce.value(1 - u), stepwise.value(1 - u));
            }
        }
    }

    /** Compares probabilities, which the peer knows better than quantiles: dx / x = dp / (x density). */
    private static void assertWithin(double tolerance, QuantileTable table, ContinuousDistribution peer) {
        for (double u : InversionTest.GRID) {
            double x = table.value(u);
            double tail = Math.min(u, 1 - u);
            double exact = u < .5 ? peer.cumulativeProbability(x) : peer.survivalProbability(x);
            if (x < 1 || peer.getSupportUpperBound() > 1) {
                double relative = Math.abs(exact - tail) / (x * peer.density(x));
                assertTrue(relative <= tolerance, () -> "relative error " + relative + " at u = " + u);
            }
        }
    }
}
