package dev.borderline.cli.analyze;

import dev.borderline.analysis.discovery.PrimAnalysis;
import dev.borderline.analysis.discovery.PrimBox;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Boxes for people: the trade along the way, then the box. */
final class PrimTable {
    private static final int STEPS_SHOWN = 12;
    private static final int FEW = 100;
    private static final double THICK = 0.1;

    private final PrimAnalysis analysis;

    PrimTable(PrimAnalysis analysis) {
        this.analysis = analysis;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(Wrapping.lines(
                "Where " + QuestionWords.of(analysis.question(), analysis.study(), analysis.measure()) + ": "
                        + analysis.ofInterest() + " of " + analysis.cases() + " points of "
                        + analysis.study().experiment().base().name() + ".",
                AnalysisText.WIDTH));
        for (int i = 0; i < analysis.found().size(); i++) {
            PrimAnalysis.Found found = analysis.found().get(i);
            lines.add("");
            lines.add("Peeling" + (i == 0 ? "" : " of what box " + i + " left") + ", every few steps:");
            lines.addAll(trajectory(found));
            lines.add("");
            lines.add("Box " + (i + 1) + ", " + words(found.box()) + ":");
            lines.addAll(restrictions(found.box()));
            if (!found.isDense()) {
                lines.addAll(Wrapping.lines(
                        "No box is as dense as " + Numbers.human(asked()) + ": the densest was taken.", AnalysisText.WIDTH));
            }
        }
        lines.add("");
        lines.addAll(Wrapping.lines(
                "A limit with a small quasi-p tells something; limits above 0.05 were dropped" + dropped() + few(),
                AnalysisText.WIDTH));
        lines.addAll(LedgerLines.of(analysis.ledger(), AnalysisText.WIDTH));
        return lines;
    }

    private double asked() {
        Double density = analysis.request().density();
        return density == null ? 0 : density;
    }

    private String dropped() {
        return analysis.request().density() == null
                ? ". --density takes another box of the trade."
                : " unless the box would be less dense than asked for.";
    }

    private String few() {
        if (analysis.cases() >= FEW) {
            return "";
        }
        String thicker = analysis.request().prim().peel() < THICK ? "look also with --peel " + THICK + ", and" : "look also";
        return " " + analysis.cases() + " points are few for such thin slices: " + thicker + " at analyze cart.";
    }

    private static String words(PrimBox box) {
        return "coverage " + two(box.coverage()) + ", density " + two(box.density()) + ", mass " + two(box.mass())
                + ", " + box.ofInterest() + " of " + box.cases() + " points";
    }

    private static List<String> trajectory(PrimAnalysis.Found found) {
        TextTable table = new TextTable(
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT);
        table.row("step", "coverage", "density", "mass", "inputs limited", "");
        int last = found.trajectory().size() - 1;
        int every = Math.max(1, last / STEPS_SHOWN);
        for (int step = 0; step <= last; step++) {
            if (step % every == 0 || step == last || step == found.chosen()) {
                PrimBox box = found.trajectory().get(step);
                table.row(
                        Integer.toString(step),
                        two(box.coverage()),
                        two(box.density()),
                        two(box.mass()),
                        Integer.toString(box.box().restricted()),
                        step == found.chosen() ? "taken, then pasted" : "");
            }
        }
        return table.lines().stream().map(line -> "  " + line).toList();
    }

    private List<String> restrictions(PrimBox box) {
        TextTable table =
                new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.RIGHT);
        table.row("input", "grade", "limit", "quasi-p");
        for (PrimBox.Restriction one : box.restrictions()) {
            table.row(
                    one.factor(),
                    analysis.ledger().grade(one.factor()),
                    (one.isLow() ? "above " : "below ") + Numbers.human(one.end()),
                    one.quasiP() < 0.0005 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", one.quasiP()));
        }
        return box.restrictions().isEmpty()
                ? List.of("  no limit tells anything")
                : table.lines().stream().map(line -> "  " + line).toList();
    }

    private static String two(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
