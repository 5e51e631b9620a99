package dev.borderline.cli.explain;

import dev.borderline.experiment.table.Column;
import dev.borderline.experiment.table.Column.ColumnType;
import dev.borderline.observe.Trace;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Rows of a trace as CSV. */
final class TraceCsv implements Consumer<Trace.Row> {
    /** Its columns. */
    static final List<Column> COLUMNS = List.of(
            new Column("time", ColumnType.TIME),
            new Column("what", ColumnType.TEXT),
            new Column("name", ColumnType.TEXT),
            new Column("of", ColumnType.TEXT),
            new Column("subject", ColumnType.WHOLE),
            new Column("occurrence", ColumnType.WHOLE),
            new Column("lane", ColumnType.WHOLE),
            new Column("outcome", ColumnType.WHOLE),
            new Column("uniform", ColumnType.NUMBER),
            new Column("probability", ColumnType.NUMBER),
            new Column("value", ColumnType.NUMBER));

    private final TextSink out;
    private final Instant start;
    private long rows;

    /** Writes the heading. */
    TraceCsv(TextSink out, LocalDate start) {
        this.out = out;
        this.start = start.atStartOfDay(ZoneOffset.UTC).toInstant();
        write(COLUMNS.stream().map(Column::name).toArray(String[]::new));
    }

    @Override
    public void accept(Trace.Row row) {
        rows++;
        write(
                start.plusMillis(row.time()).toString(),
                row.what().name().toLowerCase(Locale.ROOT),
                row.name(),
                row.of(),
                Long.toString(row.subject()),
                Integer.toString(row.occurrence()),
                Integer.toString(row.lane()),
                Integer.toString(row.outcome()),
                Numbers.fileOrEmpty(row.uniform()),
                Numbers.fileOrEmpty(row.probability()),
                Numbers.fileOrEmpty(row.value()));
    }

    /** Rows written, without the heading. */
    long rows() {
        return rows;
    }

    private void write(String... fields) {
        try {
            out.append(Csv.record(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
