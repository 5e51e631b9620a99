package dev.borderline.analysis.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.Undetermined;
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
        LabelledPoints cases = PrimTest.planted(1000, 1, 0, x -> x[0] > .6 && x[2] < .5);
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
        LabelledPoints cases = PrimTest.planted(2000, 2, .1, x -> x[1] > .5 && x[3] > .4 && x[3] < .8);
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
        LabelledPoints cases = numbers(600, 3, .1, (x, y) -> x < .3 ? 5 : y < .6 ? 1 : 2);
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
            LabelledPoints cases = numbers(300, 100 + i, 1, (x, y) -> 0);
            grown += RegressionTree.of(cases, RegressionTree.Settings.STANDARD)
                                    .root()
                                    .leaves()
                            > 1
                    ? 1
                    : 0;
        }
        assertThat(grown).isLessThanOrEqualTo(1);
    }

    /** Nine points of pure chance once were explained to 100 %. */
    @Test
    void fewPoints_areRefused() {
        assertThatThrownBy(() -> RegressionTree.of(numbers(9, 1, 1, (x, y) -> 0), RegressionTree.Settings.STANDARD))
                .isInstanceOf(Undetermined.class)
                .hasMessageContaining("9 points are too few for a tree");
        assertThat(RegressionTree.of(numbers(20, 1, .01, (x, y) -> x < .5 ? 0 : 1), RegressionTree.Settings.STANDARD)
                        .leaves())
                .hasSize(2);
    }

    /** The share explained elsewhere is that among new cases: of steps nearly all, of noise none. */
    @Test
    void elsewhere_isTheShareExplainedAmongNewCases() {
        Surface steps = (x, y) -> x < .3 ? 5 : y < .6 ? 1 : 2;
        RegressionTree tree = RegressionTree.of(numbers(3000, 11, 1, steps), RegressionTree.Settings.STANDARD);
        LabelledPoints fresh = numbers(4000, 12, 1, steps);
        double mean = 0;
        for (int i = 0; i < fresh.size(); i++) {
            mean += fresh.response(i) / fresh.size();
        }
        double left = 0;
        double all = 0;
        for (int i = 0; i < fresh.size(); i++) {
            left += Math.pow(fresh.response(i) - tree.root().predicted(fresh, i), 2);
            all += Math.pow(fresh.response(i) - mean, 2);
        }

        assertThat(tree.elsewhere()).isCloseTo(1 - left / all, within(.06)).isLessThan(tree.explained());
        assertThat(RegressionTree.of(numbers(300, 103, 1, (x, y) -> 0), RegressionTree.Settings.STANDARD)
                        .elsewhere())
                .isZero();
    }

    /**
     * Parity: no split of one input says anything, only all of them together, and what the first splits save is rounding. Growing
     * and pruning come to an end at the root.
     */
    @Test
    void parityOfFiveBits_endsWithoutASplit() {
        double[][] points = new double[64][5];
        double[] responses = new double[64];
        for (int i = 0; i < points.length; i++) {
            for (int bit = 0; bit < 5; bit++) {
                points[i][bit] = i >> bit & 1;
            }
            responses[i] = 0.1 + 0.7 * (Integer.bitCount(i & 31) % 2);
        }
        LabelledPoints cases = LabelledPoints.of(List.of("a", "b", "c", "d", "e"), points, responses);
        RegressionTree.Settings fine = new RegressionTree.Settings(0.01, 10, 42);

        RegressionTree tree = RegressionTree.of(cases, fine);

        assertThat(tree.leaves()).hasSize(1);
    }

    /** Pruning of whatever tree ends: also where what a split saves lies in the last bits, or below 0. */
    @Test
    void penalties_ofSplitsThatSaveRounding_end() {
        TreeNode left = new TreeNode(10, .1, .1 + .2, null);
        TreeNode right = new TreeNode(10, .1, .3, null);
        for (double squares : new double[] {.6, Math.nextUp(.6), Math.nextDown(.6), .1 + .2 + .3}) {
            TreeNode low = new TreeNode(20, .1, squares, new TreeNode.Split(0, .5, left, right));
            TreeNode root = new TreeNode(40, .1, squares + .6, new TreeNode.Split(1, .5, low, low.asLeaf()));
            double[] penalties = TreePruner.penalties(root);
            assertThat(penalties)
                    .as("one for each tree that is left, of two splits")
                    .hasSizeBetween(1, 3);
            assertThat(TreePruner.atPenalty(root, penalties[penalties.length - 1])
                            .leaves())
                    .isEqualTo(1);
        }
    }

    /** 0.7 and 0.1 · 7 differ in the last bit: nothing lies between, so nothing is cut there. */
    @Test
    void adjacentDoubles_areOneValue() {
        double[][] points = new double[40][];
        double[] responses = new double[40];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {i % 2 == 0 ? 0.7 : 0.1 * 7, i < 20 ? 1 : 2};
            responses[i] = 5 * (i % 2) + (i < 20 ? 0 : 1);
        }
        RegressionTree tree = RegressionTree.of(
                LabelledPoints.of(List.of("x", "y"), points, responses), new RegressionTree.Settings(.05, 5, 42));

        for (RegressionTree.Leaf leaf : tree.leaves()) {
            assertThat(leaf.box().low(0)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(leaf.box().high(0)).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(leaf.node().cases()).isPositive();
        }
        assertThat(tree.leaves().stream().mapToInt(leaf -> leaf.node().cases()).sum())
                .isEqualTo(40);
    }

    /** A large mean costs no digits: the split is that of the deviations. */
    @Test
    void largeMean_sameSplit() {
        RegressionTree plain =
                RegressionTree.of(numbers(200, 9, .1, (x, y) -> x < .5 ? 0 : 1), RegressionTree.Settings.STANDARD);
        RegressionTree far = RegressionTree.of(
                numbers(200, 9, .1, (x, y) -> 1e9 + (x < .5 ? 0 : 1)), RegressionTree.Settings.STANDARD);

        assertThat(far.leaves()).hasSameSizeAs(plain.leaves());
        assertThat(far.leaves().get(0).box().high(0))
                .isEqualTo(plain.leaves().get(0).box().high(0));
    }

    /**
     * Pure chance among few points: of 400 sets of 20 to 40, the share of trees with a split stays below 10 %. With a true rate of 7 %
     * more than 40 have probability 2e-2; the seeds are fixed.
     */
    @Test
    void chanceAmongFewPoints_seldomGrowsATree() {
        int grown = 0;
        for (int i = 0; i < 400; i++) {
            LabelledPoints cases = numbers(20 + i % 21, 7000 + i, 1, (x, y) -> 0);
            grown += RegressionTree.of(cases, RegressionTree.Settings.STANDARD)
                                    .leaves()
                                    .size()
                            > 1
                    ? 1
                    : 0;
        }
        assertThat(grown).isLessThanOrEqualTo(40);
    }

    @Test
    void penalties_ofATree_prunesItStepByStepToItsRoot() {
        LabelledPoints cases = numbers(400, 4, .5, (x, y) -> 4 * x + y);
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
        LabelledPoints cases = numbers(500, 5, .05, (x, y) -> Math.sin(9 * x) + y);
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

    private static LabelledPoints numbers(int size, long seed, double sd, Surface surface) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        var noise = NormalDistribution.of(0, sd).createSampler(random);
        double[][] points = new double[size][];
        double[] responses = new double[size];
        for (int i = 0; i < size; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble()};
            responses[i] = surface.at(points[i][0], points[i][1]) + noise.sample();
        }
        return LabelledPoints.of(List.of("x", "y"), points, responses);
    }
}
