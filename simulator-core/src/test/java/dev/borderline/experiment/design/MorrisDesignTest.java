package dev.borderline.experiment.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Cube;
import dev.borderline.random.Fit;
import dev.borderline.scenario.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorrisDesignTest {
    /** Every trajectory moves every factor once, by Δ = p / (2 (p - 1)) and nothing else. */
    @ParameterizedTest(name = "{0} factors, {1} levels")
    @CsvSource({"1, 4", "5, 4", "7, 2", "3, 10"})
    void everyTrajectory_movesEachFactorOnceByDelta(int factors, int levels) {
        Design walks = Design.morris(Cube.factors(factors), 20, levels, 42);
        MorrisLayout design = MorrisLayout.of(walks);
        assertThat(walks.size()).isEqualTo(20 * (factors + 1));
        assertThat(design.delta()).isEqualTo(levels / (2.0 * (levels - 1)));
        List<List<Double>> points = Cube.points(walks);
        for (int start = 0; start < points.size(); start += factors + 1) {
            List<Integer> moved = new ArrayList<>();
            assertThat(design.moved(start)).isEqualTo(-1);
            assertThat(design.step(start)).isZero();
            for (int point = start + 1; point <= start + factors; point++) {
                int factor = design.moved(point);
                moved.add(factor);
                for (int i = 0; i < factors; i++) {
                    double step =
                            points.get(point).get(i) - points.get(point - 1).get(i);
                    assertThat(step).isCloseTo(i == factor ? design.step(point) : 0, within(1e-11));
                }
                assertThat(Math.abs(design.step(point))).isEqualTo(design.delta());
            }
            assertThat(moved)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, factors).boxed().toList());
        }
    }

    /** Over trajectories levels, directions and orders are uniform. False alarm 1e-6 a check, see {@link Fit}. */
    @Test
    void trajectories_areDrawnUniformly() {
        int trajectories = 6000;
        Design walks = Design.morris(Cube.factors(3), trajectories, 4, 7);
        MorrisLayout design = MorrisLayout.of(walks);
        long[] levels = new long[4];
        long[] up = new long[2];
        long[] orders = new long[27];
        for (int t = 0; t < trajectories; t++) {
            int start = 4 * t;
            levels[(int) Math.rint(walks.point(start).values().get(1) * 3)]++;
            int[] moved = {design.moved(start + 1), design.moved(start + 2), design.moved(start + 3)};
            orders[9 * moved[0] + 3 * moved[1] + moved[2]]++;
            up[design.step(start + 1) > 0 ? 1 : 0]++;
        }
        Fit.assertCounts(alike(4, trajectories), levels);
        Fit.assertCounts(alike(2, trajectories), up);
        long[] seen = Arrays.stream(orders).filter(count -> count > 0).toArray();
        Fit.assertCounts(alike(6, trajectories), seen);
    }

    private static double[] alike(int cells, int total) {
        double[] expected = new double[cells];
        Arrays.fill(expected, (double) total / cells);
        return expected;
    }

    /** On a straight line y = 2 a + b the effect of every step is its slope: μ* = (2, 1, 0), σ = 0. */
    @Test
    void straightLine_hasItsSlopesAsEffects() {
        Design walks = Design.morris(Cube.factors(3), 10, 4, 1);
        MorrisLayout design = MorrisLayout.of(walks);
        for (int point = 0; point < walks.size(); point++) {
            if (design.moved(point) >= 0) {
                double effect = (line(walks.point(point)) - line(walks.point(point - 1))) / design.step(point);
                assertThat(effect).isCloseTo(new double[] {2, 1, 0}[design.moved(point)], within(1e-10));
            }
        }
    }

    private static double line(DesignPoint point) {
        return 2 * point.values().get(0) + point.values().get(1);
    }

    @Test
    void roles_nameTrajectoryFactorAndStep() {
        Design design = Design.morris(Cube.factors(2), 2, 4, 42);
        assertThat(design.roleNames()).containsExactly("trajectory", "moved", "step");
        assertThat(design.roles(3)).containsExactly("1", "", "");
        assertThat(design.roles(4).get(0)).isEqualTo("1");
        assertThat(design.roles(4).get(1))
                .isEqualTo("x.x" + (MorrisLayout.of(design).moved(4) + 1));
        assertThat(design.roles(4).get(2)).isIn("0.666666666667", "-0.666666666667");
        assertThat(design.info().settings()).hasToString("{trajectories=2, levels=4, design_seed=42}");
    }

    @Test
    void nonsense_isRefused() {
        assertThatThrownBy(() -> MorrisLayout.of(Design.single())).hasMessageContaining("needs the design morris");
        assertThatThrownBy(() -> Design.morris(Cube.factors(2), 0, 4, 1)).hasMessageContaining("trajectories is 0");
        assertThatThrownBy(() -> Design.morris(Cube.factors(2), 1, 5, 1)).hasMessageContaining("levels is 5");
        assertThatThrownBy(() -> Design.morris(List.of(Factor.of("a.b", 3)), 1, 4, 1))
                .hasMessage("a.b has the value 3 at both ends of a step: its range has too few values for 4 levels");
    }
}
