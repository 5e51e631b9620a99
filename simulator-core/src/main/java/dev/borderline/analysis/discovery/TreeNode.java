package dev.borderline.analysis.discovery;

import org.jspecify.annotations.Nullable;

/**
 * A part of the cases in a tree. Immutable.
 *
 * @param cases number of cases
 * @param mean mean of their responses
 * @param squares sum of squared deviations from the mean
 * @param split how it is divided further; null for a leaf
 */
public record TreeNode(
        int cases, double mean, double squares, @Nullable Split split) {
    /**
     * A division in two.
     *
     * @param factor index of the input
     * @param value where it is cut: no case has this value
     * @param below cases with lower values
     * @param above cases with higher values
     */
    public record Split(int factor, double value, TreeNode below, TreeNode above) {}

    /** This node without what is below it. */
    TreeNode asLeaf() {
        return new TreeNode(cases, mean, squares, null);
    }

    /** Number of leaves below, or 1. */
    public int leaves() {
        return split == null ? 1 : split.below().leaves() + split.above().leaves();
    }

    /** Sum of squared deviations from the means of the leaves. */
    public double leafSquares() {
        return split == null
                ? squares
                : split.below().leafSquares() + split.above().leafSquares();
    }

    /** The mean of the leaf in which a case falls. */
    double predicted(LabelledPoints of, int member) {
        if (split == null) {
            return mean;
        }
        boolean below = of.value(member, split.factor()) < split.value();
        return (below ? split.below() : split.above()).predicted(of, member);
    }
}
