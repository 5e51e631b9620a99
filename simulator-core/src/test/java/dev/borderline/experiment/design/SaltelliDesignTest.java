package dev.borderline.experiment.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Cube;
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

    /** 2,000 points of two factors: means of a, b and of their products within 4 standard errors; false alarm below 1e-3. */
    @Test
    void independentPoints_areUniformAndUncorrelated() {
        Design design = Design.saltelli(Cube.factors(2), 2000, false, Scrambling.independent(5));
        SaltelliLayout layout = SaltelliLayout.of(design);
        double[] means = new double[3];
        for (int row = 0; row < 2000; row++) {
            double a = design.point(layout.a(row)).values().get(0);
            double b = design.point(layout.b(row)).values().get(0);
            double other = design.point(layout.a(row)).values().get(1);
            means[0] += a / 2000;
            means[1] += (a - .5) * (b - .5) / 2000;
            means[2] += (a - .5) * (other - .5) / 2000;
        }
        assertThat(means[0]).isCloseTo(.5, within(4 * Math.sqrt(1 / 12.0 / 2000)));
        assertThat(means[1]).isCloseTo(0, within(4 / 12.0 / Math.sqrt(2000)));
        assertThat(means[2]).isCloseTo(0, within(4 / 12.0 / Math.sqrt(2000)));
        assertThat(design.info().settings())
                .hasToString("{base_points=2000, second_order=false, independent=true, design_seed=5}");
        assertThatThrownBy(() -> Design.sobol(Cube.factors(2), 4, Scrambling.independent(5)))
                .hasMessageContaining("not independent");
    }

    @Test
    void matrices_ofIndependentPoints_standInTheSameOrder() {
        matricesStandInTheOrderOfSalib(Scrambling.independent(42));
    }

    @Test
    void matrices_standInTheOrderOfSalib() {
        matricesStandInTheOrderOfSalib(Scrambling.seeded(42));
    }

    private static void matricesStandInTheOrderOfSalib(Scrambling scrambling) {
        for (boolean secondOrder : new boolean[] {false, true}) {
            Design design = Design.saltelli(Cube.factors(3), 8, secondOrder, scrambling);
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
