package dev.borderline.analysis.discovery;

import dev.borderline.analysis.Undetermined;
import java.util.ArrayList;
import java.util.List;

/**
 * Regression tree over cases. They are split in two at a value of an input, and each part again, so that responses are as alike
 * as can be inside the parts. Its leaves are boxes that do not overlap and together cover everything. Immutable.
 *
 * <p>L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and Regression Trees, 1984. A split is the one that lowers the sum
 * of squared deviations most; for responses of 0 and 1 that is Gini's index. Of equal splits the first input's lowest is taken;
 * splits lie halfway between values. The full tree is pruned by cost and complexity: of the subtrees that minimise {@code squares +
 * penalty · leaves} for some penalty, the smallest whose error in tenfold cross-validation is within one standard error of the least
 * (the 1-SE rule).
 *
 * <p>Draws: {@code analysis.folds}, one for each case, which puts it in a fold; so the tree is a pure function of cases and settings.
 *
 * @param root the tree
 * @param factors names of the inputs
 * @param elsewhere share of the variance that such a tree explains among cases it was not grown from, by cross-validation
 */
public record RegressionTree(TreeNode root, List<String> factors, double elsewhere) {
    /** Fewest cases of which a tree is grown: among fewer, splits of pure chance cannot be told from others. */
    public static final int CASES_MIN = 20;

    /**
     * Settings of a tree's growth.
     *
     * @param minMass least share of all cases in a leaf, above 0, at most a half
     * @param maxDepth most splits from the root to a leaf, at least 1
     * @param seed of the draws that make the folds
     */
    public record Settings(double minMass, int maxDepth, long seed) {
        /** Leaves of 5 % of the cases or more, five splits deep, seed 42. */
        public static final Settings STANDARD = new Settings(0.05, 5, 42);

        public Settings {
            if (!(minMass > 0 && minMass <= 0.5)) {
                throw new IllegalArgumentException("minMass is " + minMass + "; it must be above 0 and at most 0.5");
            }
            if (maxDepth < 1) {
                throw new IllegalArgumentException("maxDepth is " + maxDepth + "; it must be 1 or more");
            }
        }
    }

    /**
     * A leaf.
     *
     * @param box where it lies
     * @param node its cases: number, mean response, squares
     */
    public record Leaf(Box box, TreeNode node) {}

    public RegressionTree {
        factors = List.copyOf(factors);
    }

    /**
     * The pruned tree of these cases.
     *
     * @throws Undetermined if there are fewer than {@value #CASES_MIN}
     */
    public static RegressionTree of(LabelledPoints cases, Settings settings) {
        if (cases.size() < CASES_MIN) {
            throw new Undetermined(cases.size() + " points are too few for a tree, which would explain chance: "
                    + CASES_MIN + " or more are needed");
        }
        TreeNode full = TreeGrower.grown(cases, TreeGrower.everyOne(cases), settings);
        TreePruner.Pruned pruned = new TreePruner(cases, settings).pruned(full);
        return new RegressionTree(pruned.root(), cases.factors(), pruned.elsewhere());
    }

    /** The leaves from left to right: low values before high ones. */
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        collect(root, Box.whole(factors.size()), leaves);
        return leaves;
    }

    private static void collect(TreeNode node, Box box, List<Leaf> into) {
        if (node.split() == null) {
            into.add(new Leaf(box, node));
            return;
        }
        TreeNode.Split split = node.split();
        collect(split.below(), box.with(new Box.Side(split.factor(), false), split.value()), into);
        collect(split.above(), box.with(new Box.Side(split.factor(), true), split.value()), into);
    }

    /** Share of the variance of the responses that lies between the leaves. Of the cases that it was grown from, so too much. */
    public double explained() {
        return root.squares() == 0 ? 0 : 1 - root.leafSquares() / root.squares();
    }
}
