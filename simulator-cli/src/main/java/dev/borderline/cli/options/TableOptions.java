package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command whose result is one table. */
public final class TableOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: as FILE's name ends).")
    private TableFile.@Nullable Format format;

    @Option(
            names = {"-q", "--quiet"},
            description = "No remarks.")
    private boolean quiet;

    /** Destination of the table; throws {@link Refusal}. */
    public TableFile file(Path out) {
        return TableFile.of(out, format);
    }

    /** True if a format was asked for. */
    public boolean hasFormat() {
        return format != null;
    }

    public boolean quiet() {
        return quiet;
    }
}
