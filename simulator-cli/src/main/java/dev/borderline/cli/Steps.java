package dev.borderline.cli;

import dev.borderline.experiment.Design;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.FinishedRun;
import dev.borderline.experiment.Layout;
import dev.borderline.experiment.RunStore;
import dev.borderline.figure.Scale;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each step of the first factor does while the others stay where the scenario has them: differences between runs of the
 * same luck, which are far narrower than the means they come from.
 */
final class Steps {
    private static final int WIDTH = 80;
    private static final int COLUMNS_MAX = 4;
    private static final double LEVEL = 0.95;

    private final Experiment experiment;
    private final List<Integer> line; // points along the first factor
    private final List<List<FinishedRun>> runs = new ArrayList<>(); // as line

    private Steps(Experiment experiment) {
        this.experiment = experiment;
        line = line(experiment);
        line.forEach(point -> runs.add(new ArrayList<>()));
    }

    /** A table with a line per outcome and a column per step; nothing when there is no step or but one replication. */
    static List<String> of(Experiment experiment, RunStore store, List<String> outcomes) throws IOException {
        Layout layout = store.layout();
        if (experiment.design().factors().isEmpty() || experiment.replications() < 2 || layout == null) {
            return List.of();
        }
        Steps steps = new Steps(experiment);
        store.forEach(run -> {
            int place = steps.line.indexOf(run.task().point());
            if (place >= 0 && run.task().arm() == 0 && run instanceof FinishedRun finished) {
                steps.runs.get(place).add(finished);
            }
        });
        return steps.lines(layout, outcomes);
    }

    /** Points in the order of the first factor where every other factor is nearest to the scenario's own value. */
    private static List<Integer> line(Experiment experiment) {
        Design design = experiment.design();
        List<Integer> points = IntStream.range(0, design.size()).boxed().toList();
        for (int factor = 1; factor < design.factors().size(); factor++) {
            int other = factor;
            double own = experiment.base().value(design.factors().get(factor));
            double nearest = points.stream()
                    .map(point -> design.point(point).values().get(other))
                    .min(Comparator.comparingDouble(value -> Math.abs(value - own)))
                    .orElseThrow();
            points = points.stream()
                    .filter(point -> design.point(point).values().get(other) == nearest)
                    .toList();
        }
        return points.stream()
                .sorted(Comparator.comparing(
                        point -> design.point(point).values().get(0)))
                .toList();
    }

    private List<String> lines(Layout layout, List<String> outcomes) {
        int replications = experiment.replications();
        boolean complete = runs.stream().allMatch(list -> list.size() == replications);
        if (!complete || line.size() < 2) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Wrapping.lines(title(), WIDTH));
        for (int from = 0; from + 1 < line.size(); from += COLUMNS_MAX) {
            int to = Math.min(line.size() - 1, from + COLUMNS_MAX);
            lines.addAll(block(layout, outcomes, from, to));
        }
        return lines;
    }

    private String title() {
        Design design = experiment.design();
        List<String> names = FactorNames.of(design.factors());
        StringBuilder title = new StringBuilder("What each step of " + names.get(0) + " changes");
        for (int factor = 1; factor < names.size(); factor++) {
            double value = design.point(line.get(0)).values().get(factor);
            title.append(factor == 1 ? ", at " : ", ").append(names.get(factor)).append(' ');
            title.append(Numbers.human(value));
        }
        if (experiment.arms().size() > 1) {
            title.append(", arm ").append(experiment.arms().get(0).name());
        }
        return title.append(": means of the differences between runs of the same people with the same luck")
                .toString();
    }

    private List<String> block(Layout layout, List<String> outcomes, int from, int to) {
        TextTable.Align[] columns = new TextTable.Align[to - from + 1];
        Arrays.fill(columns, TextTable.Align.RIGHT);
        columns[0] = TextTable.Align.LEFT;
        TextTable table = new TextTable(columns);
        List<String> head = new ArrayList<>(List.of("  from " + level(from) + " step by step"));
        for (int step = from; step < to; step++) {
            head.add("to " + level(step + 1));
        }
        table.row(head);
        for (String outcome : outcomes) {
            table.row(row(layout, outcome, from, to));
        }
        return table.lines();
    }

    private String level(int step) {
        return Numbers.human(experiment.design().point(line.get(step)).values().get(0));
    }

    private List<String> row(Layout layout, String outcome, int from, int to) {
        int measure = layout.index(outcome);
        List<Tally> changes = new ArrayList<>();
        for (int step = from; step < to; step++) {
            changes.add(changes(step, measure));
        }
        double largest = changes.stream()
                .mapToDouble(change -> Math.abs(change.mean()) + halfWidth(change))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        Scale scale = Scale.of(largest, layout.measures().get(measure).unit());
        String unit = scale.unit().equals("%") ? "% points" : scale.unit();
        List<String> row = new ArrayList<>(List.of("  " + outcome + ", " + unit));
        changes.forEach(change -> row.add(scale.change(change.mean(), halfWidth(change))));
        return row;
    }

    /** Differences between runs of the same replication, where both have a value. */
    private Tally changes(int step, int measure) {
        Tally changes = new Tally();
        for (int replication = 0; replication < experiment.replications(); replication++) {
            double before = runs.get(step).get(replication).value(measure);
            double after = runs.get(step + 1).get(replication).value(measure);
            if (Double.isFinite(before) && Double.isFinite(after)) {
                changes.add(after - before);
            }
        }
        return changes;
    }

    private static double halfWidth(Tally tally) {
        return tally.n() < 2 ? Double.NaN : Intervals.studentT(tally, LEVEL).halfWidth();
    }
}
