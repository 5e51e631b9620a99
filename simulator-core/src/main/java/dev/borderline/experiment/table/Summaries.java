package dev.borderline.experiment.table;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the runs of a store cell by cell. Holds a bounded number of values at a time: of a cell with very many runs those of
 * some measures, after which the store is asked again for the next. Give it all records in order, then {@link #finish}.
 * Mutable; one owner.
 */
public final class Summaries implements RunStore.Visitor {
    /** Visitor of each cell. */
    @FunctionalInterface
    public interface CellVisitor {
        /** Takes the next cell. */
        void accept(CellSummary cell) throws IOException;
    }

    private static final int VALUES_MAX = 1 << 20;

    private final Experiment experiment;
    private final RunStore store;
    private final CellVisitor visitor;
    private final int valuesMax;
    private @Nullable List<String> wanted; // null: all measures
    private List<Measure> measures = List.of();
    private int[] places = {}; // of those in the layout
    private double[][] columns = {}; // of the first measures, as many as there is room for
    private int runs; // finished runs of the cell
    private @Nullable Task first;

    Summaries(Experiment experiment, RunStore store, CellVisitor visitor) {
        this(experiment, store, visitor, VALUES_MAX);
    }

    Summaries(Experiment experiment, RunStore store, CellVisitor visitor, int valuesMax) {
        this.experiment = experiment;
        this.store = store;
        this.visitor = visitor;
        this.valuesMax = valuesMax;
    }

    /** Shows the summaries of all cells that have a record, by point and arm. */
    public static void forEach(Experiment experiment, RunStore store, CellVisitor visitor) throws IOException {
        Summaries summaries = new Summaries(experiment, store, visitor);
        store.forEach(summaries);
        summaries.finish();
    }

    /** All summaries; for designs that are small enough to look at. */
    public static List<CellSummary> of(Experiment experiment, RunStore store) throws IOException {
        List<CellSummary> cells = new ArrayList<>();
        forEach(experiment, store, cells::add);
        return cells;
    }

    /**
     * The summaries of the first cells, those of them that have a record, with these measures alone. Of cells with very many runs
     * that takes one reading instead of several.
     */
    public static List<CellSummary> ofFirst(Experiment experiment, RunStore store, int cells, List<String> names)
            throws IOException {
        List<CellSummary> found = new ArrayList<>();
        Summaries summaries = new Summaries(experiment, store, found::add);
        summaries.wanted = List.copyOf(names);
        TaskSpace tasks = store.tasks();
        for (int rank = 0; rank < Math.min(cells, tasks.cells()) * tasks.replications(); rank++) {
            RunRecord run = store.find(tasks.ofRank(rank));
            if (run != null) {
                summaries.accept(run);
            }
        }
        summaries.finish();
        return found;
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        Task task = run.task();
        if (first != null && (first.point() != task.point() || first.arm() != task.arm())) {
            finish();
        }
        first = first == null ? task : first;
        if (run instanceof FinishedRun finished) {
            if (runs == 0) {
                begin(finished.layout());
            }
            put(finished, 0, runs++);
        }
    }

    private void begin(RunSchema layout) {
        places = IntStream.range(0, layout.measures().size())
                .filter(place -> wanted == null
                        || wanted.contains(layout.measures().get(place).name()))
                .toArray();
        measures = Arrays.stream(places).mapToObj(layout.measures()::get).toList();
        int replications = store.tasks().replications();
        int fit = Math.min(measures.size(), Math.max(1, valuesMax / replications));
        if (columns.length != fit) {
            columns = new double[fit][replications];
        }
    }

    private void put(FinishedRun run, int from, int row) {
        for (int i = 0; i < columns.length && from + i < measures.size(); i++) {
            columns[i][row] = run.value(places[from + i]);
        }
    }

    /** Sums up the last cell. */
    void finish() throws IOException {
        if (first != null) {
            visitor.accept(new CellSummary(
                    experiment.design().point(first.point()),
                    experiment.arms().get(first.arm()).name(),
                    runs,
                    summaries(first)));
        }
        first = null;
        runs = 0;
        measures = List.of();
    }

    private List<MeasureSummary> summaries(Task cell) throws IOException {
        List<MeasureSummary> summaries = new ArrayList<>();
        for (int from = 0; from < measures.size(); from += columns.length) {
            if (from > 0) {
                readAgain(cell, from);
            }
            for (int i = 0; i < columns.length && from + i < measures.size(); i++) {
                summaries.add(MeasureSummary.of(measures.get(from + i), Arrays.copyOf(columns[i], runs)));
            }
        }
        return summaries;
    }

    private void readAgain(Task cell, int from) throws IOException {
        int row = 0;
        for (int replication = 0; replication < store.tasks().replications(); replication++) {
            RunRecord run = store.find(new Task(cell.point(), cell.arm(), replication));
            if (run instanceof FinishedRun finished) {
                put(finished, from, row++);
            }
        }
    }
}
