package dev.borderline.cli.sweep;

import dev.borderline.cli.text.FactorNames;
import dev.borderline.cli.text.TextTable;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.table.CellSummary;
import dev.borderline.figure.Scale;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table per outcome of a grid of two factors: the first down, the second across. */
final class Matrices {
    private static final int WIDTH = 80;
    private static final int COLUMNS_MAX = 5;

    private final List<String> factors;
    private final Map<List<Double>, CellSummary> cells = new TreeMap<>(Matrices::compare);

    Matrices(Experiment experiment, List<CellSummary> summaries) {
        factors = FactorNames.of(experiment.design().factors());
        summaries.forEach(cell -> cells.put(cell.point().values(), cell));
    }

    private static int compare(List<Double> one, List<Double> other) {
        return Arrays.compare(
                one.stream().mapToDouble(Double::doubleValue).toArray(),
                other.stream().mapToDouble(Double::doubleValue).toArray());
    }

    List<String> lines(List<String> outcomes) {
        List<Double> down = levels(0);
        List<Double> across = levels(1);
        List<String> lines = new ArrayList<>();
        for (String outcome : outcomes) {
            int from = 0;
            while (from < across.size()) {
                int to = Math.min(across.size(), from + COLUMNS_MAX);
                while (to > from + 1 && PointTable.width(block(outcome, down, across.subList(from, to))) > WIDTH) {
                    to--;
                }
                lines.addAll(block(outcome, down, across.subList(from, to)));
                from = to;
            }
        }
        return lines;
    }

    private List<Double> levels(int factor) {
        return cells.keySet().stream()
                .map(point -> point.get(factor))
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> block(String outcome, List<Double> down, List<Double> across) {
        List<MeasureSummary> all = cells.values().stream()
                .filter(cell -> !cell.measures().isEmpty())
                .map(cell -> cell.measure(outcome))
                .toList();
        double largest = all.stream()
                .mapToDouble(MeasureSummary::mean)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        Scale scale = Scale.of(largest, all.get(0).measure().unit());
        TextTable.Align[] columns = new TextTable.Align[across.size() + 1];
        Arrays.fill(columns, TextTable.Align.RIGHT);
        TextTable table = new TextTable(columns);
        List<String> head = new ArrayList<>(List.of("  " + factors.get(0)));
        across.forEach(value -> head.add(Numbers.human(value)));
        table.row(head);
        for (double level : down) {
            List<String> row = new ArrayList<>(List.of(Numbers.human(level)));
            across.forEach(value -> row.add(cell(List.of(level, value), outcome, scale)));
            table.row(row);
        }
        List<String> lines = new ArrayList<>(List.of("", outcome + ", " + scale.unit()));
        List<String> body = table.lines();
        String label = factors.get(1);
        int indent = Math.max(0, body.get(0).length() - label.length());
        lines.add(" ".repeat(indent) + label);
        lines.addAll(body);
        return lines;
    }

    private String cell(List<Double> point, String outcome, Scale scale) {
        CellSummary cell = cells.get(point);
        if (cell == null || cell.measures().isEmpty()) {
            return "n/a";
        }
        MeasureSummary measure = cell.measure(outcome);
        return scale.shown(measure.mean(), (measure.ciHigh() - measure.ciLow()) / 2);
    }
}
