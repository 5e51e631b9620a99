package dev.borderline.experiment;

import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.observe.Probe;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import dev.borderline.simulation.Simulation.RunLimits;
import dev.borderline.text.GuardedFiles;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Long runs that outlive their process. Each is saved at the turn of a month once it has gone on for a while since the last time, and
 * begun again from its file where there is one. A file goes when its run has ended. One that cannot be read, is damaged or was written
 * by another build is passed over, and the run begins at its start; where none can be written the run goes on without. Links are not
 * followed, neither of the folder nor of a file in it.
 *
 * <p>Thread-safe for different tasks.
 */
public final class SavedRuns {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Path folder;
    private final long everyNanos;
    private final TaskSpace tasks;

    /** The saved runs in a folder, to be looked at. */
    public static SavedRuns in(Path folder, TaskSpace tasks) {
        return new SavedRuns(folder, Duration.ofSeconds(Long.MAX_VALUE / NANOS_PER_SECOND), tasks);
    }

    /** Saves in a folder, made when it is needed, after so much time each. */
    SavedRuns(Path folder, Duration every, TaskSpace tasks) {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("runs cannot be saved every " + every + "; it must be above 0");
        }
        this.folder = folder;
        everyNanos = every.toNanos();
        this.tasks = tasks;
    }

    /** Makes the run of a task, from where it was saved last. */
    RunResult run(Task task, Simulation simulation, RunKey key, RunLimits limits) {
        Path file = file(task);
        RunInProgress run = begun(file, simulation, key, limits);
        long saved = System.nanoTime();
        boolean isSaving = true;
        while (run.date().isBefore(simulation.period().end())) {
            run.runUntil(run.date().plusMonths(1));
            if (isSaving && System.nanoTime() - saved >= everyNanos) {
                isSaving = save(run, file);
                saved = System.nanoTime();
            }
        }
        RunResult result = run.finish();
        delete(file);
        return result;
    }

    /**
     * The run of a task, to be heard from a date on. Where it was saved before that, it begins there; else at its start.
     *
     * @param probe makes a listener; what it hears before the date does not count
     */
    public RunInProgress before(LocalDate date, Task task, Simulation simulation, RunKey key, Supplier<Probe> probe) {
        Path file = file(task);
        if (isThere()) {
            try {
                RunInProgress saved = simulation.resumeFrom(file, probe.get());
                if (saved.key().equals(key) && !saved.date().isAfter(date)) {
                    return saved;
                }
            } catch (IOException | InvalidInput | IllegalArgumentException unusable) {
                // It is then begun at its start.
            }
        }
        return simulation.start(key, probe.get());
    }

    /** File in which the run of a task is saved. */
    Path file(Task task) {
        return folder.resolve("run-" + tasks.rank(task) + ".saved");
    }

    private boolean isThere() {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private RunInProgress begun(Path file, Simulation simulation, RunKey key, RunLimits limits) {
        if (isThere()) {
            try {
                RunInProgress saved = simulation.resumeFrom(file, limits);
                if (saved.key().equals(key)) {
                    return saved;
                }
            } catch (IOException | InvalidInput | IllegalArgumentException unusable) {
                // The run is then made from its start, and its file replaced.
            }
        }
        return simulation.start(key, limits);
    }

    private boolean save(RunInProgress run, Path file) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            GuardedFiles.makeFolder(folder);
            run.save(file);
            return true;
        } catch (IOException | IllegalStateException impossible) {
            return false; // no room, or somebody in the run remembers what nobody knows of
        }
    }

    /** The folder goes with the last file. */
    private void delete(Path file) {
        try {
            if (isThere() && Files.deleteIfExists(file)) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException stays) {
            // It does no harm: its run is in the store and will not be asked for.
        }
    }
}
