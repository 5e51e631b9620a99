package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.LogUniformDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;

/** Quantiles of laws against the distribution functions of commons-statistics. */
class LawTest {
    private static final double ROUNDING = 1e-9;

    private static void assertInverts(ContinuousDistribution oracle, Law law) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 1000; i++) {
            double u = i / 1000.0;
            double value = law.quantile(u);
            assertThat(oracle.cumulativeProbability(value)).isCloseTo(u, within(ROUNDING));
            assertThat(value).isGreaterThan(before);
            before = value;
        }
    }

    @Test
    void quantiles_ofEveryLaw_invertItsDistributionFunction() {
        assertInverts(UniformContinuousDistribution.of(-1, 3), Law.uniform(-1, 3));
        assertInverts(LogUniformDistribution.of(0.01, 3), Law.logUniform(0.01, 3));
        assertInverts(TriangularDistribution.of(1, 2, 5), Law.triangular(1, 2, 5));
        assertInverts(TriangularDistribution.of(-2, 4, 5), Law.triangular(-2, 4, 5));
        assertInverts(NormalDistribution.of(3, 0.5), Law.normal(3, 0.5));
        double sigma = 0.8; // the oracle takes the mean of the logarithm
        double meanLog = Math.log(1000) - sigma * sigma / 2;
        assertInverts(LogNormalDistribution.of(meanLog, sigma), Law.logNormal(1000, sigma));
        BetaDistribution beta = BetaDistribution.of(2, 5);
        assertInverts(beta, Law.beta(2, 5, 0, 1));
        Law stretched = Law.beta(2, 5, 10, 30);
        assertThat(stretched.quantile(0.3)).isCloseTo(10 + 20 * beta.inverseCumulativeProbability(0.3), within(1e-7));
    }

    @Test
    void between_normal_isTheTruncatedNormal() {
        assertInverts(
                TruncatedNormalDistribution.of(0.1, 0.2, 0, 1),
                Law.normal(0.1, 0.2).between(0, 1));
        Law above = Law.normal(0, 1).between(2, Double.POSITIVE_INFINITY);
        double share = NormalDistribution.of(0, 1).survivalProbability(2);
        assertThat(NormalDistribution.of(0, 1).survivalProbability(above.quantile(0.25)))
                .isCloseTo(0.75 * share, within(ROUNDING));
        assertThat(above.quantile(0)).isEqualTo(2, within(1e-12));
    }

    @Test
    void ends_areThoseOfTheSupport() {
        assertThat(Law.uniform(2, 3).quantile(0)).isEqualTo(2);
        assertThat(Law.uniform(2, 3).quantile(1)).isEqualTo(3);
        assertThat(Law.logUniform(0.1, 0.7).quantile(1)).isEqualTo(0.7);
        assertThat(Law.triangular(1, 1, 2).quantile(0)).isEqualTo(1);
        assertThat(Law.triangular(1, 2, 2).quantile(1)).isEqualTo(2);
        assertThat(Law.normal(0, 1).quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Law.logNormal(5, 1).quantile(0)).isZero();
        assertThat(Law.logNormal(5, 1).quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Law.beta(2, 2, 1, 3).quantile(1)).isEqualTo(3);
        assertThat(Law.normal(0, 1).between(-1, 2).quantile(0)).isEqualTo(-1);
        assertThat(Law.normal(0, 1).between(-1, 2).quantile(1)).isEqualTo(2);
    }

    /** Ends where the law ends leave it as it is, to the bit. */
    @Test
    void between_endsOfTheSupport_isTheLawItself() {
        Law uniform = Law.uniform(0, 1);
        for (double u : new double[] {0, 0.1, 0.5, 1}) {
            assertThat(uniform.between(0, 1).quantile(u)).isEqualTo(u);
        }
    }

    /** Frozen: design points of published sweeps depend on these bits. */
    @Test
    void frozenQuantiles_neverChange() {
        double[] bits = IntStream.of(0x3, 0x55, 0xAA, 0xFE)
                .mapToDouble(i -> Law.normal(1, 2).between(0, 4).quantile(i / 256.0))
                .toArray();
        assertThat(bits)
                .containsExactly(0.04137248127824311, 1.0799456563446401, 2.1856309343400806, 3.926678001193163);
    }

    @Test
    void parameters_outOfRange_areRefused() {
        assertThatThrownBy(() -> Law.uniform(3, 3)).hasMessage("max is 3.0; it must be above min, 3.0");
        assertThatThrownBy(() -> Law.logUniform(0, 3)).hasMessageContaining("min is 0.0");
        assertThatThrownBy(() -> Law.triangular(1, 3, 2)).hasMessageContaining("mode is 3.0");
        assertThatThrownBy(() -> Law.normal(1, 0)).hasMessageContaining("sd is 0.0");
        assertThatThrownBy(() -> Law.normal(Double.NaN, 1)).hasMessageContaining("mean is NaN");
        assertThatThrownBy(() -> Law.logNormal(-1, 1)).hasMessageContaining("mean is -1.0");
        assertThatThrownBy(() -> Law.beta(0.01, 1, 0, 1)).hasMessageContaining("a is 0.01");
        assertThatThrownBy(() -> Law.normal(0, 1).between(7, 9)).hasMessageContaining("less than a millionth");
        assertThatThrownBy(() -> Law.normal(0, 1).between(2, 1)).hasMessageContaining("max is 1.0");
        assertThatThrownBy(() -> Law.normal(0, 1).between(1, 1)).hasMessageContaining("above min");
        assertThatThrownBy(() -> Law.logUniform(3, 2)).hasMessageContaining("max is 2.0");
        assertThatThrownBy(() -> Law.triangular(3, 3, 3)).hasMessageContaining("max is 3.0");
        assertThatThrownBy(() -> Law.logNormal(1, 0)).hasMessageContaining("sigma is 0.0");
        assertThatThrownBy(() -> Law.beta(2, 2, 3, 1)).hasMessageContaining("max is 1.0");
    }

    /** Before, the widths overflowed and every quantile above the first was infinite. */
    @Test
    void width_thatOverflows_isRefused() {
        String far = "max is 1.0E308; it must be nearer to min, -1.0E308: their distance is more than a number holds";
        assertThatThrownBy(() -> Law.uniform(-1e308, 1e308)).hasMessage(far);
        assertThatThrownBy(() -> Law.triangular(-1e308, 0, 1e308)).hasMessage(far);
        assertThatThrownBy(() -> Law.beta(2, 2, -1e308, 1e308)).hasMessage(far);
        assertThatThrownBy(() -> Law.logUniform(1e-300, 1e300)).hasMessageContaining("their ratio is more than");
        assertThat(Law.uniform(-8e307, 8e307).quantile(1)).isEqualTo(8e307);
    }

    @Test
    void parameters_infinite_areRefused() {
        double infinite = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> Law.uniform(-infinite, 3)).hasMessageContaining("min is -Infinity");
        assertThatThrownBy(() -> Law.uniform(1, infinite)).hasMessageContaining("max is Infinity");
        assertThatThrownBy(() -> Law.normal(1, infinite)).hasMessageContaining("sd is Infinity");
    }
}
