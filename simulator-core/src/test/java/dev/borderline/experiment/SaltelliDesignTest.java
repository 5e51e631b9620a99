package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.scenario.Factor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaltelliDesignTest {
    private static Design plain(int factors, int basePoints, boolean secondOrder) {
        return Design.saltelli(Cube.factors(factors), basePoints, secondOrder, Scrambling.none());
    }

    /** From the first four Sobol' points in four dimensions, by hand: the third to fourth coordinates are B. */
    @Test
    void unscrambled_twoFactors_isTheTableOfSalib() {
        assertThat(Cube.points(plain(2, 4, false)))
                .containsExactly(
                        List.of(0.0, 0.0),
                        List.of(0.0, 0.0),
                        List.of(0.0, 0.0),
                        List.of(0.0, 0.0),
                        List.of(0.5, 0.5),
                        List.of(0.5, 0.5),
                        List.of(0.5, 0.5),
                        List.of(0.5, 0.5),
                        List.of(0.75, 0.25),
                        List.of(0.25, 0.25),
                        List.of(0.75, 0.25),
                        List.of(0.25, 0.25),
                        List.of(0.25, 0.75),
                        List.of(0.75, 0.75),
                        List.of(0.25, 0.75),
                        List.of(0.75, 0.75));
    }

    @Test
    void matrices_standInTheOrderOfSalib() {
        for (boolean secondOrder : new boolean[] {false, true}) {
            Design design = Design.saltelli(Cube.factors(3), 8, secondOrder, Scrambling.seeded(42));
            SaltelliLayout layout = SaltelliLayout.of(design);
            assertThat(design.size()).isEqualTo(8 * (secondOrder ? 8 : 5)).isEqualTo(layout.size());
            List<List<Double>> points = Cube.points(design);
            for (int row = 0; row < 8; row++) {
                List<Double> a = points.get(layout.a(row));
                List<Double> b = points.get(layout.b(row));
                assertThat(a).doesNotContainAnyElementsOf(b);
                for (int i = 0; i < 3; i++) {
                    assertThat(points.get(layout.ab(row, i))).isEqualTo(with(a, i, b));
                    if (secondOrder) {
                        assertThat(points.get(layout.ba(row, i))).isEqualTo(with(b, i, a));
                    }
                }
            }
        }
    }

    private static List<Double> with(List<Double> values, int column, List<Double> from) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> i == column ? from.get(i) : values.get(i))
                .toList();
    }

    @Test
    void roles_nameRowAndMatrix() {
        Design design = plain(2, 2, true);
        assertThat(IntStream.range(0, 12).mapToObj(design::roles).map(List::toString))
                .containsExactly(
                        "[0, A]",
                        "[0, AB_1]",
                        "[0, AB_2]",
                        "[0, BA_1]",
                        "[0, BA_2]",
                        "[0, B]",
                        "[1, A]",
                        "[1, AB_1]",
                        "[1, AB_2]",
                        "[1, BA_1]",
                        "[1, BA_2]",
                        "[1, B]");
        assertThat(design.roleNames()).containsExactly("row", "matrix");
        assertThat(design.info().settings()).hasToString("{base_points=2, second_order=true, scramble=false}");
        assertThatThrownBy(() -> SaltelliLayout.of(plain(2, 2, false)).ba(0, 0))
                .hasMessageContaining("without second order");
        assertThatThrownBy(() -> SaltelliLayout.of(Design.single()))
                .hasMessage("an analysis of variance needs the design saltelli; this is the design grid");
    }

    /**
     * Ishigami's function (a 7, b 0.1) on [-π, π]^3: the estimates that SALib gives on the unscrambled sample with none skipped.
     * S by Saltelli et al. 2010 on outputs without their mean, T by Jansen, over the variance of A and B.
     */
    @ParameterizedTest(name = "N = {0}")
    @CsvSource({
        "1024, 0.332955, 0.441314, 0.018578, 0.558179, 0.443285, 0.242149",
        "8192, 0.314819, 0.442417, 0.000758, 0.558646, 0.442419, 0.243449"
    })
    void ishigami_unscrambled_givesTheEstimatesOfSalib(
            int rows, double s1, double s2, double s3, double t1, double t2, double t3) {
        Design sample = Design.saltelli(
                IntStream.range(0, 3)
                        .mapToObj(i -> Factor.linear("x.x" + i, -Math.PI, Math.PI))
                        .toList(),
                rows,
                false,
                Scrambling.none());
        SaltelliLayout design = SaltelliLayout.of(sample);
        double[] y = Cube.points(sample).stream()
                .mapToDouble(SaltelliDesignTest::ishigami)
                .toArray();
        double mean =
                IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElseThrow();
        double baseMean = IntStream.range(0, rows)
                .mapToDouble(n -> (y[design.a(n)] + y[design.b(n)]) / 2)
                .average()
                .orElseThrow();
        double variance = IntStream.range(0, rows)
                .mapToDouble(n -> (square(y[design.a(n)] - baseMean) + square(y[design.b(n)] - baseMean)) / 2)
                .average()
                .orElseThrow();
        double[] first = {s1, s2, s3};
        double[] total = {t1, t2, t3};
        for (int i = 0; i < 3; i++) {
            int factor = i;
            double effect = IntStream.range(0, rows)
                    .mapToDouble(n -> (y[design.b(n)] - mean) * (y[design.ab(n, factor)] - y[design.a(n)]))
                    .average()
                    .orElseThrow();
            double jansen = IntStream.range(0, rows)
                    .mapToDouble(n -> square(y[design.a(n)] - y[design.ab(n, factor)]) / 2)
                    .average()
                    .orElseThrow();
            assertThat(effect / variance).isCloseTo(first[i], within(5.1e-7));
            assertThat(jansen / variance).isCloseTo(total[i], within(5.1e-7));
        }
    }

    private static double ishigami(List<Double> x) {
        double first = Math.sin(x.get(0));
        return first + 7 * square(Math.sin(x.get(1))) + 0.1 * square(square(x.get(2))) * first;
    }

    private static double square(double x) {
        return x * x;
    }
}
