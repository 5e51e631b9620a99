package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistogramTest {
    private static Histogram of(double... values) {
        Histogram histogram = new Histogram(0, 10, 5);
        for (double value : values) {
            histogram.add(value);
        }
        return histogram;
    }

    /** A bin holds its lower end, not its upper. */
    @Test
    void bins_holdTheirLowerEnd() {
        Histogram histogram = of(-0.1, 0, 1.9, 2, 9.99, 10, 1e300, Double.NEGATIVE_INFINITY);

        assertThat(new long[] {histogram.count(0), histogram.count(1), histogram.count(2), histogram.count(4)})
                .containsExactly(2, 1, 0, 1);
        assertThat(histogram.below()).isEqualTo(2);
        assertThat(histogram.above()).isEqualTo(2);
        assertThat(histogram.total()).isEqualTo(8);
        assertThat(histogram.share(0)).isEqualTo(0.25);
        assertThat(histogram.lowerEnd(3)).isEqualTo(6);
        assertThat(histogram.lowerEnd(histogram.bins())).isEqualTo(10);
    }

    @Test
    void merge_addsCounts() {
        Histogram both = of(1, 3, 20);
        both.merge(of(1, 5, -3));

        assertThat(both.count(0)).isEqualTo(2);
        assertThat(both.count(1)).isEqualTo(1);
        assertThat(both.count(2)).isEqualTo(1);
        assertThat(both.above()).isEqualTo(1);
        assertThat(both.below()).isEqualTo(1);
        assertThatThrownBy(() -> both.merge(new Histogram(0, 10, 4))).hasMessage("the bins differ");
    }

    @Test
    void whatIsNoHistogram_isRefused() {
        assertThatThrownBy(() -> new Histogram(1, 1, 2)).hasMessageContaining("must ascend");
        assertThatThrownBy(() -> new Histogram(-1e308, 1e308, 2)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Histogram(0, 1, 0)).hasMessage("there are 0 bins; it must be 1 or more");
        assertThatThrownBy(() -> of(Double.NaN)).hasMessage("value is NaN");
    }
}
