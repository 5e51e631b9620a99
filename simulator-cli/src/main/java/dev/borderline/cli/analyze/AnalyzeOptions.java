package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Refusal;
import dev.borderline.text.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of all analyses. */
final class AnalyzeOptions {
    @Parameters(paramLabel = "DIR", description = "Folder of a finished sweep.")
    private Path folder = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the files of the analysis (default: that of the sweep).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object instead of the tables.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No remarks.")
    private boolean quiet;

    Study study() throws IOException {
        return Study.in(folder);
    }

    /** Keeps both forms of an analysis and prints one. */
    void deliver(Console console, AnalysisText text) throws IOException {
        Path target = out == null ? folder : out;
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target)) {
            throw new Refusal(target + " is no folder: name another with --out");
        }
        Files.createDirectories(target);
        String name = "analysis-" + text.kind();
        AtomicFile.write(target.resolve(name + ".json"), text.json() + "\n");
        AtomicFile.write(target.resolve(name + ".csv"), text.csv());
        if (json) {
            console.out().println(text.json());
        } else {
            text.lines().forEach(line -> console.out().println(heading(line) ? console.bold(line) : line));
        }
        if (!quiet) {
            console.note("kept as " + target.resolve(name) + ".json and .csv");
        }
    }

    private static boolean heading(String line) {
        return line.endsWith(":") && !line.startsWith(" ");
    }
}
