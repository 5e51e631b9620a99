package dev.borderline.experiment;

import dev.borderline.model.Measure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the runs of a store cell by cell; holds the numbers of one cell at a time. Give it all records in order, then {@link
 * #finish}. Mutable; one owner.
 */
public final class Summaries implements RunVisitor {
    /** What is done with each cell. */
    @FunctionalInterface
    public interface CellVisitor {
        /** Takes the next cell. */
        void accept(CellSummary cell) throws IOException;
    }

    private final Experiment experiment;
    private final CellVisitor visitor;
    private final List<double[]> values = new ArrayList<>(); // of the cell's runs, by measure
    private List<Measure> measures = List.of();
    private @Nullable Task first;

    Summaries(Experiment experiment, CellVisitor visitor) {
        this.experiment = experiment;
        this.visitor = visitor;
    }

    /** Shows the summaries of all cells that have a record, by point and arm. */
    public static void forEach(Experiment experiment, RunStore store, CellVisitor visitor) throws IOException {
        Summaries summaries = new Summaries(experiment, visitor);
        store.forEach(summaries);
        summaries.finish();
    }

    /** All summaries; for designs that are small enough to look at. */
    public static List<CellSummary> of(Experiment experiment, RunStore store) throws IOException {
        List<CellSummary> cells = new ArrayList<>();
        forEach(experiment, store, cells::add);
        return cells;
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        Task task = run.task();
        if (first != null && (first.point() != task.point() || first.arm() != task.arm())) {
            finish();
        }
        first = first == null ? task : first;
        if (run instanceof FinishedRun finished) {
            measures = finished.layout().measures();
            values.add(IntStream.range(0, measures.size())
                    .mapToDouble(finished::value)
                    .toArray());
        }
    }

    /** Sums up the last cell. */
    void finish() throws IOException {
        if (first != null) {
            visitor.accept(new CellSummary(
                    experiment.design().point(first.point()),
                    experiment.arms().get(first.arm()).name(),
                    values.size(),
                    summaries()));
        }
        first = null;
        values.clear();
        measures = List.of();
    }

    private List<MeasureSummary> summaries() {
        List<MeasureSummary> summaries = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            int measure = i;
            double[] column = values.stream().mapToDouble(run -> run[measure]).toArray();
            summaries.add(MeasureSummary.of(measures.get(i), column));
        }
        return summaries;
    }
}
