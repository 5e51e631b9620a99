package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.store.FolderLock;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.JournalHead;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.experiment.store.WriterInfo;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.model.Catalog;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.IoMessages;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Result folder, which keeps the runs of one sweep. The journal, the manifest and the design are there from the start; the tables
 * are written from the journal when all is done.
 */
public final class ResultFolder {
    /** Name of the journal. */
    public static final String JOURNAL = "runs.journal";

    /** Name of the file that tells a finished folder. All runs are there, none failed and the tables are written. */
    public static final String SUCCESS = SuccessMarker.FILE;

    private static final int BYTES_PER_RUN_MAX = 32; // a place, some bits, and room for the rest

    private static final String BEGUN = "." + JOURNAL;

    private final Path path;

    /** The folder at a path, whether it is there or not. */
    public ResultFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** A sweep whose shard is cut as that which the folder holds already, if it is the same one. */
    public Sweep asBegun(Sweep sweep) throws IOException {
        Shard shard = sweep.shard();
        if (shard.isWhole() || !GuardedFiles.isThere(path.resolve(Manifest.FILE))) {
            return sweep;
        }
        Shard present = SavedSweep.shard(path);
        return present.toString().equals(shard.toString()) ? sweep.with(present) : sweep;
    }

    /**
     * Opens the runs of a sweep for adding to them, making the folder if there is none.
     *
     * @throws StoreRefused if the folder holds something else, or another process adds to it
     */
    public Journal open(Sweep sweep, Program program) throws IOException {
        refuseOtherContents();
        refuseOtherShard(sweep.shard());
        Experiment experiment = sweep.experiment();
        Journal journal = journal(experiment, program);
        try {
            SuccessMarker seal = new SuccessMarker(path, sweep);
            if (!seal.holds()) {
                seal.remove();
                ResultFiles.writeDesign(path, experiment);
                Manifest.write(path, sweep, journal, SavedSweep.Facts.here(program, started(), null));
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private Journal journal(Experiment experiment, Program program) throws IOException {
        JournalHead head = new JournalHead(experiment.sha256(), program.build());
        Path journal = path.resolve(JOURNAL);
        refuseOtherJournal(experiment);
        try {
            Files.createDirectories(path);
            return Journal.open(journal, head, experiment.tasks());
        } catch (FileSystemException e) {
            throw unwritable(e);
        } catch (IOException e) {
            if (e.getCause() instanceof FileSystemException || e.getCause() instanceof FileNotFoundException) {
                throw unwritable((IOException) e.getCause());
            }
            throw e;
        }
    }

    private StoreRefused unwritable(IOException refusal) {
        return new StoreRefused(
                path + " cannot be written to (" + IoMessages.of(refusal) + "); name another folder with --out");
    }

    /** Says in what the experiment of the journal differs, as far as the manifest tells. */
    private void refuseOtherJournal(Experiment experiment) throws IOException {
        Path journal = path.resolve(JOURNAL);
        if (GuardedFiles.isThere(journal)
                && !JournalHead.read(journal).head().experiment().equals(experiment.sha256())) {
            throw OtherExperiment.refusal(path, experiment);
        }
    }

    private void refuseOtherContents() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StoreRefused(path + " is a file, not a folder: name another with --out");
        }
        if (!GuardedFiles.isThere(path.resolve(JOURNAL)) && !isEmpty()) {
            throw new StoreRefused(path + " holds other files and no runs: name another folder with --out");
        }
    }

    /** A folder of a shard may become that of the whole sweep, but not of another shard. */
    private void refuseOtherShard(Shard shard) throws IOException {
        if (shard.isWhole() || !GuardedFiles.isThere(path.resolve(Manifest.FILE))) {
            return;
        }
        Shard present = SavedSweep.shard(path);
        if (!present.equals(shard)) {
            String held = present.isWhole() ? "a sweep as a whole" : "shard " + present;
            String cut = present.toString().equals(shard.toString()) ? ", which is cut otherwise" : "";
            throw new StoreRefused(
                    path + " holds " + held + ": name another folder for shard " + shard + cut + " with --out");
        }
    }

    /** A process that died before there was a journal may have left a lock and half a journal's head. */
    private boolean isEmpty() throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.getFileName().toString().startsWith(BEGUN));
        }
    }

    /** Begin of the work: the first time, if the manifest tells. */
    private Instant started() {
        try {
            return SavedSweep.started(path);
        } catch (IOException e) {
            return Instant.now();
        }
    }

    /** Description that the folder gives of itself. */
    public SavedSweep saved(Catalog catalog) throws IOException {
        return SavedSweep.read(path, catalog);
    }

    /** The experiment that the folder says it is of; whether its digest is that of the manifest is not checked. */
    public Experiment experiment(Catalog catalog) throws IOException {
        return SavedSweep.unverified(path, catalog).sweep().experiment();
    }

    /**
     * Opens the runs to look at them, also while they are added to.
     *
     * @throws StoreRefused if the journal is of another experiment, or of another program than the manifest says
     */
    public Journal read(Experiment experiment) throws IOException {
        return read(experiment, SavedSweep.facts(path).program());
    }

    /** As {@link #read(Experiment)}, of a program that is known. */
    public Journal read(Experiment experiment, Program program) throws IOException {
        Path journal = path.resolve(JOURNAL);
        if (!GuardedFiles.isThere(journal)) {
            throw new StoreRefused(path + " holds no " + JOURNAL + ": is it the folder of a sweep?");
        }
        refuseOtherJournal(experiment);
        refuseTooMany(experiment.tasks());
        Journal runs = Journal.read(journal, new JournalHead(experiment.sha256(), program.build()), experiment.tasks());
        try {
            refuseUnknownOutcomes(experiment, runs);
            return runs;
        } catch (StoreRefused e) {
            runs.close();
            throw e;
        }
    }

    /** A manifest may ask for any number of runs, and each takes some bytes whether it is there or not. */
    private void refuseTooMany(TaskSpace tasks) throws StoreRefused {
        long most = Runtime.getRuntime().maxMemory() / BYTES_PER_RUN_MAX;
        if (tasks.size() > most) {
            throw new StoreRefused(path.resolve(Manifest.FILE) + " asks for " + tasks.size()
                    + " runs, more than this program has memory for; give it more with -Xmx");
        }
    }

    /** Outcomes are no part of what the digest of an experiment is taken of, so a manifest may name any. */
    private void refuseUnknownOutcomes(Experiment experiment, Journal runs) throws StoreRefused {
        RunSchema layout = runs.layout();
        if (layout == null) {
            return;
        }
        Stream<String> goals = experiment.stopping().stream()
                .flatMap(rule -> rule.goals().stream().map(StoppingRule.Goal::measure));
        for (String outcome :
                Stream.concat(experiment.outcomes().stream(), goals).toList()) {
            try {
                layout.index(outcome);
            } catch (IllegalArgumentException e) {
                throw new StoreRefused(
                        path.resolve(Manifest.FILE) + " asks for what the runs do not have: " + e.getMessage());
            }
        }
    }

    /** Process that adds to the runs at this moment. */
    public Optional<WriterInfo> writer() throws IOException {
        Path journal = path.resolve(JOURNAL);
        return FolderLock.isHeld(journal) ? WriterInfo.read(journal) : Optional.empty();
    }

    /**
     * Writes what is made of all runs of the sweep, if it is not there already. The tables, unless it is one shard of many, and
     * the manifest.
     */
    public void write(Sweep sweep, Program program, RunStore runs) throws IOException {
        SuccessMarker seal = new SuccessMarker(path, sweep);
        if (seal.holds()) {
            return;
        }
        try {
            writeAll(sweep, program, sweep.experiment().shown(runs));
        } catch (StoreRefused e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage() + "; all runs are kept: once that is mended, the same command writes the rest", e);
        }
        if (runs.failures() == 0) {
            seal.put();
        }
    }

    private void writeAll(Sweep sweep, Program program, RunStore store) throws IOException {
        if (sweep.shard().isWhole()) {
            ResultFiles.write(path, sweep.experiment(), store);
        } else {
            ResultFiles.writeFailures(path, sweep.experiment(), store);
        }
        Manifest.write(path, sweep, store, SavedSweep.Facts.here(program, started(), Instant.now()));
    }
}
