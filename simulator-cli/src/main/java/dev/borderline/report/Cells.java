package dev.borderline.report;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.stat.Quantiles;
import dev.borderline.stat.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a folder, summed up cell by cell. Over the whole run there are numbers for every cell; by year, month and fifth, and
 * differences, for those cells that are looked at more closely. Immutable once read.
 */
final class Cells {
    /**
     * A setting and an alternative.
     *
     * @param point index of the design point
     * @param arm index of the arm
     */
    record Cell(int point, int arm) {}

    /** From one number to another. */
    record Reach(double low, double high) {}

    private final RunSchema layout;
    private final List<String> outcomes;
    private final Map<Cell, Map<String, MeanEstimate>> totals = new HashMap<>();
    private final Map<Cell, Map<String, double[]>> overTime = new HashMap<>(); // means by year, then by month
    private final Map<Cell, List<FinishedRun>> kept = new HashMap<>();

    private final @Nullable Members members; // null: runs of one guess

    private Cells(RunSchema layout, List<String> wanted, @Nullable Members members) {
        this.layout = layout;
        this.members = members;
        outcomes = wanted.stream().filter(this::has).toList();
    }

    /**
     * Sums up a store; reads it once.
     *
     * @param outcomes measures wanted of every cell; those that there are not are left out
     * @param closely cells whose runs are kept
     * @param members that the runs are of; null where they are of one guess
     */
    static Cells of(RunStore store, List<String> outcomes, Set<Cell> closely, @Nullable Members members)
            throws IOException {
        RunSchema layout = store.layout();
        if (layout == null) {
            throw new NothingToReport("there is no finished run to report");
        }
        Cells cells = new Cells(layout, outcomes, members);
        List<FinishedRun> runs = new ArrayList<>();
        store.forEach(run -> {
            if (run instanceof FinishedRun finished) {
                if (!runs.isEmpty() && !cellOf(runs.get(0)).equals(cellOf(finished))) {
                    cells.close(runs, closely);
                }
                runs.add(finished);
            }
        });
        cells.close(runs, closely);
        return cells;
    }

    private static Cell cellOf(FinishedRun run) {
        return new Cell(run.task().point(), run.task().arm());
    }

    private void close(List<FinishedRun> runs, Set<Cell> closely) {
        if (runs.isEmpty()) {
            return;
        }
        Cell cell = cellOf(runs.get(0));
        if (closely.contains(cell)) {
            kept.put(cell, List.copyOf(runs));
        }
        Map<String, MeanEstimate> summary = new HashMap<>();
        Map<String, double[]> means = new HashMap<>();
        for (String outcome : outcomes) {
            int measure = layout.index(outcome);
            summary.put(outcome, summary(measure, runs, run -> run.value(measure)));
            means.put(
                    outcome,
                    IntStream.range(0, layout.years().size() + layout.months().size())
                            .mapToDouble(part -> summary(measure, runs, run -> inPart(run, measure, part))
                                    .mean())
                            .toArray());
        }
        totals.put(cell, summary);
        overTime.put(cell, means);
        runs.clear();
    }

    private MeanEstimate summary(int measure, List<FinishedRun> runs, ToDoubleFunction<FinishedRun> value) {
        if (members == null) {
            double[] values = runs.stream().mapToDouble(value).toArray();
            return estimate(MeasureSummary.of(layout.measures().get(measure), values));
        }
        double[] means = ofMembers(members, runs, value);
        Arrays.sort(means);
        return new MeanEstimate(
                means.length,
                quantile(means, 0.5),
                quantile(means, 0.05),
                quantile(means, 0.95),
                quantile(means, 0.25),
                quantile(means, 0.75),
                true);
    }

    private static double quantile(double[] sorted, double p) {
        return sorted.length == 0 ? Double.NaN : Quantiles.ofSorted(sorted, p);
    }

    /** Means of the replications of each member that has a value. */
    private static double[] ofMembers(Members members, List<FinishedRun> runs, ToDoubleFunction<FinishedRun> value) {
        Tally[] tallies = new Tally[members.count()];
        Arrays.setAll(tallies, member -> new Tally());
        for (FinishedRun run : runs) {
            double number = value.applyAsDouble(run);
            if (!Double.isNaN(number)) {
                tallies[members.memberOf(run.task().replication())].add(number);
            }
        }
        return Arrays.stream(tallies)
                .filter(tally -> tally.n() > 0)
                .mapToDouble(Tally::mean)
                .toArray();
    }

    /** The change between two cells over members; empty where the runs are of one guess. */
    Optional<MemberAnswer> verdict(Cell from, Cell to, String name) {
        return members == null
                ? Optional.empty()
                : Optional.of(MemberAnswer.ofChange(measure(name), members, changes(members, from, to, name)));
    }

    /** Means of the changes between two cells by member, of those that have one; empty where the runs are of one guess. */
    Optional<double[]> changesByMember(Cell from, Cell to, String name) {
        if (members == null) {
            return Optional.empty();
        }
        double[] changes = changes(members, from, to, name);
        return Optional.of(
                ofMembers(members, runs(to), run -> changes[run.task().replication()]));
    }

