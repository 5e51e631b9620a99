package dev.borderline.analysis.discovery;

import dev.borderline.random.Draws;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a tree back to the size that cross-validation supports. See {@link RegressionTree}. */
final class TreePruner {
    private static final int FOLDS = 10;
    private static final String PURPOSE = "analysis.folds";

    private final LabelledPoints cases;
    private final RegressionTree.Settings settings;
    private final int[] folds; // by case
    private final int foldCount;

    TreePruner(LabelledPoints cases, RegressionTree.Settings settings) {
        this.cases = cases;
        this.settings = settings;
        foldCount = Math.min(FOLDS, cases.size());
        folds = folds(cases.size(), foldCount, settings.seed());
    }

    /**
     * A tree cut back.
     *
     * @param root the tree
     * @param elsewhere share of the squared error that it saves where it has not seen the cases; 0 without a split
     */
    record Pruned(TreeNode root, double elsewhere) {}

    /** Folds of equal size, by the rank of a draw: designs may have periods that a plain count would meet. */
    private static int[] folds(int size, int count, long seed) {
        Draws draws = Draws.of(RunKeys.runKey(RunKeys.SCHEME_VERSION, seed, 0), PURPOSE, SubjectKind.WORLD);
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(member -> draws.uniform(member, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] folds = new int[size];
        for (int rank = 0; rank < size; rank++) {
            folds[order[rank]] = rank % count;
        }
        return folds;
    }

    Pruned pruned(TreeNode full) {
        double[] penalties = penalties(full);
        if (penalties.length == 1) {
            return new Pruned(atPenalty(full, penalties[0]), 0);
        }
        Tally[] errors = errors(tried(penalties));
        int last = penalties.length - 1;
        int best = 0;
        for (int i = 1; i <= last; i++) {
            best = errors[i].mean() < errors[best].mean() ? i : best;
        }
        double bound = errors[best].mean() + errors[best].standardError();
        int chosen = best;
        for (int i = best; i <= last; i++) {
            chosen = errors[i].mean() <= bound ? i : chosen;
        }
        TreeNode pruned = atPenalty(full, penalties[chosen]);
        double saved = 1 - errors[chosen].mean() / errors[last + 1].mean();
        return new Pruned(pruned, pruned.split() == null ? 0 : saved);
    }

    /** The penalties at which the best subtree changes, in ascending order, beginning with 0. */
    static double[] penalties(TreeNode full) {
        List<Double> penalties = new ArrayList<>(List.of(0.0));
        TreeNode tree = atPenalty(full, 0);
        while (tree.split() != null) {
            double weakest = weakest(tree);
            penalties.add(weakest);
            tree = atPenalty(tree, weakest);
        }
        return penalties.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Each stands for the subtrees up to the next: the geometric mean of the two. Behind them one that leaves no split at all. */
    private static double[] tried(double[] penalties) {
        double[] tried = Arrays.copyOf(penalties, penalties.length + 1);
        tried[penalties.length] = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < penalties.length; i++) {
            tried[i] = Math.sqrt(penalties[i] * penalties[i + 1]);
        }
        return tried;
    }

    /** Least rise of squares for each leaf less, over the splits of a tree. */
    private static double weakest(TreeNode node) {
        TreeNode.Split split = node.split();
        if (split == null) {
            return Double.POSITIVE_INFINITY;
        }
        double own = savedByLeaf(node, split.below(), split.above());
        return Math.min(own, Math.min(weakest(split.below()), weakest(split.above())));
    }

    /**
     * Squares saved for each leaf that a split and what is below it add. {@link #weakest} and {@link #atPenalty} must agree on it to
     * the last bit: else pruning at the penalty of a split keeps that split, for ever.
     */
    private static double savedByLeaf(TreeNode node, TreeNode below, TreeNode above) {
        double saved = node.squares() - below.leafSquares() - above.leafSquares();
        return saved / (below.leaves() + above.leaves() - 1);
    }

    /** The smallest subtree that minimises squares plus penalty times leaves. */
    static TreeNode atPenalty(TreeNode node, double penalty) {
        TreeNode.Split split = node.split();
        if (split == null) {
            return node;
        }
        TreeNode below = atPenalty(split.below(), penalty);
        TreeNode above = atPenalty(split.above(), penalty);
        // Rounding must not keep what saves as much as the split that set the penalty.
        boolean worth = savedByLeaf(node, below, above) > penalty * (1 + 1e-12);
        return worth
                ? new TreeNode(
                        node.cases(),
                        node.mean(),
                        node.squares(),
                        new TreeNode.Split(split.factor(), split.value(), below, above))
                : node.asLeaf();
    }

    /** Squared errors of cases in trees grown without their fold, for each penalty. */
    private Tally[] errors(double[] penalties) {
        Tally[] errors = new Tally[penalties.length];
        Arrays.setAll(errors, i -> new Tally());
        for (int fold = 0; fold < foldCount; fold++) {
            int own = fold;
            int[] others = IntStream.range(0, cases.size())
                    .filter(member -> folds[member] != own)
                    .toArray();
            TreeNode full = TreeGrower.grown(cases, others, settings);
            double scale = (double) others.length / cases.size(); // a penalty is for all cases
            for (int i = 0; i < penalties.length; i++) {
                TreeNode tree = atPenalty(full, penalties[i] * scale);
                for (int member = 0; member < cases.size(); member++) {
                    if (folds[member] == own) {
                        double error = cases.response(member) - tree.predicted(cases, member);
                        errors[i].add(error * error);
                    }
                }
            }
        }
        return errors;
    }
}
