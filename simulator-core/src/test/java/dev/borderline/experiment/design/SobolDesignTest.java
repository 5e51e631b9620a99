package dev.borderline.experiment.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Cube;
import dev.borderline.random.Fit;
import dev.borderline.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SobolDesignTest {
    private static Design plain(int factors, int points) {
        return Design.sobol(Cube.factors(factors), points, Scrambling.none());
    }

    private static Design shifted(int factors, int points, long seed) {
        return Design.sobol(Cube.factors(factors), points, Scrambling.seeded(seed));
    }

    /** I. M. Sobol' (1967) with direction numbers of Joe and Kuo, in Gray-code order; checked by hand. */
    @Test
    void unscrambled_firstPoints_areThePublishedOnes() {
        assertThat(Cube.points(plain(3, 8)))
                .containsExactly(
                        List.of(0.0, 0.0, 0.0),
                        List.of(0.5, 0.5, 0.5),
                        List.of(0.75, 0.25, 0.25),
                        List.of(0.25, 0.75, 0.75),
                        List.of(0.375, 0.375, 0.625),
                        List.of(0.875, 0.875, 0.125),
                        List.of(0.625, 0.125, 0.875),
                        List.of(0.125, 0.625, 0.375));
    }

    /** The second opinion is Hipparchus' generator. */
    @Test
    void unscrambled_inAThousandDimensions_isTheOracle() {
        SobolSequenceGenerator oracle = new SobolSequenceGenerator(1000);
        Design design = plain(1000, 300);
        for (int i = 0; i < design.size(); i++) {
            List<Double> expected = Arrays.stream(oracle.nextVector())
                    .mapToObj(value -> Double.parseDouble(Numbers.file(value)))
                    .toList();
            assertThat(design.point(i).values()).isEqualTo(expected);
        }
    }

    /** A digital shift maps cells on cells: each of n = 2^m equal strata keeps one point, and so do elementary boxes. */
    @Test
    void scrambled_powersOfTwo_stayNets() {
        Design design = shifted(3, 64, 42);
        for (int factor = 0; factor < 3; factor++) {
            int[] strata = Arrays.stream(Cube.column(design, factor))
                    .mapToInt(u -> (int) (u * 64))
                    .sorted()
                    .toArray();
            assertThat(strata).isEqualTo(IntStream.range(0, 64).toArray());
        }
        int[] boxes = new int[64];
        Cube.points(design).forEach(point -> boxes[8 * (int) (point.get(0) * 8) + (int) (point.get(1) * 8)]++);
        assertThat(boxes).containsOnly(1);
    }

    /** The exclusive or of two points is that of the unscrambled two: the shift is one for all points of a dimension. */
    @Test
    void scrambled_isOneShiftPerDimension() {
        SobolPoints plain = SobolPoints.plain(4);
        SobolPoints shifted = SobolPoints.shifted(4, 7);
        long[] shift = null;
        for (int i = 0; i < 50; i++) {
            double[] before = plain.at(i);
            double[] after = shifted.at(i);
            long[] found = new long[4];
            for (int j = 0; j < 4; j++) {
                found[j] = (long) (before[j] * 0x1p52) ^ (long) (after[j] * 0x1p52);
            }
            shift = shift == null ? found : shift;
            assertThat(found).isEqualTo(shift);
        }
        assertThat(shift).doesNotHaveDuplicates().doesNotContain(0);
    }

    /** Over seeds every point is uniform. False alarm 1e-6 a check, see {@link Fit}. */
    @Test
    void scrambled_overSeeds_eachPointIsUniform() {
        double[] one = new double[4000];
        double[] other = new double[4000];
        for (int seed = 0; seed < one.length; seed++) {
            double[] place = SobolPoints.shifted(2, seed).at(0);
            one[seed] = place[0];
            other[seed] = place[1];
        }
        Fit.assertFollows(u -> u, one);
        Fit.assertIndependent(one, other);
    }

    /** The integral of a product over [0, 1]^4 is 1. Over 4,096 random points the error would be 0.023, root mean square. */
    @Test
    void scrambled_integratesBetterThanChance() {
        double squares = IntStream.range(0, 20)
                .mapToDouble(seed -> mean(shifted(4, 4096, seed)) - 1)
                .map(error -> error * error)
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(squares)).isBetween(0.0001, 0.001);
    }

    private static double mean(Design design) {
        return Cube.points(design).stream()
                .mapToDouble(point -> point.stream().mapToDouble(u -> 2 * u).reduce(1, (a, b) -> a * b))
                .average()
                .orElseThrow();
    }

    @Test
    void points_inAnyOrder_areTheSame() {
        Design design = shifted(3, 200, 1);
        List<List<Double>> points = Cube.points(design);
        for (int i = design.size() - 1; i >= 0; i -= 7) {
            assertThat(design.point(i).values()).isEqualTo(points.get(i));
        }
        assertThat(Cube.points(shifted(3, 200, 2)).get(9)).isNotEqualTo(points.get(9));
    }

    @Test
    void moreThanAThousandDimensions_areRefused() {
        assertThatThrownBy(() -> plain(1001, 2)).hasMessageContaining("1001 dimensions are too many");
        assertThatThrownBy(() -> Design.saltelli(Cube.factors(501), 2, false, Scrambling.none()))
                .hasMessageContaining("1002 dimensions are too many");
        assertThatThrownBy(() -> plain(1, 0)).hasMessageContaining("points is 0");
    }

    @Test
    void info_saysWhetherItIsScrambled() {
        assertThat(plain(2, 8).info().settings()).hasToString("{points=8, scramble=false}");
        assertThat(shifted(2, 8, 5).info().settings()).hasToString("{points=8, scramble=true, design_seed=5}");
    }
}
