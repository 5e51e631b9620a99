package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.text.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * {@code _SUCCESS}: says that a folder is finished, and of what and from how much, so that finished work is not done again. It
 * holds as long as the experiment is the same and no file has been changed, cut or deleted since.
 */
final class Seal {
    /** Name of the file. */
    static final String FILE = "_SUCCESS";

    private static final List<String> OF_SHARD = List.of(ResultFiles.DESIGN, Manifest.FILE);
    private static final List<String> OF_WHOLE =
            List.of(ResultFiles.DESIGN, ResultFiles.RUNS, ResultFiles.SUMMARY, ResultFiles.YEARLY, Manifest.FILE);

    private final Path folder;
    private final Sweep sweep;
    private final List<String> files;

    Seal(Path folder, Sweep sweep) {
        this.folder = folder;
        this.sweep = sweep;
        files = sweep.shard().isWhole() ? OF_WHOLE : OF_SHARD;
    }

    /** Seals the folder as it is. */
    void put() throws IOException {
        AtomicFile.write(folder.resolve(FILE), text());
    }

    /** Breaks the seal, if there is one. */
    void remove() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Whether there is a seal and all is as it was when it was put. */
    boolean holds() throws IOException {
        Path seal = folder.resolve(FILE);
        if (!Files.exists(seal) || !Files.readString(seal).equals(text())) {
            return false;
        }
        FileTime sealed = Files.getLastModifiedTime(seal);
        for (String file : files) {
            if (Files.getLastModifiedTime(folder.resolve(file)).compareTo(sealed) > 0) {
                return false;
            }
        }
        return true;
    }

    private String text() throws IOException {
        Experiment experiment = sweep.experiment();
        StringBuilder text = new StringBuilder();
        text.append("experiment ").append(experiment.sha256()).append('\n');
        text.append("shard ").append(sweep.shard()).append('\n');
        text.append("replications ").append(experiment.replications()).append('\n');
        experiment
                .stopping()
                .ifPresent(rule -> text.append("until ").append(rule).append('\n'));
        text.append("outcomes ").append(String.join(",", experiment.outcomes())).append('\n');
        text.append(ResultFolder.JOURNAL)
                .append(' ')
                .append(bytes(ResultFolder.JOURNAL))
                .append('\n');
        for (String file : files) {
            text.append(file).append(' ').append(bytes(file)).append('\n');
        }
        return text.toString();
    }

    private long bytes(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.size(path) : -1;
    }
}
