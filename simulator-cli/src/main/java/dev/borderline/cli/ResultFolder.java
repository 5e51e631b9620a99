package dev.borderline.cli;

import dev.borderline.experiment.AtomicFile;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Journal;
import dev.borderline.experiment.JournalHead;
import dev.borderline.experiment.ResultFiles;
import dev.borderline.experiment.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** The folder that the runs of one experiment are kept in, and the tables written from them. */
final class ResultFolder {
    private static final String JOURNAL = "runs.journal";
    private static final String MANIFEST = "manifest.json";
    private static final String SCENARIO = "scenario.yaml";
    private static final String SUCCESS = "_SUCCESS";

    private final Path path;

    ResultFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The manifest as it stands. */
    String manifest() throws IOException {
        return Files.readString(path.resolve(MANIFEST));
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

    private boolean isEmpty() throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Writes the tables and the manifest from what the store holds. */
    void write(SweepPlan plan, RunStore store, Instant begun) throws IOException {
        AtomicFile.write(path.resolve(SCENARIO), plan.experiment().base().toYaml());
        ResultFiles.write(path, plan.experiment(), store);
        AtomicFile.write(path.resolve(MANIFEST), Manifest.of(plan, store, begun, path));
        if (store.failures() == 0) {
            AtomicFile.write(path.resolve(SUCCESS), "");
        }
    }
}
