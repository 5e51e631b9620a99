package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictLogTest {
    private static final int ARGUMENTS = 1_000_000;

    private static void assertSame(double x) {
        assertThat(Double.doubleToRawLongBits(StrictLog.log(x)))
                .as("logarithm of %s", Double.toHexString(x))
                .isEqualTo(Double.doubleToRawLongBits(StrictMath.log(x)));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                2,
                0.5,
                -1,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                0x1p-53,
                1 - 0x1p-53,
                1 + 0x1p-52,
                Math.E
            })
    void log_edges_hasTheBitsOfStrictMath(double x) {
        assertSame(x);
    }

    @Test
    void log_ofUniforms_hasTheBitsOfStrictMath() {
        UniformRandomProvider source = RandomSource.XO_SHI_RO_256_PP.create(0x10C5EEDL);
        int different = 0;
        for (int i = 0; i < ARGUMENTS; i++) {
            double u = Draws.toUniform(source.nextLong());
            different += StrictLog.log(u) == StrictMath.log(u) ? 0 : 1;
        }
        assertThat(different).isZero();
    }

    @Test
    void log_ofAnyBits_hasTheBitsOfStrictMath() {
        UniformRandomProvider source = RandomSource.XO_SHI_RO_256_PP.create(0x10C5EEEL);
        int different = 0;
        for (int i = 0; i < ARGUMENTS; i++) {
            double x = Double.longBitsToDouble(source.nextLong());
            different += Double.compare(StrictLog.log(x), StrictMath.log(x)) == 0 ? 0 : 1;
        }
        assertThat(different).isZero();
    }

    /** Each mantissa's first words, where the formulas change over. */
    @Test
    void log_ofEveryHighWordOfAnOctave_hasTheBitsOfStrictMath() {
        int different = 0;
        for (long high = 0x3FE0_0000L; high < 0x4000_0000L; high++) {
            double x = Double.longBitsToDouble((high << 32) | (high * 0x9E3779B9L & 0xFFFF_FFFFL));
            different += StrictLog.log(x) == StrictMath.log(x) ? 0 : 1;
        }
        assertThat(different).isZero();
    }
}
