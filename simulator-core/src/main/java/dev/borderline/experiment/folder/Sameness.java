package dev.borderline.experiment.folder;

import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Comparison of runs made again with what a folder has of them. Those of which nothing can be said are counted. Thread-safe. */
final class Sameness {
    private final SavedDigests digests;
    private final @Nullable Journal journal;
    private final long eventsMost;
    private final AtomicInteger atALimit = new AtomicInteger();
    private final AtomicInteger withoutReason = new AtomicInteger();

    /** A comparison with these digests; {@code eventsMost} is the limit set now. */
    Sameness(SavedDigests digests, @Nullable Journal journal, long eventsMost) {
        this.digests = digests;
        this.journal = journal;
        this.eventsMost = eventsMost;
    }

    /** False if the run is not the one that was kept; true also where that cannot be told. */
    boolean isNotOther(RunRecord run) {
        if (run instanceof FinishedRun) {
            return run.digest().equals(digests.digest(run.task()));
        }
        return isNotOther((FailedRun) run);
    }

    /** A run that broke off is the same if it breaks off again with the same message. Its record also has a command. */
    private boolean isNotOther(FailedRun run) {
        FailedRun before = before(run.task());
        if (before != null && before.message().equals(run.message())) {
            return true;
        }
        if (LimitedRuns.isAt(eventsMost, run)) {
            atALimit.incrementAndGet();
            return true;
        }
        boolean brokeOff = digests.fingerprint(run.task()) == null;
        if (brokeOff && journal == null) {
            withoutReason.incrementAndGet();
            return true;
        }
        return false;
    }

    private @Nullable FailedRun before(Task task) {
        try {
            return journal != null && journal.find(task) instanceof FailedRun failed ? failed : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs that could not be compared, and the reasons. */
    List<String> unchecked() {
        List<String> unchecked = new ArrayList<>();
        if (atALimit.get() > 0) {
            unchecked.add(counted(atALimit.get()) + " that did not end within the limits set now");
        }
        if (withoutReason.get() > 0) {
            unchecked.add("why " + counted(withoutReason.get()) + " broke off: there is no " + ResultFolder.JOURNAL);
        }
        return unchecked;
    }

    /** Such as {@code 2 runs}. */
    static String counted(int runs) {
        return runs + (runs == 1 ? " run" : " runs");
    }
}
