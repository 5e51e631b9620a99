package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class FixedSumTest {
    private static final int N = 10_000;

    @Test
    void add_anyOrderAndGrouping_givesTheSameBits() {
        double[] values = uniforms();
        FixedSum forwards = new FixedSum();
        FixedSum[] parts = {new FixedSum(), new FixedSum(), new FixedSum()};
        for (int i = 0; i < N; i++) {
            forwards.add(values[i]);
            parts[i % 3].add(values[N - 1 - i]);
        }
        parts[0].merge(parts[1]);
        parts[2].merge(parts[0]);
        assertThat(parts[2].whole()).isEqualTo(forwards.whole());
        assertThat(parts[2].fractionUnits()).isEqualTo(forwards.fractionUnits());
    }

    /** Half a unit of 2^-32 a term is the most it can be off. */
    @Test
    void doubleValue_manyTerms_isWithinHalfAUnitEach() {
        FixedSum sum = new FixedSum();
        BigDecimal exact = BigDecimal.ZERO;
        for (double value : uniforms()) {
            sum.add(value);
            exact = exact.add(new BigDecimal(value));
        }
        assertThat(sum.doubleValue()).isCloseTo(exact.doubleValue(), within(N * 0x1p-33));
    }

    @Test
    void add_exactValues_areKept() {
        FixedSum sum = new FixedSum();
        for (int i = 0; i < 5; i++) {
            sum.add(1);
            sum.add(.5);
            sum.add(0);
        }
        assertThat(sum.doubleValue()).isEqualTo(7.5);
        assertThat(sum.whole()).isEqualTo(7);
        assertThat(sum.fractionUnits()).isEqualTo(1L << 31);
    }

    @Test
    void merge_doublingPastALong_isRefused() {
        FixedSum sum = new FixedSum();
        sum.add(1);
        for (int i = 0; i < 62; i++) {
            sum.merge(sum);
        }
        assertThat(sum.doubleValue()).isEqualTo(0x1p62);
        assertThatThrownBy(() -> sum.merge(sum)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void add_notAProbability_isRefused() {
        FixedSum sum = new FixedSum();
        for (double value : new double[] {-1e-9, 1.0000001, Double.NaN}) {
            assertThatThrownBy(() -> sum.add(value)).hasMessageContaining("probability is " + value);
        }
    }

    private static double[] uniforms() {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(11);
        return random.doubles(N).toArray();
    }

    @Test
    void toString_isItsValue() {
        FixedSum sum = new FixedSum();
        sum.add(0.5);
        sum.add(0.75);

        assertThat(sum).hasToString("1.25");
    }
}
