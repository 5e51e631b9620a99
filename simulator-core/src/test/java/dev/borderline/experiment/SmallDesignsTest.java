package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.design.Design;
import dev.borderline.scenario.Factor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Designs that can be read off a page: one at a time, and lists. */
class SmallDesignsTest {
    private static final Map<String, Double> BASE = Map.of("a.x", 1.0, "a.y", 5.0, "a.z", 0.0);

    @Test
    void oneAtATime_isTheBaseThenEachFactorAlone() {
        Design design = Design.oneAtATime(List.of(Factor.of("a.x", 0, 1, 2), Factor.linear("a.y", 4, 9)), BASE);
        assertThat(Cube.points(design))
                .containsExactly(
                        List.of(1.0, 5.0), List.of(0.0, 5.0), List.of(2.0, 5.0), List.of(1.0, 4.0), List.of(1.0, 9.0));
        assertThat(IntStream.range(0, 5).mapToObj(i -> design.roles(i).get(0)))
                .containsExactly("", "a.x", "a.x", "a.y", "a.y");
        assertThat(design.info().kind()).isEqualTo("one_at_a_time");
        assertThatThrownBy(() -> Design.oneAtATime(List.of(Factor.of("a.q", 0)), BASE))
                .hasMessageContaining("no value of a.q");
    }

    @Test
    void list_isAsGiven() {
        List<List<Double>> points = List.of(List.of(1.0, 2.0), List.of(1.0, 3.0), List.of(1.0, 2.0));
        Design design = Design.list(List.of("a.x", "a.y"), points);
        assertThat(Cube.points(design)).isEqualTo(points);
        assertThat(design.factors()).containsExactly("a.x", "a.y");
        assertThat(design.info().kind()).isEqualTo("list");
        assertThatThrownBy(() -> Design.list(List.of("a.x"), points)).hasMessageContaining("2 values for 1 factors");
        assertThatThrownBy(() -> Design.list(List.of("a.x"), List.of())).hasMessageContaining("no points");
    }

    @Test
    void grid_saysWhatItIs() {
        assertThat(Design.single().info().kind()).isEqualTo("grid");
        assertThat(Design.single().roles(0)).isEmpty();
    }
}
