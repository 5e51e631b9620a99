package dev.borderline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.Runner;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Result folders made on threads, and how they are held against one another. */
final class Folders {
    private static final List<String> TABLES = List.of("design.csv", "runs.csv", "summary.csv", "yearly.csv");
    private static final Pattern TIMES = Pattern.compile("\"(started|finished)\": [^\\n]*\\n");
    private static final Program PROGRAM = Version.asProgram();

    private Folders() {}

    /** Way in which runs are made. */
    @FunctionalInterface
    interface Work {
        void with(Runner runner) throws IOException;
    }

    /** Fills a folder with the runs that {@code work} makes, and finishes it. */
    static void fill(Path path, SweepText text, Work work) throws IOException {
        ResultFolder folder = new ResultFolder(path);
        try (Journal store = folder.open(text.sweep(), PROGRAM)) {
            work.with(Runner.of(text.experiment(), store).repeatWith(text::repeat));
            folder.write(text.sweep(), PROGRAM, store);
        }
    }

    /** Checks that a folder has all that another has, to the byte, but for the times. */
    static void assertSame(Path expected, Path folder) throws IOException {
        for (String table : TABLES) {
            assertThat(folder.resolve(table)).hasSameBinaryContentAs(expected.resolve(table));
        }
        assertThat(manifest(folder)).isEqualTo(manifest(expected)).contains("\"digests\"", "\"fingerprints\"");
        assertThat(Files.exists(folder.resolve("_SUCCESS"))).isEqualTo(Files.exists(expected.resolve("_SUCCESS")));
    }

    private static String manifest(Path folder) throws IOException {
        return TIMES.matcher(Files.readString(folder.resolve("manifest.json"))).replaceAll("");
    }
}
