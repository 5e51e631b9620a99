package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.random.Law;
import dev.borderline.scenario.Factor.Range;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangeTest {
    private static List<Double> at(Range range, double... places) {
        return java.util.Arrays.stream(places).mapToObj(range::at).toList();
    }

    @Test
    void spans_goFromEndToEnd() {
        assertThat(at(Range.linear(-1, 3), 0, 0.25, 0.5, 1)).containsExactly(-1.0, 0.0, 1.0, 3.0);
        assertThat(at(Range.log(0.01, 100), 0, 0.25, 0.5, 1)).containsExactly(0.01, 0.1, 1.0, 100.0);
        assertThat(Range.linear(0, 0.3).at(1 / 3.0)).isEqualTo(0.1);
    }

    /** Every value of a list, and every whole number, has its equal share of the places. */
    @Test
    void listsAndWholeNumbers_shareThePlacesEqually() {
        assertThat(counts(Range.values(List.of(7.0, 3.0, 5.0))::at, 300, 7, 3, 5))
                .containsExactly(100, 100, 100);
        assertThat(counts(Range.linear(1, 4).whole()::at, 400, 1, 2, 3, 4)).containsExactly(100, 100, 100, 100);
        assertThat(counts(Range.linear(0, 1).whole()::at, 10, 0, 1)).containsExactly(5, 5);
        assertThat(counts(Range.log(1, 7).whole()::at, 3000, 1, 3, 7))
                .containsExactly(1000, 415, 193); // log2(1 + 1/n) / 3
        assertThat(Range.linear(1, 4).whole().at(1)).isEqualTo(4);
        assertThat(Range.values(List.of(7.0, 3.0)).at(1)).isEqualTo(3);
    }

    private static List<Integer> counts(DoubleUnaryOperator range, int places, double... values) {
        double[] drawn = IntStream.range(0, places)
                .mapToDouble(i -> range.applyAsDouble((i + 0.5) / places))
                .toArray();
        return java.util.Arrays.stream(values)
                .mapToObj(value -> (int)
                        java.util.Arrays.stream(drawn).filter(d -> d == value).count())
                .toList();
    }

    @Test
    void distributions_giveTheirQuantiles() {
        Range normal = Range.distribution(Law.normal(10, 2), "normal mean 10 sd 2");
        assertThat(normal.at(0.5)).isEqualTo(10);
        assertThat(normal.at(0.975)).isEqualTo(13.9199279691);
        assertThat(normal.whole().at(0.975)).isEqualTo(14);
        assertThat(normal.ends()).containsExactly(5.34730425192, 14.6526957481);
        assertThatThrownBy(() -> normal.at(0)).hasMessageContaining("has no value at probability 0");
    }

    @Test
    void text_isForPeople() {
        assertThat(Factor.linear("a.b", 0.01, 0.12)).hasToString("a.b 0.01 to 0.12");
        assertThat(Factor.log("a.b", 1, 16).range().text()).isEqualTo("1 to 16, log");
        assertThat(Factor.of("a.b", 1, 0.5).range().text()).isEqualTo("[1, 0.5]");
    }

    @Test
    void stuckAt_tooFewValues_isFound() {
        assertThat(Range.values(List.of(0.0, 1.0)).stuckAt(4)).isEmpty();
        assertThat(Range.values(List.of(0.0, 1.0, 2.0)).stuckAt(4)).isEmpty();
        assertThat(Range.values(List.of(5.0)).stuckAt(4)).hasValue(5);
    }

    @Test
    void nonsense_isRefused() {
        assertThatThrownBy(() -> Factor.of("a.b")).hasMessageContaining("no values");
        assertThatThrownBy(() -> Factor.of("a.b", 1, 1)).hasMessageContaining("twice");
        assertThatThrownBy(() -> Factor.linear("a.b", 1, 1)).hasMessageContaining("max is 1.0");
        assertThatThrownBy(() -> Factor.log("a.b", 0, 1)).hasMessageContaining("min is 0.0");
        assertThatThrownBy(() -> Range.linear(1, 3.5).whole()).hasMessageContaining("whole");
        assertThatThrownBy(() -> Factor.linear(" ", 0, 1)).hasMessageContaining("path");
    }
}
