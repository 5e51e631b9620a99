package dev.borderline.experiment;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.measure.Measure;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Precision of one measure's mean in each cell, as runs come in: half the width of Student's interval. For eyes only, since runs
 * may come in any order. Mutable; one owner at a time.
 */
public final class Precision {
    private final TaskSpace tasks;
    private final String measure;
    private final @Nullable Tally[] cells;
    private @Nullable RunSchema layout;
    private int index; // of the measure in the layout; -1 if it has none of that name

    /** Of a measure, while nothing is known. */
    public Precision(TaskSpace tasks, String measure) {
        this.tasks = tasks;
        this.measure = measure;
        cells = new @Nullable Tally[tasks.cells()];
    }

    /**
     * Spread of precision over the cells in which it is defined. These have an interval of the mean and a mean other than 0, at
     * least one.
     *
     * @param measure what is measured
     * @param cells number of cells
     * @param median half-width over mean in the middle one
     * @param widest half-width over mean in the worst
     * @param widestPoint design point of the worst
     * @param widestArm arm of the worst
     */
    public record Spread(String measure, int cells, double median, double widest, int widestPoint, int widestArm) {}

    /** Takes a run into account; a failed one tells nothing. */
    public void add(RunRecord run) {
        if (run instanceof FinishedRun finished) {
            int place = index(finished.layout());
            double value = place < 0 ? Double.NaN : finished.value(place);
            int cell = tasks.cell(run.task());
            Tally tally = cells[cell];
            if (tally == null) {
                tally = new Tally();
                cells[cell] = tally;
            }
            if (!Double.isNaN(value)) {
                tally.add(value);
            }
        }
    }

    private int index(RunSchema next) {
        if (next != layout) {
            layout = next;
            List<String> names = next.measures().stream().map(Measure::name).toList();
            index = names.indexOf(measure);
        }
        return index;
    }

    /** Half the width of the interval over the mean, in one cell; NaN where that is undefined. */
    public double ofCell(int cell) {
        Tally tally = cells[cell];
        return tally == null ? Double.NaN : relative(tally, Intervals.studentFactor(tally.n(), level()));
    }

    private static double level() {
        return MeasureSummary.CONF_LEVEL;
    }

    private static double relative(Tally tally, double factor) {
        double relative = factor * tally.standardError() / Math.abs(tally.mean());
        return Double.isFinite(relative) ? relative : Double.NaN;
    }

    /** All cells in one; empty while none has an interval. */
    public Optional<Spread> spread() {
        Map<Long, Double> factors = new TreeMap<>();
        List<Double> known = new ArrayList<>();
        int widest = -1;
        double most = -1;
        for (int cell = 0; cell < cells.length; cell++) {
            Tally tally = cells[cell];
            double relative = tally == null
                    ? Double.NaN
                    : relative(tally, factors.computeIfAbsent(tally.n(), n -> Intervals.studentFactor(n, level())));
            if (!Double.isNaN(relative)) {
                known.add(relative);
                widest = relative > most ? cell : widest;
                most = Math.max(most, relative);
            }
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        known.sort(Double::compare);
        double median = known.get((known.size() - 1) / 2);
        return Optional.of(
                new Spread(measure, known.size(), median, most, widest / tasks.arms(), widest % tasks.arms()));
    }
}
