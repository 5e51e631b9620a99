package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileBoundsTest {
    private static double logNormal(double u) {
        return Inversion.logNormal(u, 250, 1);
    }

    @Test
    void bounds_ofUniforms_holdTheVariateAndAreNarrow() {
        QuantileBounds bounds = QuantileBounds.of(QuantileBoundsTest::logNormal);
        UniformRandomProvider source = RandomSource.XO_SHI_RO_256_PP.create(0xB0005L);
        int wide = 0;
        for (int i = 0; i < 100_000; i++) {
            double u = Draws.toUniform(source.nextLong());
            double value = logNormal(u);
            assertThat(value).isBetween(bounds.atLeast(u), bounds.atMost(u));
            wide += bounds.atMost(u) > 1.05 * bounds.atLeast(u) ? 1 : 0;
        }
        assertThat(wide).as("of which the bounds differ by more than 5 %").isLessThan(15_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-53, 1.0 / 256, 0.5, 255.0 / 256, 1 - 0x1p-53})
    void bounds_atTheEdgesOfCells_holdTheVariate(double u) {
        QuantileBounds bounds = QuantileBounds.of(QuantileBoundsTest::logNormal);
        assertThat(logNormal(u)).isBetween(bounds.atLeast(u), bounds.atMost(u));
    }

    @Test
    void bounds_beyondTheLastStep_areOpen() {
        QuantileBounds bounds = QuantileBounds.of(QuantileBoundsTest::logNormal);
        assertThat(bounds.atLeast(0.001)).isZero();
        assertThat(bounds.atMost(0.999)).isInfinite();
    }
}
