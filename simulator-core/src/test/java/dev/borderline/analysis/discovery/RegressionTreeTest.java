package dev.borderline.analysis.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class RegressionTreeTest {
    private static RegressionTree.Leaf richest(RegressionTree tree) {
        return tree.leaves().stream()
                .max(Comparator.comparingDouble(leaf -> leaf.node().mean()))
                .orElseThrow();
    }

    @Test
    void box_planted_isALeaf() {
        Cases cases = PrimTest.planted(1000, 1, 0, x -> x[0] > .6 && x[2] < .5);
        RegressionTree tree = RegressionTree.of(cases, RegressionTree.Settings.STANDARD);
        RegressionTree.Leaf leaf = richest(tree);

        assertThat(leaf.node().mean()).isEqualTo(1);
        assertThat(leaf.box().low(0)).isCloseTo(.6, within(.02));
        assertThat(leaf.box().high(2)).isCloseTo(.5, within(.02));
        assertThat(leaf.box().restricted()).isEqualTo(2);
        assertThat(tree.leaves()).hasSize(3);
        assertThat(tree.explained()).isCloseTo(1, within(1e-9));
    }

    @Test
    void box_plantedInNoise_isFoundAndNothingElse() {
        Cases cases = PrimTest.planted(2000, 2, .1, x -> x[1] > .5 && x[3] > .4 && x[3] < .8);
        RegressionTree tree = RegressionTree.of(cases, RegressionTree.Settings.STANDARD);
        RegressionTree.Leaf leaf = richest(tree);

        assertThat(leaf.node().mean()).isGreaterThan(.85);
        assertThat(leaf.box().low(1)).isCloseTo(.5, within(.02));
        assertThat(leaf.box().low(3)).isCloseTo(.4, within(.02));
        assertThat(leaf.box().high(3)).isCloseTo(.8, within(.02));
        assertThat(tree.leaves()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void steps_ofAResponse_areFoundWithTheirLevels() {
        Cases cases = numbers(600, 3, .1, (x, y) -> x < .3 ? 5 : y < .6 ? 1 : 2);
        RegressionTree tree = RegressionTree.of(cases, RegressionTree.Settings.STANDARD);

        List<RegressionTree.Leaf> leaves = tree.leaves();
        assertThat(leaves).hasSize(3);
        assertThat(leaves.stream().mapToInt(leaf -> leaf.node().cases()).sum()).isEqualTo(600);
        double[] means =
                leaves.stream().mapToDouble(leaf -> leaf.node().mean()).sorted().toArray();
        assertThat(means).containsExactly(new double[] {1, 2, 5}, within(.03));
    }

    /** Pure noise: the 1-SE rule leaves the root. Over 20 sets of noise at most one tree may have a split. */
    @Test
    void noise_alone_growsNoTree() {
        int grown = 0;
        for (int i = 0; i < 20; i++) {
            Cases cases = numbers(300, 100 + i, 1, (x, y) -> 0);
            grown += RegressionTree.of(cases, RegressionTree.Settings.STANDARD)
                                    .root()
                                    .leaves()
                            > 1
                    ? 1
                    : 0;
        }
        assertThat(grown).isLessThanOrEqualTo(1);
    }

    @Test
    void penalties_ofATree_prunesItStepByStepToItsRoot() {
        Cases cases = numbers(400, 4, .5, (x, y) -> 4 * x + y);
        TreeNode full = TreeGrower.grown(cases, TreeGrower.everyOne(cases), RegressionTree.Settings.STANDARD);
        double[] penalties = TreePruner.penalties(full);

        assertThat(penalties).isSorted().hasSizeGreaterThan(4);
        int leaves = Integer.MAX_VALUE;
        for (double penalty : penalties) {
            TreeNode pruned = TreePruner.atPenalty(full, penalty);
            assertThat(pruned.leaves()).isLessThan(leaves);
            leaves = pruned.leaves();
        }
        assertThat(leaves).isEqualTo(1);
    }

    @Test
    void settings_limitDepthAndLeaves() {
        Cases cases = numbers(500, 5, .05, (x, y) -> Math.sin(9 * x) + y);
        RegressionTree.Settings shallow = new RegressionTree.Settings(.1, 2, 42);
        RegressionTree tree = RegressionTree.of(cases, shallow);

        assertThat(tree.leaves())
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(leaf -> assertThat(leaf.node().cases()).isGreaterThanOrEqualTo(50));
        assertThat(RegressionTree.of(cases, shallow)).isEqualTo(tree);
        assertThatThrownBy(() -> new RegressionTree.Settings(.6, 2, 1)).hasMessageContaining("minMass is 0.6");
        assertThatThrownBy(() -> new RegressionTree.Settings(.1, 0, 1)).hasMessageContaining("maxDepth is 0");
    }

    @FunctionalInterface
    private interface Surface {
        double at(double x, double y);
    }

    private static Cases numbers(int size, long seed, double sd, Surface surface) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var noise = NormalDistribution.of(0, sd).createSampler(random);
        double[][] points = new double[size][];
        double[] responses = new double[size];
        for (int i = 0; i < size; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble()};
            responses[i] = surface.at(points[i][0], points[i][1]) + noise.sample();
        }
        return Cases.of(List.of("x", "y"), points, responses);
    }
}
