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

    private final Cases cases;
    private final RegressionTree.Settings settings;
    private final int[] folds; // by case

    TreePruner(Cases cases, RegressionTree.Settings settings) {
        this.cases = cases;
        this.settings = settings;
        folds = folds(cases.size(), settings.seed());
    }

    /** Folds of equal size, by the rank of a draw: designs may have periods that a plain count would meet. */
    private static int[] folds(int size, long seed) {
        Draws draws = Draws.of(RunKeys.runKey(RunKeys.SCHEME_VERSION, seed, 0), PURPOSE, SubjectKind.WORLD);
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(member -> draws.uniform(member, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] folds = new int[size];
        for (int rank = 0; rank < size; rank++) {
            folds[order[rank]] = rank % FOLDS;
        }
        return folds;
    }

    TreeNode pruned(TreeNode full) {
        double[] penalties = penalties(full);
        if (penalties.length == 1 || cases.size() < FOLDS) {
            return full;
        }
        Tally[] errors = errors(tried(penalties));
        int best = 0;
        for (int i = 1; i < errors.length; i++) {
            best = errors[i].mean() < errors[best].mean() ? i : best;
        }
        double bound = errors[best].mean() + errors[best].standardError();
        int chosen = best;
        for (int i = best; i < errors.length; i++) {
            chosen = errors[i].mean() <= bound ? i : chosen;
        }
        return atPenalty(full, penalties[chosen]);
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

    /** Each stands for the subtrees up to the next: the geometric mean of the two. */
    private static double[] tried(double[] penalties) {
        double[] tried = penalties.clone();
        for (int i = 0; i + 1 < tried.length; i++) {
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
        double own = (node.squares() - node.leafSquares()) / (node.leaves() - 1);
        return Math.min(own, Math.min(weakest(split.below()), weakest(split.above())));
    }

    /** The smallest subtree that minimises squares plus penalty times leaves. */
    static TreeNode atPenalty(TreeNode node, double penalty) {
        TreeNode.Split split = node.split();
        if (split == null) {
            return node;
        }
        TreeNode below = atPenalty(split.below(), penalty);
        TreeNode above = atPenalty(split.above(), penalty);
        int leaves = below.leaves() + above.leaves();
        double saved = node.squares() - below.leafSquares() - above.leafSquares();
        // Rounding must not keep the very split that set the penalty.
        boolean worth = saved > penalty * (leaves - 1) * (1 + 1e-12);
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
        for (int fold = 0; fold < FOLDS; fold++) {
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