    private double[] changes(Members members, Cell from, Cell to, String name) {
        double[] changes = new double[members.replications()];
        Arrays.fill(changes, Double.NaN);
        Map<Integer, FinishedRun> partners = partners(from);
        for (FinishedRun run : runs(to)) {
            FinishedRun partner = partners.get(run.task().replication());
            changes[run.task().replication()] = partner == null ? Double.NaN : run.less(partner, name);
        }
        return changes;
    }

    private Map<Integer, FinishedRun> partners(Cell from) {
        Map<Integer, FinishedRun> partners = new HashMap<>();
        runs(from).forEach(run -> partners.put(run.task().replication(), run));
        return partners;
    }

    private static MeanEstimate estimate(MeasureSummary summary) {
        int low = MeasureSummary.PROBABILITIES.indexOf(0.05);
        int high = MeasureSummary.PROBABILITIES.indexOf(0.95);
        return new MeanEstimate(
                summary.n(),
                summary.mean(),
                summary.ciLow(),
                summary.ciHigh(),
                summary.quantiles().get(low),
                summary.quantiles().get(high));
    }

    RunSchema layout() {
        return layout;
    }

    /** The measures that every cell has a number of. */
    List<String> outcomes() {
        return outcomes;
    }

    /** The measure of this name. */
    Measure measure(String name) {
        return layout.measures().get(layout.index(name));
    }

    boolean has(String measure) {
        return layout.measures().stream().anyMatch(one -> one.name().equals(measure));
    }

    /** A measure over the whole run, as in {@code summary.csv}. */
    MeanEstimate total(Cell cell, String name) {
        Map<String, MeanEstimate> summary = totals.getOrDefault(cell, Map.of());
        MeanEstimate known = summary.get(name);
        if (known != null) {
            return known;
        }
        int measure = layout.index(name);
        return summary(measure, runs(cell), run -> run.value(measure));
    }

    /** A measure in a part of the time: a calendar year, counted from 0, or after them a month. */
    MeanEstimate inPart(Cell cell, String name, int part) {
        int measure = layout.index(name);
        return summary(measure, runs(cell), run -> inPart(run, measure, part));
    }

    private static double inPart(FinishedRun run, int measure, int part) {
        int years = run.layout().years().size();
        return part < years ? run.inYear(measure, part) : run.inMonth(measure, part - years);
    }

    /** Means of one part of the time over cells: their mean, and where nine in ten of them lie; no interval. */
    MeanEstimate acrossInPart(List<Cell> cells, String name, int part) {
        double[] means = cells.stream()
                .filter(overTime::containsKey)
                .mapToDouble(cell -> meanInPart(cell, name, part))
                .toArray();
        return spread(MeasureSummary.of(measure(name), means));
    }

    private double meanInPart(Cell cell, String name, int part) {
        double[] means = overTime.getOrDefault(cell, Map.of()).get(name);
        return means == null ? Double.NaN : means[part];
    }

    /** Quantiles from {@code tail} to 1 − {@code tail} of the means of cells over the whole run. */
    Reach reach(List<Cell> cells, String name, double tail) {
        double[] means = cells.stream()
                .filter(totals::containsKey)
                .mapToDouble(cell -> total(cell, name).mean())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return means.length == 0
                ? new Reach(Double.NaN, Double.NaN)
                : new Reach(Quantiles.ofSorted(means, tail), Quantiles.ofSorted(means, 1 - tail));
    }

    private static MeanEstimate spread(MeasureSummary summary) {
        MeanEstimate all = estimate(summary);
        return new MeanEstimate(all.n(), all.mean(), Double.NaN, Double.NaN, all.q05(), all.q95());
    }

    /** A measure in one wealth fifth, 0 for the poorest. */
    MeanEstimate inFifth(Cell cell, String name, int fifth) {
        int measure = layout.index(name);
        return summary(measure, runs(cell), run -> run.inFifth(measure, fifth));
    }

    /** Difference between two cells in a measure, over pairs of runs with common random numbers. */
    MeanEstimate change(Cell from, Cell to, String name) {
        int measure = layout.index(name);
        Map<Integer, FinishedRun> partners = partners(from);
        List<FinishedRun> paired = runs(to).stream()
                .filter(run -> partners.containsKey(run.task().replication()))
                .toList();
        return summary(measure, paired, run -> {
            FinishedRun partner = partners.get(run.task().replication());
            return partner == null ? Double.NaN : run.less(partner, name);
        });
    }

    /** Remainder of a measure over the whole run when others are taken off, run by run. */
    MeanEstimate rest(Cell cell, String whole, List<String> parts) {
        int measure = layout.index(whole);
        int[] taken = parts.stream().mapToInt(layout::index).toArray();
        return summary(measure, runs(cell), run -> {
            double left = run.value(measure);
            for (int part : taken) {
                left -= run.value(part);
            }
            return left;
        });
    }

    private List<FinishedRun> runs(Cell cell) {
        return kept.getOrDefault(cell, List.of());
    }
}
