package dev.borderline.cli.options;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.table.Column;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Draft;
import dev.borderline.text.FileRefused;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.TextSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file with one table, CSV or Parquet, which appears whole or not at all. */
public final class TableFile {
    private static final String ABSENT = "NA";
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Path path;
    private final Format format;

    /** Formats of a table, as they are typed. */
    public enum Format {
        CSV,
        PARQUET;

        private boolean ends(Path file) {
            return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith("." + this);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writer of a table as CSV. */
    @FunctionalInterface
    public interface Contents {
        /** Writes all of it. */
        void writeTo(TextSink out) throws IOException;
    }

    private TableFile(Path path, Format format) {
        this.path = path;
        this.format = format;
    }

    /** The file of this name, in the format asked for or else the one its name ends in; throws {@link Refusal}. */
    static TableFile of(Path path, @Nullable Format asked) {
        if (path.equals(STANDARD_OUTPUT)) {
            if (asked == Format.PARQUET) {
                throw new Refusal("--format parquet goes into a file: name it with --out");
            }
            return new TableFile(path, Format.CSV);
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Refusal("--out " + path + ": there is no folder " + folder);
        }
        refuseOtherThanFile(path);
        if (asked != null) {
            return there(path, asked);
        }
        for (Format format : Format.values()) {
            if (format.ends(path)) {
                return there(path, format);
            }
        }
        throw new Refusal(
                "--out " + path + ": a name ending in .csv or .parquet tells what to write; else say --format");
    }

    private static TableFile there(Path path, Format format) {
        if (format == Format.PARQUET) {
            Parquet.refuseWhereAbsent();
        }
        return new TableFile(path, format);
    }

    /** A device, pipe or link is not replaced by a file, and a table cannot be moved into it as a whole. */
    private static void refuseOtherThanFile(Path path) {
        try {
            GuardedFiles.isThere(path);
        } catch (FileRefused e) {
            throw new Refusal("--out " + e.getMessage() + ", or write CSV to standard output with --out -");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if it is a file, and not standard output. */
    public boolean isFile() {
        return !path.equals(STANDARD_OUTPUT);
    }

    /** Writes the table, to the console if that is where it goes. */
    public void write(List<Column> columns, Contents contents, Console console) throws IOException {
        if (!isFile()) {
            contents.writeTo(console.out()::print);
            console.out().flush();
        } else if (format == Format.CSV) {
            writeCsv(path, contents);
        } else {
            writeParquet(columns, contents);
        }
    }

    private void writeParquet(List<Column> columns, Contents contents) throws IOException {
        try (Draft csv = Draft.of(path.resolveSibling(path.getFileName() + ".csv"))) {
            try (Writer out = new BufferedWriter(new OutputStreamWriter(csv.create(), StandardCharsets.UTF_8))) {
                contents.writeTo(out::write);
            }
            Parquet.write(csv.path(), columns, ABSENT, path);
        }
    }

    private static void writeCsv(Path file, Contents contents) throws IOException {
        try (AtomicFile csv = AtomicFile.create(file)) {
            contents.writeTo(csv);
            csv.commit();
        }
    }
}
