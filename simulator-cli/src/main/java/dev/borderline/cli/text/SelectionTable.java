package dev.borderline.cli.text;

import dev.borderline.analysis.selection.BestArm;
import dev.borderline.figure.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Table of a selection for people: what became of each arm, in their order, and what the selection is worth. */
public final class SelectionTable {
    private final BestArm.Selection selection;
    private final Scale scale;

    public SelectionTable(BestArm.Selection selection) {
        this.selection = selection;
        double largest = selection.arms().stream()
                .mapToDouble(arm -> Math.abs(arm.mean()))
                .max()
                .orElse(0);
        scale = Scale.of(largest, selection.measure().unit());
    }

    /** Lines of at most {@code width} characters. */
    public List<String> lines(int width) {
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT);
        table.row("scenario", "mean", "sd", "runs", "");
        for (BestArm.OfArm arm : selection.arms()) {
            table.row(arm.name(), scale.shown(arm.mean()), scale.shown(arm.sd()), Long.toString(arm.runs()), fate(arm));
        }
        List<String> lines = new ArrayList<>(List.of(selection.measure().name() + ", " + scale.unit() + ":"));
        table.lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.addAll(Wrapping.lines(verdict(), width));
        return lines;
    }

    private static String fate(BestArm.OfArm arm) {
        return arm.goneAfter() == 0 ? "stayed" : "gone after " + arm.goneAfter() + ", behind " + arm.goneBy();
    }

    private String verdict() {
        String word = selection.objective().largest() ? "largest" : "smallest";
        double delta = selection.settings().indifference();
        if (selection.selected() == null) {
            return "Not decided after " + selection.rounds()
                    + " rounds: more --replications, or a larger --indifference.";
        }
        return "Selected as the one with the " + word + " mean: " + selection.selected() + ". If its lead is "
                + scale.shown(delta) + " " + scale.ofChanges()
                + " or more, that is right with a probability of at least "
                + String.format(
                        Locale.ROOT, "%.0f", 100 * (1 - selection.settings().alpha()))
                + " % (Kim and Nelson 2001); else it is one of those within that of the best. Means of scenarios that were"
                + " selected or went early err to the side that decided: 'compare' estimates differences.";
    }
}
