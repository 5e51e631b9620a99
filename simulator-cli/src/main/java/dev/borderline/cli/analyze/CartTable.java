package dev.borderline.cli.analyze;

import dev.borderline.analysis.discovery.CartAnalysis;
import dev.borderline.analysis.discovery.TreeNode;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.figure.Scale;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tree for people: a line for each part, further in the deeper it is. */
final class CartTable {
    private static final double PERCENT = 100;

    private final CartAnalysis analysis;
    private final boolean isShare;
    private final Scale scale;
    private final TextTable table = new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.RIGHT);

    CartTable(CartAnalysis analysis) {
        this.analysis = analysis;
        isShare = analysis.question().threshold() != null;
        double largest = analysis.tree().leaves().stream()
                .mapToDouble(leaf -> Math.abs(leaf.node().mean()))
                .max()
                .orElse(0);
        scale = Scale.of(largest, isShare ? "1" : analysis.measure().unit());
    }

    List<String> lines() {
        String what = QuestionWords.of(analysis.question(), analysis.study(), analysis.measure());
        List<String> lines = new ArrayList<>(Wrapping.lines(
                (isShare ? "Share of points where " + what : "Mean of " + what) + ", over "
                        + analysis.tree().root().cases() + " points of "
                        + analysis.study().experiment().base().name() + ". The tree explains "
                        + String.format(
                                Locale.ROOT, "%.0f", PERCENT * analysis.tree().explained())
                        + " % of the variance between these points, " + elsewhere(),
                AnalysisText.WIDTH));
        table.row("part", scale.unit(), "points");
        add("all", "", analysis.tree().root());
        lines.add("");
        table.lines().forEach(lines::add);
        if (analysis.tree().root().split() == null) {
            lines.add("No split holds in cross-validation.");
        }
        lines.addAll(LedgerLines.of(analysis.ledger(), AnalysisText.WIDTH));
        return lines;
    }

    /** A tree fits the points it is grown from better than others: the honest share stands beside. */
    private String elsewhere() {
        double percent = PERCENT * Math.max(0, analysis.tree().elsewhere());
        return String.format(Locale.ROOT, "%.0f", percent) + " % of that between points it has not seen.";
    }

    private void add(String name, String indent, TreeNode node) {
        table.row(indent + name, scale.shown(node.mean()), Integer.toString(node.cases()));
        TreeNode.Split split = node.split();
        if (split != null) {
            String factor = analysis.tree().factors().get(split.factor());
            String value = Numbers.human(split.value());
            add(factor + " < " + value, indent + "  ", split.below());
            add(factor + " > " + value, indent + "  ", split.above());
        }
    }
}
