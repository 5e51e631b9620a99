package dev.borderline.cli.sweep;

import dev.borderline.cli.text.TextTable;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.DesignPoint;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.table.CellSummary;
import dev.borderline.figure.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cells of any design as tables within 80 columns. A line per cell, a column per outcome, as many outcomes at a time as fit. On
 * the left stand the settings of all factors if that leaves room for an outcome, else what tells the cells apart in one column.
 */
final class CellList {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    private final Experiment experiment;
    private final List<CellSummary> cells;

    CellList(Experiment experiment, List<CellSummary> cells) {
        this.experiment = experiment;
        this.cells = cells;
    }

    List<String> lines(List<String> outcomes) {
        CellKeys settings = CellKeys.settings(experiment);
        boolean roomy = outcomes.stream().allMatch(outcome -> width(table(settings, List.of(outcome))) <= WIDTH);
        CellKeys keys = roomy ? settings : CellKeys.narrow(experiment, cells);
        List<String> lines = new ArrayList<>();
        List<String> rest = new ArrayList<>(outcomes);
        while (!rest.isEmpty()) {
            int fit = rest.size();
            while (fit > 1 && width(table(keys, rest.subList(0, fit))) > WIDTH) {
                fit--;
            }
            lines.add("");
            lines.addAll(table(keys, rest.subList(0, fit)));
            rest.subList(0, fit).clear();
        }
        if (keys.numbered()) {
            lines.addAll(List.of("", "The points, by their numbers in design.csv"));
            lines.addAll(new PointTable(experiment, points()).lines());
        }
        return lines;
    }

    private List<DesignPoint> points() {
        return cells.stream().map(CellSummary::point).distinct().toList();
    }

    private static int width(List<String> lines) {
        return PointTable.width(lines);
    }

    private List<String> table(CellKeys keys, List<String> outcomes) {
        List<Scale> scales = outcomes.stream().map(this::scale).toList();
        List<TextTable.Align> columns = new ArrayList<>();
        keys.columns().forEach(column -> columns.add(column.align()));
        outcomes.forEach(outcome -> columns.add(TextTable.Align.RIGHT));
        TextTable table = new TextTable(columns.toArray(new TextTable.Align[0]));
        List<String> head = new ArrayList<>(keys.heads());
        head.addAll(outcomes);
        table.row(head);
        List<String> units = new ArrayList<>(Collections.nCopies(keys.columns().size(), ""));
        scales.forEach(scale -> units.add(scale.unit()));
        table.row(units);
        for (CellSummary cell : cells) {
            List<String> row = new ArrayList<>(keys.of(cell));
            for (int i = 0; i < outcomes.size(); i++) {
                row.add(shown(cell, outcomes.get(i), scales.get(i)));
            }
            table.row(row);
        }
        return table.lines().stream().map(line -> INDENT + line).toList();
    }

    private Scale scale(String outcome) {
        List<MeasureSummary> all = cells.stream()
                .filter(cell -> !cell.measures().isEmpty())
                .map(cell -> cell.measure(outcome))
                .toList();
        double largest = all.stream()
                .mapToDouble(MeasureSummary::mean)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return Scale.of(largest, all.isEmpty() ? "" : all.get(0).measure().unit());
    }

    private static String shown(CellSummary cell, String outcome, Scale scale) {
        if (cell.measures().isEmpty()) {
            return "n/a";
        }
        MeasureSummary measure = cell.measure(outcome);
        return scale.shown(measure.mean(), (measure.ciHigh() - measure.ciLow()) / 2);
    }
}
