package dev.borderline.experiment.table;

import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.Csv;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;

/** A CSV table under construction, made from all records in order; whole when {@link #finish} has been called. */
abstract class ResultTable implements RunStore.Visitor {
    private final TextSink out;

    ResultTable(TextSink out) {
        this.out = out;
    }

    /** Adds a line. */
    final void line(List<String> fields) throws IOException {
        out.append(Csv.record(fields.toArray(new String[0])));
    }

    /** Adds lines as they are. */
    final void text(String lines) throws IOException {
        out.append(lines);
    }

    /** Adds what can be said only when all records were there. */
    void finish() throws IOException {}
}
