package dev.borderline.experiment.table;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.measure.Measure;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;

/**
 * {@code monthly.csv}: one number a line, of everyone in a calendar month, whose first day is the date. What is defined by calendar
 * year alone has no lines. Holds some outcomes, or all measures if none is named.
 */
final class MonthlyTable extends ResultTable {
    private static final String ALL = "all";
    private static final char COMMA = ',';
    private static final String FIRST_DAY = "-01";

    static final List<Column> COLUMNS = YearlyTable.COLUMNS;

    private final TableColumns headings;
    private final List<String> outcomes;

    MonthlyTable(TextSink out, TableColumns headings, List<String> outcomes) throws IOException {
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
                boolean wanted =
                        outcomes.isEmpty() || outcomes.contains(measures.get(i).name());
                if (wanted && finished.layout().hasMonths(i)) {
                    write(finished, i);
                }
            }
        }
    }

    /** There are some ten thousand lines a run, so what they share is put together once. */
    private void write(FinishedRun run, int index) throws IOException {
        RunSchema layout = run.layout();
        Measure measure = layout.measures().get(index);
        String head = joined(
                headings.experiment().base().name(),
                headings.arm(run.task()),
                Integer.toString(run.task().point()),
                Integer.toString(run.task().replication()));
        String middle = joined(ALL, measure.name());
        String unit = Csv.record(measure.unit());
        double[] values = run.byMonth(index);
        StringBuilder lines = new StringBuilder();
        for (int month = 0; month < values.length; month++) {
            lines.append(head)
                    .append(COMMA)
                    .append(layout.months().get(month))
                    .append(FIRST_DAY)
                    .append(COMMA);
            lines.append(middle)
                    .append(COMMA)
                    .append(Numbers.fileOrEmpty(values[month]))
                    .append(COMMA)
                    .append(unit);
        }
        text(lines.toString());
    }

    /** Fields as in a line, without its end. */
    private static String joined(String... fields) {
        return Csv.record(fields).stripTrailing();
    }
}
