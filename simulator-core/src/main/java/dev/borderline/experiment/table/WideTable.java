package dev.borderline.experiment.table;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.Column.ColumnType;
import dev.borderline.measure.Measure;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A line per finished run, with its scenario, its factors and some measures over the whole run. */
final class WideTable extends ResultTable {
    private final TableColumns headings;
    private final List<Integer> chosen; // columns of the headings

    WideTable(TextSink out, TableColumns headings, List<Measure> measures) throws IOException {
        super(out);
        this.headings = headings;
        chosen = measures.stream().map(headings.measures()::indexOf).toList();
        line(Column.names(columns(headings, measures)));
    }

    static List<Column> columns(TableColumns headings, List<Measure> measures) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("scenario", ColumnType.TEXT),
                new Column("arm", ColumnType.TEXT),
                new Column("point", ColumnType.WHOLE),
                new Column("replication", ColumnType.WHOLE),
                new Column("seed", ColumnType.WHOLE),
                new Column("fingerprint", ColumnType.TEXT),
                new Column("events", ColumnType.WHOLE)));
        headings.experiment().design().factors().forEach(factor -> columns.add(new Column(factor, ColumnType.NUMBER)));
        measures.forEach(measure -> columns.add(new Column(measure.name(), ColumnType.NUMBER)));
        return columns;
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        if (run instanceof FinishedRun finished) {
            Task task = run.task();
            List<String> fields = new ArrayList<>(List.of(
                    headings.experiment().base().name(),
                    headings.arm(task),
                    Integer.toString(task.point()),
                    Integer.toString(task.replication()),
                    headings.seed(task),
                    finished.fingerprint(),
                    Long.toString(finished.trace().events())));
            fields.addAll(headings.factorValues(task.point()));
            List<String> values = headings.values(finished);
            chosen.forEach(column -> fields.add(values.get(column)));
            line(fields);
        }
    }
}
