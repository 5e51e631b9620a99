package dev.borderline.experiment.table;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.Column.ColumnType;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Recorder;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;

/**
 * {@code yearly.csv}: one number a line. A measure by calendar year has the first of January as its date and the group {@code
 * all}; over the whole run it has no date and the group {@code all}, {@code zone:NAME} or {@code fifth:1}, the poorest, to
 * {@code fifth:5}. Holds some outcomes, or all measures if none is named.
 */
final class YearlyTable extends ResultTable {
    private static final int YEAR_DIGITS = 4;
    private static final String ALL = "all";

    static final List<Column> COLUMNS = List.of(
            new Column("scenario", ColumnType.TEXT),
            new Column("arm", ColumnType.TEXT),
            new Column("point", ColumnType.WHOLE),
            new Column("replication", ColumnType.WHOLE),
            new Column("date", ColumnType.DATE),
            new Column("group", ColumnType.TEXT),
            new Column("metric", ColumnType.TEXT),
            new Column("value", ColumnType.NUMBER),
            new Column("unit", ColumnType.TEXT));

    private final TableColumns headings;
    private final List<String> outcomes;

    YearlyTable(TextSink out, TableColumns headings, List<String> outcomes) throws IOException {
        super(out);
        this.headings = headings;
        this.outcomes = outcomes;
        line(Column.names(COLUMNS));
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        if (run instanceof FinishedRun finished) {
            List<Measure> measures = finished.layout().measures();
            for (int i = 0; i < measures.size(); i++) {
                if (outcomes.isEmpty() || outcomes.contains(measures.get(i).name())) {
                    write(finished, i);
                }
            }
        }
    }

    private void write(FinishedRun run, int index) throws IOException {
        RunSchema layout = run.layout();
        Measure measure = layout.measures().get(index);
        for (int year = 0; year < layout.years().size(); year++) {
            String january = layout.years().get(year).substring(0, YEAR_DIGITS) + "-01-01";
            write(run.task(), measure, new Part(january, ALL, run.inYear(index, year)));
        }
        write(run.task(), measure, new Part("", ALL, run.value(index)));
        for (int zone = 0; zone < layout.zones().size(); zone++) {
            Part part = new Part("", "zone:" + layout.zones().get(zone), run.inZone(index, zone));
            write(run.task(), measure, part);
        }
        for (int fifth = 0; fifth < Recorder.FIFTHS; fifth++) {
            write(run.task(), measure, new Part("", "fifth:" + (fifth + 1), run.inFifth(index, fifth)));
        }
    }

    /** One number of a measure, and what it is of. */
    private record Part(String date, String group, double value) {}

    private void write(Task task, Measure measure, Part part) throws IOException {
        line(List.of(
                headings.experiment().base().name(),
                headings.arm(task),
                Integer.toString(task.point()),
                Integer.toString(task.replication()),
                part.date(),
                part.group(),
                measure.name(),
                Numbers.fileOrEmpty(part.value()),
                measure.unit()));
    }
}
