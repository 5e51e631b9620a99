package dev.borderline.analysis.discovery;

import dev.borderline.stat.Tally;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Splits cases until the settings stop it. See {@link RegressionTree}. */
final class TreeGrower {
    private static final double ROUNDING =
            1e-9; // share of a part's squares below which a gain is noise of the arithmetic

    private final LabelledPoints cases;
    private final int minCases;
    private final int maxDepth;

    private TreeGrower(LabelledPoints cases, int minCases, int maxDepth) {
        this.cases = cases;
        this.minCases = minCases;
        this.maxDepth = maxDepth;
    }

    /** A cut, and the squares it takes away. */
    private record Cut(int factor, double value, double gain) {}

    static int[] everyOne(LabelledPoints cases) {
        return IntStream.range(0, cases.size()).toArray();
    }

    /** The full tree of these members; leaves hold a share of the members, as settings say. */
    static TreeNode grown(LabelledPoints cases, int[] members, RegressionTree.Settings settings) {
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
        Cut cut = depth < maxDepth && squares > 0 ? bestCut(members, leaf) : null;
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

    private @Nullable Cut bestCut(int[] members, TreeNode part) {
        Cut best = null;
        for (int factor = 0; factor < cases.factors().size(); factor++) {
            Cut cut = bestCut(sorted(members, factor), factor, part);
            if (cut != null && (best == null || cut.gain() > best.gain())) {
                best = cut;
            }
        }
        return best;
    }

    /**
     * The gain of a cut is {@code nLeft nRight / n (meanLeft - meanRight)²}. Deviations from the mean of all are summed, so that a
     * large mean costs no digits. Values with no number between them are one value.
     */
    private @Nullable Cut bestCut(int[] sorted, int factor, TreeNode part) {
        double total = 0;
        for (int member : sorted) {
            total += cases.response(member) - part.mean();
        }
        double left = 0;
        Cut best = null;
        for (int i = 0; i + minCases < sorted.length; i++) {
            left += cases.response(sorted[i]) - part.mean();
            double value = cases.value(sorted[i], factor);
            double next = cases.value(sorted[i + 1], factor);
            double between = value + (next - value) / 2;
            double lefts = i + 1;
            double rights = sorted.length - lefts;
            double gap = left / lefts - (total - left) / rights;
            double gain = lefts * rights / sorted.length * gap * gap;
            double beaten = best == null ? ROUNDING * part.squares() : best.gain();
            if (lefts >= minCases && value < between && between < next && gain > beaten) {
                best = new Cut(factor, between, gain);
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
