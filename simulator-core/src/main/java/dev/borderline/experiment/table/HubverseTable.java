package dev.borderline.experiment.table;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.RandomNumbers;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.experiment.table.Column.ColumnType;
import dev.borderline.measure.Measure;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;

/**
 * Model output of the hubverse. A line per finished run and measure, of output type {@code sample} (hubverse documentation, "Sample
 * output type"). The columns {@code scenario_id} and {@code target} are the task ids; {@code output_type_id} is the index of a sample.
 *
 * <p>Lines with one index are one draw from a joint distribution. A run gives all its targets at once; and replications with the same
 * number share their common random numbers in every scenario, so they are one sample across scenarios too: the index is the number of
 * the replication, counted from 1, and no task id of this table belongs to the compound task id set. Where cells are independent
 * every run has an index of its own, and the set is {@code scenario_id}. Task ids and index together never occur twice. What is
 * undefined has no line.
 */
final class HubverseTable extends ResultTable {
    static final List<Column> COLUMNS = List.of(
            new Column("scenario_id", ColumnType.TEXT),
            new Column("target", ColumnType.TEXT),
            new Column("output_type", ColumnType.TEXT),
            new Column("output_type_id", ColumnType.WHOLE),
            new Column("value", ColumnType.NUMBER));

    private static final String SAMPLE = "sample";

    private final TableColumns headings;
    private final List<Measure> measures;

    HubverseTable(TextSink out, TableColumns headings, List<Measure> measures) throws IOException {
        super(out);
        this.headings = headings;
        this.measures = measures;
        line(Column.names(COLUMNS));
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
        boolean shared = headings.experiment().randomNumbers() == RandomNumbers.SHARED;
        return 1 + (shared ? task.replication() : (long) task.replication() * tasks.cells() + tasks.cell(task));
    }
}
