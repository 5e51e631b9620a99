package dev.borderline.cli.analyze;

import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.sensitivity.GivenDataAnalysis;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.TextTable.Align;
import dev.borderline.cli.text.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** First-order indices over members for people: for each measure the unknowns whose interval is above 0. */
final class SensitivityTable {
    private static final int ROWS_MAX = 10;
    private static final double PERCENT = 100;

    private final GivenDataAnalysis analysis;

    SensitivityTable(GivenDataAnalysis analysis) {
        this.analysis = analysis;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(Wrapping.lines(
                "Shares of the variance over " + analysis.members()
                        + " members that go when one unknown is known, the others"
                        + " staying as uncertain as they are. " + analysis.scenario() + ", " + analysis.cell() + ".",
                AnalysisText.WIDTH));
        analysis.measures().forEach(measure -> lines.addAll(of(measure)));
        lines.add("");
        lines.addAll(Wrapping.lines(
                "What is missing to 100 % is chance, and unknowns that matter only together. Given this model and the priors"
                        + " of its inputs.",
                AnalysisText.WIDTH));
        return lines;
    }

    private static List<String> of(GivenDataAnalysis.OfMeasure one) {
        List<String> lines = new ArrayList<>(List.of("", one.measure().name() + ":"));
        List<GivenDataAnalysis.OfUnknown> shown = one.unknowns().stream()
                .filter(unknown -> unknown.firstOrder().interval().low() > 0)
                .limit(ROWS_MAX)
                .toList();
        if (shown.isEmpty()) {
            lines.add("  no unknown alone explains a share that is told from 0");
            return lines;
        }
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT);
        table.row("  row", "input", "grade", "share (95 %)");
        List<String> names = AnalysisText.names(
                shown.stream().map(unknown -> unknown.paths().get(0)).toList());
        for (int i = 0; i < shown.size(); i++) {
            GivenDataAnalysis.OfUnknown unknown = shown.get(i);
            int more = unknown.paths().size() - 1;
            table.row(
                    "  " + unknown.row(),
                    names.get(i) + (more == 0 ? "" : " + " + more),
                    unknown.grade(),
                    percent(unknown.firstOrder()));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String percent(Estimate share) {
        return String.format(
                Locale.ROOT,
                "%.0f %% (%.0f to %.0f)",
                share.value() * PERCENT,
                share.interval().low() * PERCENT,
                share.interval().high() * PERCENT);
    }
}
