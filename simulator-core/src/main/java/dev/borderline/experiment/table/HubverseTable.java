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
 * A line per finished run and measure, as the sample format of scenario modelling hubs has it (Scenario Modeling Hub, "Sample file
 * format"): trajectories are told apart by {@code run_grouping}, which is the same for those of different scenarios that share
 * what drives their variance, and {@code stochastic_run}. Here runs of the same replication share their luck, so the replication,
 * counted from 1, is the grouping; where cells are independent, every run is a group of its own. What is undefined has no line.
 */
final class HubverseTable extends ResultTable {
    static final List<Column> COLUMNS = List.of(
            new Column("scenario_id", ColumnType.TEXT),
            new Column("target", ColumnType.TEXT),
            new Column("output_type", ColumnType.TEXT),
            new Column("output_type_id", ColumnType.TEXT),
            new Column("value", ColumnType.NUMBER),
            new Column("run_grouping", ColumnType.WHOLE),
            new Column("stochastic_run", ColumnType.WHOLE));

    private static final String SAMPLE = "sample";
    private static final String NO_ID = "NA"; // of samples: the last two columns tell them apart
    private static final String ONLY_RUN = "1"; // of its group in its scenario

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
                            NO_ID,
                            Numbers.file(value),
                            Long.toString(group(run.task())),
                            ONLY_RUN));
                }
            }
        }
    }

    private String scenario(Task task) {
        Experiment experiment = headings.experiment();
        String point = experiment.design().size() == 1 ? "" : "-" + task.point();
        return experiment.base().name() + "-" + headings.arm(task) + point;
    }

    private long group(Task task) {
        TaskSpace tasks = headings.experiment().tasks();
        boolean shared = headings.experiment().luck() == Luck.SHARED;
        return 1 + (shared ? task.replication() : (long) task.replication() * tasks.cells() + tasks.cell(task));
    }
}
