package dev.borderline.experiment.folder;

import dev.borderline.experiment.CellCounts;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Precision;
import dev.borderline.experiment.Stopping;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.WriterInfo;
import dev.borderline.model.Catalog;
import dev.borderline.text.GuardedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Progress of the sweep in a result folder. Reading it changes nothing in the folder and disturbs nobody who adds to it.
 *
 * @param saved what the folder is of
 * @param cells what is done, cell by cell
 * @param failures runs that failed, at most {@value #FAILURES_MAX}
 * @param writing who adds to it, and what was last heard
 * @param precisions how well the asked outcomes are known by now
 */
public record SweepStatus(
        SavedSweep saved, CellCounts cells, List<FailedRun> failures, Writing writing, List<Precision> precisions) {
    private static final int FAILURES_MAX = 1000;
    private static final double MILLIS_PER_SECOND = 1000;

    public SweepStatus {
        failures = List.copyOf(failures);
        precisions = List.copyOf(precisions);
    }

    /**
     * Process that adds to a journal.
     *
     * @param writer who does; empty if nobody does
     * @param lastWritten when the journal was last changed
     * @param runsPerSecond of the writer since it began; NaN if nobody writes or no run has ended
     * @param tornBytes at the end of the journal, of a run that was cut short; 0 while somebody writes
     * @param damagedBytes between good runs
     */
    public record Writing(
            Optional<WriterInfo> writer, Instant lastWritten, double runsPerSecond, long tornBytes, long damagedBytes) {
        private static Writing of(Path path, Journal journal, Optional<WriterInfo> writer) throws IOException {
            Instant last = GuardedFiles.lastModified(path);
            double rate = Double.NaN;
            if (writer.isPresent()) {
                double seconds =
                        Duration.between(writer.get().since(), Instant.now()).toMillis() / MILLIS_PER_SECOND;
                int ended = journal.size() - writer.get().runsThen();
                rate = seconds > 0 && ended > 0 ? ended / seconds : Double.NaN;
            }
            long torn = writer.isPresent() ? 0 : journal.tornBytes();
            return new Writing(writer, last, rate, torn, journal.damagedBytes());
        }
    }

    /** The status of a folder. */
    public static SweepStatus of(ResultFolder folder, Catalog catalog) throws IOException {
        SavedSweep saved = folder.saved(catalog);
        Experiment experiment = saved.sweep().experiment();
        Optional<WriterInfo> writer = folder.writer();
        try (Journal journal = folder.read(experiment)) {
            List<Precision> precisions = experiment.outcomes().stream()
                    .map(outcome -> new Precision(journal.tasks(), outcome))
                    .toList();
            List<FailedRun> failures = new ArrayList<>();
            journal.forEach(run -> {
                precisions.forEach(precision -> precision.add(run));
                if (run instanceof FailedRun failed && failures.size() < FAILURES_MAX) {
                    failures.add(failed);
                }
            });
            CellCounts cells = CellCounts.of(journal, saved.sweep().shard(), Stopping.of(experiment, journal));
            Writing writing = Writing.of(folder.path().resolve(ResultFolder.JOURNAL), journal, writer);
            return new SweepStatus(saved, cells, failures, writing, precisions);
        }
    }

    /** Seconds until the writer is done; NaN if nobody writes. */
    public double secondsLeft() {
        return (cells.total() - cells.done()) / writing.runsPerSecond();
    }
}
