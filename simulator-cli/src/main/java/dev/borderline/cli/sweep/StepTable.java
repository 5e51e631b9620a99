package dev.borderline.cli.sweep;

import dev.borderline.cli.text.FactorNames;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
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
import org.jspecify.annotations.Nullable;

/**
 * Effects of each step of the first factor while the others stay where the scenario has them. As a rule the runs use common
 * random numbers; differences between them are then far narrower than the means they come from.
 */
final class StepTable {
    private static final int WIDTH = 80;
    private static final int COLUMNS_MAX = 4;
    private static final double LEVEL = 0.95;

    private final Experiment experiment;
    private final List<Integer> line; // points along the first factor
    private final List<List<Tally>> changes = new ArrayList<>(); // by step, of each outcome
    private final List<String> outcomes;
    private @Nullable RunSchema mapped; // the layout that places are of
    private int[] places = {}; // of the outcomes in that layout

    private StepTable(Experiment experiment, List<String> outcomes) {
        this.experiment = experiment;
        this.outcomes = outcomes;
        line = line(experiment);
    }

    /** A table with a line per outcome and a column per step. Nothing when there is no step or but one replication. */
    static List<String> of(Experiment experiment, RunStore store, List<String> outcomes) throws IOException {
        RunSchema layout = store.layout();
        if (experiment.design().factors().isEmpty() || experiment.replications() < 2 || layout == null) {
            return List.of();
        }
        StepTable steps = new StepTable(experiment, outcomes);
        for (int step = 0; step + 1 < steps.line.size(); step++) {
            List<Tally> changes = steps.changes(store, step);
            if (changes.isEmpty()) {
                return List.of();
            }
            steps.changes.add(changes);
        }
        return steps.lines(layout);
    }

    /** Differences between runs of the same replication, where both have a value; nothing if a run is missing. */
    private List<Tally> changes(RunStore store, int step) throws IOException {
        List<Tally> tallies = outcomes.stream().map(outcome -> new Tally()).toList();
        for (int replication = 0; replication < experiment.replications(); replication++) {
            RunRecord before = store.find(new Task(line.get(step), 0, replication));
            RunRecord after = store.find(new Task(line.get(step + 1), 0, replication));
            if (before instanceof FinishedRun one && after instanceof FinishedRun other) {
                add(tallies, one, other);
            } else {
                return List.of();
            }
        }
        return tallies;
    }

    private void add(List<Tally> tallies, FinishedRun before, FinishedRun after) {
        if (before.layout() != mapped) {
            mapped = before.layout();
            places = outcomes.stream().mapToInt(before.layout()::index).toArray();
        }
        for (int i = 0; i < places.length; i++) {
            double change = after.value(places[i]) - before.value(places[i]);
            if (Double.isFinite(change)) {
                tallies.get(i).add(change);
            }
        }
    }

    /** Points in the order of the first factor where every other factor is nearest to the scenario's own value. */
    static List<Integer> line(Experiment experiment) {
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

    private List<String> lines(RunSchema layout) {
        if (line.size() < 2) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Wrapping.lines(title(), WIDTH));
        int from = 0;
        while (from + 1 < line.size()) {
            int to = Math.min(line.size() - 1, from + COLUMNS_MAX);
            while (to > from + 1 && PointTable.width(block(layout, from, to)) > WIDTH) {
                to--;
            }
            lines.addAll(block(layout, from, to));
            from = to;
        }
        return lines;
    }

    private String title() {
        return title(experiment, line) + ": means of the differences between runs "
                + (experiment.randomNumbers() == RandomNumbers.SHARED
                        ? "of the same people with the same random numbers"
                        : "with independent random numbers");
    }

    /** Factor that is stepped along a line of points, and the places of the others. */
    static String title(Experiment experiment, List<Integer> line) {
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
        return title.toString();
    }

    private List<String> block(RunSchema layout, int from, int to) {
        TextTable.Align[] columns = new TextTable.Align[to - from + 1];
        Arrays.fill(columns, TextTable.Align.RIGHT);
        columns[0] = TextTable.Align.LEFT;
        TextTable table = new TextTable(columns);
        List<String> head = new ArrayList<>(List.of("  from " + level(from) + " step by step"));
        for (int step = from; step < to; step++) {
            head.add("to " + level(step + 1));
        }
        table.row(head);
        for (int outcome = 0; outcome < outcomes.size(); outcome++) {
            int place = outcome;
            String unit =
                    layout.measures().get(layout.index(outcomes.get(place))).unit();
            List<Tally> shown = changes.subList(from, to).stream()
                    .map(step -> step.get(place))
                    .toList();
            table.row(row(outcomes.get(place), unit, shown));
        }
        return table.lines();
    }

    private String level(int step) {
        return Numbers.human(experiment.design().point(line.get(step)).values().get(0));
    }

    private List<String> row(String outcome, String unitOfMeasure, List<Tally> shown) {
        double largest = shown.stream()
                .mapToDouble(change -> Math.abs(change.mean()) + halfWidth(change))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        Scale scale = Scale.of(largest, unitOfMeasure);
        String unit = scale.ofChanges();
        List<String> row = new ArrayList<>(List.of("  " + outcome + ", " + unit));
        shown.forEach(change -> row.add(scale.change(change.mean(), halfWidth(change))));
        return row;
    }

    private static double halfWidth(Tally tally) {
        return tally.n() < 2 ? Double.NaN : Intervals.studentT(tally, LEVEL).halfWidth();
    }
}
