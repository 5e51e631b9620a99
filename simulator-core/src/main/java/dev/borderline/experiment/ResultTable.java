package dev.borderline.experiment;

import dev.borderline.text.Csv;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A CSV file under construction, made from all records in order. It takes its place when {@link #finish} has been called. */
abstract class ResultTable implements RunVisitor, Closeable {
    private final AtomicFile file;

    ResultTable(Path path) throws IOException {
        file = AtomicFile.create(path);
    }

    /** Adds a line. */
    final void line(List<String> fields) throws IOException {
        file.append(Csv.record(fields.toArray(new String[0])));
    }

    /** Ends the file and puts it in its place. */
    void finish() throws IOException {
        file.commit();
    }

    @Override
    public final void close() throws IOException {
        file.close();
    }
}
