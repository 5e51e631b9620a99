package dev.borderline.cli;

import dev.borderline.experiment.CellSummary;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.MeasureSummary;
import dev.borderline.figure.Scale;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cells of any design as tables: a line per cell, a column per factor and outcome, as many outcomes at a time as fit. */
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
        List<String> lines = new ArrayList<>();
        List<String> rest = new ArrayList<>(outcomes);
        while (!rest.isEmpty()) {
            int fit = rest.size();
            while (fit > 1 && width(table(rest.subList(0, fit))) > WIDTH) {
                fit--;
            }
            lines.add("");
            table(rest.subList(0, fit)).lines().forEach(line -> lines.add(INDENT + line));
            rest.subList(0, fit).clear();
        }
        return lines;
    }

    private static int width(TextTable table) {
        return table.lines().stream().mapToInt(String::length).max().orElse(0) + INDENT.length();
    }

    private TextTable table(List<String> outcomes) {
        boolean arms = experiment.arms().size() > 1;
        List<String> head = new ArrayList<>(FactorNames.of(experiment.design().factors()));
        if (arms) {
            head.add(0, "arm");
        }
        List<Scale> scales = outcomes.stream().map(this::scale).toList();
        head.addAll(outcomes);
        TextTable.Align[] columns = new TextTable.Align[head.size()];
        Arrays.fill(columns, TextTable.Align.RIGHT);
        columns[0] = arms ? TextTable.Align.LEFT : TextTable.Align.RIGHT;
        TextTable table = new TextTable(columns);
        table.row(head);
        List<String> units = new ArrayList<>(head.subList(0, head.size() - outcomes.size()));
        units.replaceAll(name -> "");
        scales.forEach(scale -> units.add(scale.unit()));
        table.row(units);
        for (CellSummary cell : cells) {
            List<String> row = new ArrayList<>(arms ? List.of(cell.arm()) : List.of());
            cell.point().values().forEach(value -> row.add(Numbers.human(value)));
            for (int i = 0; i < outcomes.size(); i++) {
                row.add(shown(cell, outcomes.get(i), scales.get(i)));
            }
            table.row(row);
        }
        return table;
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
        return Scale.of(largest, all.get(0).measure().unit());
    }

    private static String shown(CellSummary cell, String outcome, Scale scale) {
        if (cell.measures().isEmpty()) {
            return "n/a";
        }
        MeasureSummary measure = cell.measure(outcome);
        return scale.shown(measure.mean(), (measure.ciHigh() - measure.ciLow()) / 2);
    }
}
