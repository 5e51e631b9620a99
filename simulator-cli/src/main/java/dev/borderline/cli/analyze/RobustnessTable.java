package dev.borderline.cli.analyze;

import dev.borderline.analysis.selection.Robustness;
import dev.borderline.analysis.selection.RobustnessAnalysis;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.figure.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Table of policies over all points, for people. In the order of the arms: which column counts is for the reader to say. */
final class RobustnessTable {
    private static final double PERCENT = 100;

    private final RobustnessAnalysis analysis;
    private final Scale scale;

    RobustnessTable(RobustnessAnalysis analysis) {
        this.analysis = analysis;
        double largest = analysis.robustness().policies().stream()
                .mapToDouble(policy -> Math.max(Math.abs(policy.mean()), Math.abs(policy.worst())))
                .max()
                .orElse(0);
        scale = Scale.of(largest, analysis.measure().unit());
    }

    List<String> lines() {
        boolean largest = analysis.objective().largest();
        List<String> lines = new ArrayList<>(Wrapping.lines(
                analysis.measure().name() + ", " + scale.unit() + ", " + (largest ? "more" : "less")
                        + " is better, over " + analysis.robustness().states() + " points of "
                        + analysis.study().experiment().base().name() + ".",
                AnalysisText.WIDTH));
        lines.add("");
        table().lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.addAll(Wrapping.lines(
                "Worst: at the least good point. Regret: how far behind the best of these policies at the same point;"
                        + " the greatest, and what 90 % of the points do not exceed. Best in: share of points where none"
                        + " does better." + goodEnough(),
                AnalysisText.WIDTH));
        lines.addAll(LedgerLines.of(analysis.ledger(), AnalysisText.WIDTH));
        return lines;
    }

    private String goodEnough() {
        Double threshold = analysis.goodEnough();
        if (threshold == null) {
            return "";
        }
        return " Good enough: share of points with " + (analysis.objective().largest() ? "at least " : "at most ")
                + scale.shown(threshold) + " " + scale.unit() + ", with its 95 % interval.";
    }

    private TextTable table() {
        boolean satisficing = analysis.goodEnough() != null;
        TextTable.Align[] columns = new TextTable.Align[satisficing ? 8 : 7];
        Arrays.fill(columns, TextTable.Align.RIGHT);
        columns[0] = TextTable.Align.LEFT;
        TextTable table = new TextTable(columns);
        List<String> head = new ArrayList<>(List.of("policy", "mean", "sd", "worst", "regret", "90 %", "best in"));
        if (satisficing) {
            head.add("good enough");
        }
        table.row(head);
        analysis.robustness().policies().forEach(policy -> table.row(cells(policy)));
        return table;
    }

    private List<String> cells(Robustness.OfPolicy policy) {
        List<String> cells = new ArrayList<>(List.of(
                policy.name(),
                scale.shown(policy.mean()),
                scale.shown(policy.sd()),
                scale.shown(policy.worst()),
                scale.shown(policy.regretMax()),
                scale.shown(policy.regret90()),
                percent(policy.bestIn())));
        Robustness.Satisficing satisficing = policy.satisficing();
        if (satisficing != null) {
            cells.add(percent(satisficing.share()) + " ("
                    + percent(satisficing.interval().low()) + " to "
                    + percent(satisficing.interval().high()) + ")");
        }
        return cells;
    }

    private static String percent(double share) {
        return Math.round(PERCENT * share) + " %";
    }
}
