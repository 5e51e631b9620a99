package dev.borderline.experiment.table;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Luck;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.experiment.table.Export.Column;
import dev.borderline.experiment.table.Export.ColumnType;
import dev.borderline.measure.Measure;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;

/**
 * Samples in the model output format of the hubverse (hubverse documentation, "Sample output type"): task ids {@code scenario_id} and
 * {@code target}, then {@code output_type}, {@code output_type_id} and {@code value}, each combination of the first four once. An id
 * names a joint sample: rows that have it in common come from the same draws. Runs of one replication share their random numbers in
 * all scenarios, so the replication, counted from 1, is the id (a {@code compound_taskid_set} without scenario and target); where
 * cells are independent, every run is a sample of its own. What is undefined has no line.
 */
final class HubverseTable extends ResultTable {
    static final List<Column> COLUMNS = List.of(
            new Column("scenario_id", ColumnType.TEXT),
            new Column("target", ColumnType.TEXT),
            new Column("output_type", ColumnType.TEXT),
            new Column("output_type_id", ColumnType.TEXT),
            new Column("value", ColumnType.NUMBER));

    private static final String SAMPLE = "sample";

    private final Headings headings;
    private final List<Measure> measures;

    HubverseTable(TextSink out, Headings headings, List<Measure> measures) throws IOException {
        super(out);
        this.headings = headings;
        this.measures = measures;
        line(Export.names(COLUMNS));
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        if (run instanceof FinishedRun finished) {
            for (Measure measure : measures) {
                double value = finished.value(finished.layout().index(measure.name()));
                if (!Double.isNaN(value)) {
                    line(List.of(
                            scenario(run.task()),
                            measure.name(),
                            SAMPLE,
                            Long.toString(sample(run.task())),
                            Numbers.file(value)));
                }
            }
        }
    }

    private String scenario(Task task) {
        Experiment experiment = headings.experiment();
        String point = experiment.design().size() == 1 ? "" : "-" + task.point();
        return experiment.base().name() + "-" + headings.arm(task) + point;
    }

    private long sample(Task task) {
        TaskSpace tasks = headings.experiment().tasks();
        boolean shared = headings.experiment().luck() == Luck.SHARED;
        return 1 + (shared ? task.replication() : (long) task.replication() * tasks.cells() + tasks.cell(task));
    }
}
