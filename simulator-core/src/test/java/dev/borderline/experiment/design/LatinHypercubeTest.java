package dev.borderline.experiment.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Cube;
import dev.borderline.random.Fit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinHypercubeTest {
    /** Each of n equal strata of each factor holds one point. */
    @ParameterizedTest(name = "{0} points, {1} factors, seed {2}")
    @CsvSource({"2, 1, 1", "16, 3, 42", "101, 7, -5", "3000, 2, 7"})
    void everyStratum_hasOnePoint(int points, int factors, long seed) {
        Design design = Design.lhs(Cube.factors(factors), points, seed);
        assertThat(design.size()).isEqualTo(points);
        for (int factor = 0; factor < factors; factor++) {
            int[] strata = Arrays.stream(Cube.column(design, factor))
                    .mapToInt(u -> (int) (u * points))
                    .sorted()
                    .toArray();
            assertThat(strata).isEqualTo(IntStream.range(0, points).toArray());
        }
    }

    /** Of the same candidates, the first to the hundredth, the best is as good as any of fewer. */
    @Test
    void moreCandidates_neverBringPointsNearer() {
        double before = 0;
        double first = 0;
        for (int candidates : new int[] {1, 2, 5, 20, 100}) {
            double nearest = nearest(new LatinHypercube(Cube.factors(4), 30, candidates, 42));
            assertThat(nearest).isGreaterThanOrEqualTo(before);
            first = candidates == 1 ? nearest : first;
            before = nearest;
        }
        assertThat(before).isGreaterThan(1.3 * first);
        assertThat(nearest(Design.lhs(Cube.factors(4), 30, 42))).isEqualTo(before);
    }

    private static double nearest(Design design) {
        List<List<Double>> points = Cube.points(design);
        double nearest = Double.POSITIVE_INFINITY;
        for (List<Double> one : points) {
            for (List<Double> other : points) {
                if (!one.equals(other)) {
                    double sum = IntStream.range(0, one.size())
                            .mapToDouble(i -> (one.get(i) - other.get(i)) * (one.get(i) - other.get(i)))
                            .sum();
                    nearest = Math.min(nearest, Math.sqrt(sum));
                }
            }
        }
        return nearest;
    }

    /** Over seeds each coordinate of a point is uniform and two of them independent. False alarm 1e-6 a check, see {@link Fit}. */
    @Test
    void aPoint_overSeeds_isUniformAndItsFactorsIndependent() {
        double[] one = new double[4000];
        double[] other = new double[4000];
        for (int seed = 0; seed < one.length; seed++) {
            DesignPoint point = new LatinHypercube(Cube.factors(2), 5, 1, seed).point(3);
            one[seed] = point.values().get(0);
            other[seed] = point.values().get(1);
        }
        Fit.assertFollows(u -> u, one);
        Fit.assertFollows(u -> u, other);
        Fit.assertIndependent(one, other);
    }

    @Test
    void seeds_decideThePoints() {
        List<List<Double>> points = Cube.points(Design.lhs(Cube.factors(3), 10, 42));
        assertThat(Cube.points(Design.lhs(Cube.factors(3), 10, 42))).isEqualTo(points);
        Set<Double> others = new HashSet<>();
        Cube.points(Design.lhs(Cube.factors(3), 10, 43)).forEach(others::addAll);
        points.forEach(point -> assertThat(others).doesNotContainAnyElementsOf(point));
    }

    /** Frozen: published sweeps name a seed, not their points. */
    @Test
    void points_ofASeed_neverChange() {
        assertThat(Cube.points(Design.lhs(Cube.factors(2), 4, 42)))
                .containsExactly(
                        List.of(0.588369848844, 0.00161182495061),
                        List.of(0.265890164363, 0.973817537115),
                        List.of(0.990571176278, 0.69145761339),
                        List.of(0.177247469468, 0.453561270748));
    }

    @Test
    void usualCandidates_costAboutTheSame() {
        assertThat(LatinHypercube.usualCandidates(64, 10)).isEqualTo(100);
        assertThat(LatinHypercube.usualCandidates(10_000, 2)).isEqualTo(2);
        assertThat(LatinHypercube.usualCandidates(100_000, 50)).isEqualTo(1);
    }

    @Test
    void info_saysHowItWasMade() {
        DesignInfo info = Design.lhs(Cube.factors(2), 8, 3).info();
        assertThat(info.kind()).isEqualTo("lhs");
        assertThat(info.settings()).hasToString("{points=8, candidates=100, design_seed=3}");
        assertThat(info.ranges()).hasToString("{x.x1=0 to 1, x.x2=0 to 1}");
    }

    @Test
    void nonsense_isRefused() {
        assertThatThrownBy(() -> Design.lhs(Cube.factors(2), 1, 0)).hasMessageContaining("points is 1");
        assertThatThrownBy(() -> Design.lhs(List.of(), 5, 0)).hasMessageContaining("needs a factor");
        assertThatThrownBy(() -> Design.lhs(
                        List.of(Cube.factors(1).get(0), Cube.factors(1).get(0)), 5, 0))
                .hasMessageContaining("two factors are x.x1");
        assertThatThrownBy(() -> Design.lhs(Cube.factors(1), 5, 0).point(5)).hasMessage("point 5 of 5");
    }
}
