package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {
    @Test
    void add_knownNumbers_givesTextbookValues() {
        Tally tally = Tally.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(tally.n()).isEqualTo(8);
        assertThat(tally.mean()).isEqualTo(5);
        assertThat(tally.variance()).isCloseTo(32 / 7.0, within(1e-15));
        assertThat(tally.sd()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-15));
        assertThat(tally.standardError()).isCloseTo(Math.sqrt(4 / 7.0), within(1e-15));
        assertThat(tally.min()).isEqualTo(2);
        assertThat(tally.max()).isEqualTo(9);
    }

    /** A sum of squares would lose every digit of this variance. */
    @Test
    void add_meanFarFromZero_keepsTheVariance() {
        Tally tally = Tally.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
        assertThat(tally.variance()).isEqualTo(30);
    }

    @ParameterizedTest(name = "cut at {0} of 1000")
    @ValueSource(ints = {0, 1, 2, 500, 999, 1000})
    void merge_anyCut_equalsTheWhole(int cut) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(5);
        Tally first = new Tally();
        Tally second = new Tally();
        SummaryStatistics peer = new SummaryStatistics();
        for (int i = 0; i < 1000; i++) {
            double value = 100 + random.nextDouble();
            (i < cut ? first : second).add(value);
            peer.addValue(value);
        }
        first.merge(second);
        assertThat(first.n()).isEqualTo(1000);
        assertThat(first.mean()).isCloseTo(peer.getMean(), within(1e-12));
        assertThat(first.variance()).isCloseTo(peer.getVariance(), within(1e-12));
        assertThat(first.min()).isEqualTo(peer.getMin());
        assertThat(first.max()).isEqualTo(peer.getMax());
    }

    @Test
    void tooFewNumbers_isNaN() {
        Tally tally = new Tally();
        assertThat(new double[] {tally.mean(), tally.variance(), tally.min(), tally.max()})
                .containsOnly(Double.NaN);
        tally.merge(new Tally());
        assertThat(tally.n()).isZero();
        tally.add(-3);
        assertThat(tally.mean()).isEqualTo(-3);
        assertThat(tally.max()).isEqualTo(-3);
        assertThat(tally.standardError()).isNaN();
    }

    @Test
    void add_notFinite_isRefused() {
        assertThatThrownBy(() -> new Tally().add(Double.NaN)).hasMessageContaining("value is NaN");
        assertThatThrownBy(() -> Tally.of(1, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
    }

    @Test
    void toString_namesItsNumbers() {
        assertThat(Tally.of(1, 3)).hasToString("n=2 mean=2.0 sd=" + StrictMath.sqrt(2));
    }
}
