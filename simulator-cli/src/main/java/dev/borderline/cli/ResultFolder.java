package dev.borderline.cli;

import dev.borderline.experiment.AtomicFile;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Journal;
import dev.borderline.experiment.JournalHead;
import dev.borderline.experiment.Manifest;
import dev.borderline.experiment.ResultFiles;
import dev.borderline.experiment.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.stream.Stream;

/** The folder that the runs of one experiment are kept in, and the tables written from them. */
final class ResultFolder {
    private static final String JOURNAL = "runs.journal";
    private static final String SUCCESS = "_SUCCESS";

    private final Path path;

    ResultFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Opens the store of an experiment, making the folder if there is none; refuses a folder that holds something else. */
    RunStore open(Experiment experiment) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new Refusal(path + " is a file, not a folder: name another with --out");
        }
        if (!Files.exists(path.resolve(JOURNAL)) && !isEmpty()) {
            throw new Refusal(path + " holds other files and no runs: name another folder with --out");
        }
        Files.createDirectories(path);
        JournalHead head = JournalHead.of(experiment, Version.build());
        RunStore store = Journal.open(path.resolve(JOURNAL), head, experiment.tasks());
        Files.deleteIfExists(path.resolve(SUCCESS));
        return store;
    }

    /** The work began when the journal was made. */
    private Manifest.Facts facts() throws IOException {
        Instant started = Files.readAttributes(path.resolve(JOURNAL), BasicFileAttributes.class)
                .creationTime()
                .toInstant();
        return Manifest.Facts.here(Version.program(), Version.commit(), started, Instant.now());
    }

    private boolean isEmpty() throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Writes the tables and the manifest from what the store holds. */
    void write(Experiment experiment, RunStore store) throws IOException {
        ResultFiles.write(path, experiment, store);
        String manifest = Manifest.json(experiment, store, facts());
        AtomicFile.write(path.resolve(Manifest.FILE), manifest + "\n");
        if (store.failures() == 0) {
            AtomicFile.write(path.resolve(SUCCESS), "");
        }
    }
}
