package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedTallyTest {
    private static final double[] BASE = {1, 4, 2, 8};
    private static final double[] OTHER = {2, 6, 3, 9.5};

    /** Differences 1, 2, 1, 1.5: mean 1.375, variance 0.6875/3; as Student's interval of the differences alone. */
    @Test
    void pairs_giveTheStatisticsOfTheirDifferences() {
        PairedTally tally = PairedTally.of(BASE, OTHER);

        assertThat(tally.n()).isEqualTo(4);
        assertThat(tally.baseMean()).isEqualTo(3.75);
        assertThat(tally.otherMean()).isEqualTo(5.125);
        assertThat(tally.mean()).isEqualTo(1.375);
        assertThat(tally.standardError()).isCloseTo(Math.sqrt(0.6875 / 3 / 4), within(1e-15));
        assertThat(tally.interval(0.9)).isEqualTo(Intervals.pairedT(OTHER, BASE, 0.9));
        double expected = (Tally.of(BASE).variance() + Tally.of(OTHER).variance()) / (0.6875 / 3);
        assertThat(tally.varianceReduction()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void undefined_isLeftOut() {
        PairedTally tally = PairedTally.of(new double[] {1, Double.NaN, 2}, new double[] {3, 1, Double.NaN});

        assertThat(tally.n()).isEqualTo(1);
        assertThat(tally.mean()).isEqualTo(2);
        assertThat(tally.pValue()).isNaN();
        assertThatThrownBy(() -> PairedTally.of(BASE, new double[3]))
                .hasMessage("pairs need equal lengths, not 4 and 3");
    }

    @Test
    void equals_comparesTheNumbers() {
        assertThat(PairedTally.of(BASE, OTHER)).isEqualTo(PairedTally.of(BASE, OTHER));
        assertThat(PairedTally.of(BASE, OTHER)).isNotEqualTo(PairedTally.of(OTHER, BASE));
        assertThat(PairedTally.of(BASE, OTHER)).hasToString("n=4 base=3.75 other=5.125 difference=1.375");
        assertThat(PairedTally.of(BASE, OTHER).hashCode())
                .isEqualTo(PairedTally.of(BASE, OTHER).hashCode());
    }
}
