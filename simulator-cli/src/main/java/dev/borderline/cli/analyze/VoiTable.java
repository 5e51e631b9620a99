package dev.borderline.cli.analyze;

import dev.borderline.analysis.sensitivity.InformationAnalysis;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.TextTable.Align;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.figure.Scale;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values of information for people: what to choose now, what knowing everything is worth, then each unknown above the floor. */
final class VoiTable {
    private static final int ROWS_MAX = 15;
    private static final double SETTLING = 0.9;
    private static final double PERCENT = 100;

    private final InformationAnalysis analysis;
    private final Scale scale;

    VoiTable(InformationAnalysis analysis) {
        this.analysis = analysis;
        scale = Scale.of(Math.abs(analysis.perfect()), analysis.measure().unit());
    }

    List<String> lines() {
        String unit = scale.unit().equals("%") ? "% points" : scale.unit();
        List<String> lines = new ArrayList<>(Wrapping.lines(
                "A choice between " + String.join(" and ", analysis.options()) + " by "
                        + analysis.measure().name() + ", the "
                        + analysis.objective().word() + " being best, over "
                        + analysis.members() + " members. Choosing now: " + analysis.best()
                        + ". Knowing everything first would be worth " + scale.shown(analysis.perfect()) + " " + unit
                        + " on average.",
                AnalysisText.WIDTH));
        List<InformationAnalysis.OfUnknown> above = analysis.unknowns().stream()
                .filter(InformationAnalysis.OfUnknown::isAboveFloor)
                .limit(ROWS_MAX)
                .toList();
        lines.add("");
        if (above.isEmpty()) {
            lines.addAll(Wrapping.lines(
                    "No unknown alone is worth more than learning nothing shows by chance with so many members.",
                    AnalysisText.WIDTH));
        } else {
            lines.add("Value of knowing one unknown, in " + unit + ":");
            lines.addAll(table(above).lines());
        }
        settling(lines);
        return lines;
    }

    private TextTable table(List<InformationAnalysis.OfUnknown> above) {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
        table.row("  row", "input", "grade", "value (95 %)", "floor", "settles");
        List<String> names = AnalysisText.names(
                above.stream().map(unknown -> unknown.paths().get(0)).toList());
        for (int i = 0; i < above.size(); i++) {
            InformationAnalysis.OfUnknown unknown = above.get(i);
            int more = unknown.paths().size() - 1;
            table.row(
                    "  " + unknown.row(),
                    names.get(i) + (more == 0 ? "" : " + " + more),
                    unknown.grade(),
                    scale.shown(unknown.of().value().value()) + " ("
                            + scale.shown(unknown.of().value().interval().low()) + " to "
                            + scale.shown(unknown.of().value().interval().high()) + ")",
                    scale.shown(unknown.of().floor()),
                    percent(unknown.of().settles()));
        }
        return table;
    }

    private void settling(List<String> lines) {
        lines.add("");
        analysis.mostSettling().ifPresent(most -> lines.addAll(Wrapping.lines(sign(most), AnalysisText.WIDTH)));
        lines.addAll(Wrapping.lines(
                "Values are averages given this model and the priors of its inputs; "
                        + Numbers.human((long) analysis.members()) + " members bound how finely they can be told.",
                AnalysisText.WIDTH));
    }

    private String sign(InformationAnalysis.OfUnknown most) {
        double agreeing = Math.max(analysis.rising(), 1 - analysis.rising());
        if (agreeing >= SETTLING) {
            return "The sign of the difference needs no more knowledge: " + percent(agreeing)
                    + " of the members agree on it.";
        }
        String name = most.paths().get(0) + " (" + most.row() + ")";
        String chance = percent(most.of().settles());
        return most.of().settles() >= SETTLING
                ? "Knowing " + name + " settles the sign of the difference, beyond nine in ten, with a chance of "
                        + chance + "."
                : "No single unknown settles the sign of the difference: " + name
                        + ", which does so most often, puts it beyond nine in ten with a chance of " + chance + ".";
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f %%", share * PERCENT);
    }
}
