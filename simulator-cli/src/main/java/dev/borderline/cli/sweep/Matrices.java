package dev.borderline.cli.sweep;

import dev.borderline.cli.text.FactorNames;
import dev.borderline.cli.text.TextTable;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.DesignPoint;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.CellSummary;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.figure.Scale;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** A table per outcome of a grid of two factors. The first down, the second across, each cell of a line or more. */
final class Matrices {
    private static final int WIDTH = 80;
    private static final int COLUMNS_MAX = 5;

    private final List<String> factors;
    private final Map<List<Double>, Map<String, Shown>> cells =
            new TreeMap<>(Matrices::compare); // by point, then outcome

    /**
     * An outcome in a cell.
     *
     * @param size of the number that the scale is chosen for; NaN where there is none
     * @param lines of the cell in that scale
     */
    record Shown(double size, String unit, Function<Scale, List<String>> lines) {}

    Matrices(Experiment experiment) {
        factors = FactorNames.of(experiment.design().factors());
    }

    /** Means of cells with half the width of their intervals. */
    static Matrices ofMeans(Experiment experiment, List<CellSummary> summaries) {
        Matrices matrices = new Matrices(experiment);
        for (CellSummary cell : summaries) {
            for (MeasureSummary measure : cell.measures()) {
                double halfWidth = (measure.ciHigh() - measure.ciLow()) / 2;
                matrices.put(
                        cell.point(),
                        measure.measure().name(),
                        new Shown(
                                measure.mean(),
                                measure.measure().unit(),
                                scale -> List.of(scale.shown(measure.mean(), halfWidth))));
            }
        }
        return matrices;
    }

    /** Medians of cells over members, with the range of 90 % of the members below. */
    static Matrices ofMembers(Experiment experiment, Map<Task, List<MemberAnswer>> answers) {
        Matrices matrices = new Matrices(experiment);
        answers.forEach((cell, levels) -> levels.forEach(level -> matrices.put(
                experiment.design().point(cell.point()),
                level.measure().name(),
                new Shown(
                        level.median(),
                        level.measure().unit(),
                        scale -> List.of(
                                scale.shown(level.median()),
                                scale.shown(level.p05()) + "–" + scale.shown(level.p95()))))));
        return matrices;
    }

    private void put(DesignPoint point, String outcome, Shown shown) {
        cells.computeIfAbsent(point.values(), absent -> new HashMap<>()).put(outcome, shown);
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
        List<Shown> all = cells.values().stream()
                .map(cell -> cell.get(outcome))
                .filter(Objects::nonNull)
                .toList();
        double largest = all.stream()
                .mapToDouble(Shown::size)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        Scale scale = Scale.of(largest, all.get(0).unit());
        TextTable.Align[] columns = new TextTable.Align[across.size() + 1];
        Arrays.fill(columns, TextTable.Align.RIGHT);
        TextTable table = new TextTable(columns);
        List<String> head = new ArrayList<>(List.of("  " + factors.get(0)));
        across.forEach(value -> head.add(Numbers.human(value)));
        table.row(head);
        for (double level : down) {
            List<List<String>> row = across.stream()
                    .map(value -> cell(List.of(level, value), outcome, scale))
                    .toList();
            int height = row.stream().mapToInt(List::size).max().orElse(1);
            for (int line = 0; line < height; line++) {
                List<String> texts = new ArrayList<>(List.of(line == 0 ? Numbers.human(level) : ""));
                for (List<String> cell : row) {
                    texts.add(line < cell.size() ? cell.get(line) : "");
                }
                table.row(texts);
            }
        }
        List<String> lines = new ArrayList<>(List.of("", outcome + ", " + scale.unit()));
        List<String> body = table.lines();
        String label = factors.get(1);
        int indent = Math.max(0, body.get(0).length() - label.length());
        lines.add(" ".repeat(indent) + label);
        lines.addAll(body);
        return lines;
    }

    private List<String> cell(List<Double> point, String outcome, Scale scale) {
        Map<String, Shown> cell = cells.getOrDefault(point, Map.of());
        Shown shown = cell.get(outcome);
        return shown == null ? List.of("n/a") : shown.lines().apply(scale);
    }
}
