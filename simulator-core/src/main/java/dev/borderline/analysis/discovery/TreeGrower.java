package dev.borderline.analysis.discovery;

import dev.borderline.stat.Tally;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Splits cases until the settings stop it. See {@link RegressionTree}. */
final class TreeGrower {
    private final Cases cases;
    private final int minCases;
    private final int maxDepth;

    private TreeGrower(Cases cases, int minCases, int maxDepth) {
        this.cases = cases;
        this.minCases = minCases;
        this.maxDepth = maxDepth;
    }

    /** A cut, and the squares it takes away. */
    private record Cut(int factor, double value, double gain) {}

    static int[] everyOne(Cases cases) {
        return IntStream.range(0, cases.size()).toArray();
    }

    /** The full tree of these members; leaves hold a share of the members, as settings say. */
    static TreeNode grown(Cases cases, int[] members, RegressionTree.Settings settings) {
        int minCases = Math.max(1, (int) Math.ceil(settings.minMass() * members.length));
        return new TreeGrower(cases, minCases, settings.maxDepth()).node(members, 0);
    }

    private TreeNode node(int[] members, int depth) {
        Tally tally = new Tally();
        for (int member : members) {
            tally.add(cases.response(member));
        }
        double squares = members.length < 2 ? 0 : tally.variance() * (members.length - 1);
        TreeNode leaf = new TreeNode(members.length, tally.mean(), squares, null);
        Cut cut = depth < maxDepth && squares > 0 ? bestCut(members) : null;
        if (cut == null) {
            return leaf;
        }
        int[] below = split(members, cut, true);
        int[] above = split(members, cut, false);
        TreeNode.Split split =
                new TreeNode.Split(cut.factor(), cut.value(), node(below, depth + 1), node(above, depth + 1));
        return new TreeNode(leaf.cases(), leaf.mean(), squares, split);
    }

    private int[] split(int[] members, Cut cut, boolean below) {
        return Arrays.stream(members)
                .filter(member -> cases.value(member, cut.factor()) < cut.value() == below)
                .toArray();
    }

    private @Nullable Cut bestCut(int[] members) {
        Cut best = null;
        for (int factor = 0; factor < cases.factors().size(); factor++) {
            Cut cut = bestCut(members, factor);
            if (cut != null && (best == null || cut.gain() > best.gain())) {
                best = cut;
            }
        }
        return best;
    }

    /** The gain of a cut is {@code nLeft nRight / n (meanLeft - meanRight)²}. */
    private @Nullable Cut bestCut(int[] members, int factor) {
        int[] sorted = sorted(members, factor);
        double total = cases.sum(sorted);
        double left = 0;
        Cut best = null;
        for (int i = 0; i + minCases < sorted.length; i++) {
            left += cases.response(sorted[i]);
            double value = cases.value(sorted[i], factor);
            double next = cases.value(sorted[i + 1], factor);
            double lefts = i + 1;
            double rights = sorted.length - lefts;
            double gap = left / lefts - (total - left) / rights;
            double gain = lefts * rights / sorted.length * gap * gap;
            if (lefts >= minCases && next > value && gain > (best == null ? 0 : best.gain())) {
                best = new Cut(factor, value + (next - value) / 2, gain);
            }
        }
        return best;
    }

    private int[] sorted(int[] members, int factor) {
        return Arrays.stream(members)
                .boxed()
                .sorted(Comparator.comparingDouble(member -> cases.value(member, factor)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
