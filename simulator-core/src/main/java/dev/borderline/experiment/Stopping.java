package dev.borderline.experiment;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.measure.Measure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Number of replications of each cell: fixed, or as the stopping rule asks as far as the runs tell. Mutable; guarded by its
 * owner.
 */
public final class Stopping {
    private final TaskSpace tasks;
    private final List<String> measures; // by goal; empty: the number is fixed
    private final List<CellStopping> cells = new ArrayList<>(); // where goals are of means
    private final List<PointStopping> points = new ArrayList<>(); // where they are of differences
    private @Nullable RunSchema layout;
    private int[] places = {}; // of the measures in the layout

    private Stopping(TaskSpace tasks, Optional<StoppingRule> rule) {
        this.tasks = tasks;
        measures = rule.map(StoppingRule::goals).orElse(List.of()).stream()
                .map(StoppingRule.Goal::measure)
                .toList();
        rule.ifPresent(this::begin);
    }

    private void begin(StoppingRule rule) {
        for (int cell = 0; cell < tasks.cells() && !rule.ofDifferences(); cell++) {
            cells.add(new CellStopping(rule));
        }
        for (int point = 0; point < tasks.points() && rule.ofDifferences(); point++) {
            points.add(new PointStopping(rule, tasks.arms()));
        }
    }

    /** A fixed number in every cell. */
    public static Stopping fixed(TaskSpace tasks) {
        return new Stopping(tasks, Optional.empty());
    }

    /** By the rule of an experiment, after the runs of a store. */
    public static Stopping of(Experiment experiment, RunStore store) throws IOException {
        return of(experiment, store, false);
    }

    /** As {@link #of(Experiment, RunStore)}; where failed runs are to be made again they are as good as missing. */
    public static Stopping of(Experiment experiment, RunStore store, boolean retryFailed) throws IOException {
        Stopping stopping = new Stopping(store.tasks(), experiment.stopping());
        if (stopping.mayGrow()) {
            store.forEach(run -> {
                if (run instanceof FinishedRun || !retryFailed) {
                    stopping.add(run);
                }
            });
        }
        return stopping;
    }

    /** True if runs decide how many there are to be. */
    boolean mayGrow() {
        return !measures.isEmpty();
    }

    /** Takes a run into account; in one that failed every measure is undefined. */
    void add(RunRecord run) {
        Task task = run.task();
        if (!points.isEmpty()) {
            points.get(task.point()).add(task.arm(), task.replication(), values(run));
        } else if (mayGrow()) {
            cells.get(tasks.cell(task)).add(task.replication(), values(run));
        }
    }

    private double[] values(RunRecord run) {
        double[] values = new double[measures.size()];
        Arrays.fill(values, Double.NaN);
        if (run instanceof FinishedRun finished) {
            find(finished.layout());
            for (int i = 0; i < values.length; i++) {
                values[i] = finished.value(places[i]);
            }
        }
        return values;
    }

    private void find(RunSchema next) {
        if (next != layout) {
            List<String> names = next.measures().stream().map(Measure::name).toList();
            places =
                    measures.stream().mapToInt(measure -> place(names, measure)).toArray();
            layout = next;
        }
    }

    private static int place(List<String> names, String measure) {
        int place = names.indexOf(measure);
        if (place < 0) {
            throw new IllegalArgumentException("there is no measure " + measure + " to be precise about");
        }
        return place;
    }

    /** Replications that a cell is to have. */
    public int wanted(int cell) {
        if (!points.isEmpty()) {
            return points.get(cell / tasks.arms()).wanted();
        }
        return mayGrow() ? cells.get(cell).wanted() : tasks.replications();
    }

    private int counted(int cell) {
        return points.isEmpty()
                ? cells.get(cell).counted()
                : points.get(cell / tasks.arms()).counted();
    }

    private List<StoppingRule.Goal> unmet(int cell) {
        return points.isEmpty()
                ? cells.get(cell).unmet()
                : points.get(cell / tasks.arms()).unmet(cell % tasks.arms());
    }

    /** Replications that all cells are to have together. */
    public int wanted() {
        int wanted = 0;
        for (int cell = 0; cell < tasks.cells(); cell++) {
            wanted += wanted(cell);
        }
        return wanted;
    }

    public boolean isWanted(Task task) {
        return task.replication() < wanted(tasks.cell(task));
    }

    /** Precision reached under a rule; the number is the same in all cells if it is fixed. */
    public PrecisionReached reached() {
        int least = mayGrow() ? Integer.MAX_VALUE : tasks.replications();
        int most = mayGrow() ? 0 : tasks.replications();
        List<PrecisionReached.Unmet> unmet = new ArrayList<>();
        for (int cell = 0; cell < tasks.cells() && mayGrow(); cell++) {
            least = Math.min(least, counted(cell));
            most = Math.max(most, counted(cell));
            for (StoppingRule.Goal goal : unmet(cell)) {
                unmet.add(new PrecisionReached.Unmet(cell / tasks.arms(), cell % tasks.arms(), goal.measure()));
            }
        }
        return new PrecisionReached(least, most, unmet);
    }
}
