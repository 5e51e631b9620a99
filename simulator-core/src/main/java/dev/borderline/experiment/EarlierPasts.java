package dev.borderline.experiment;

import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.RunSnapshot;
import dev.borderline.simulation.Simulation;
import dev.borderline.simulation.Simulation.RunLimits;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pasts of earlier runs. For experiments made one after another whose scenarios part at a date, as the points of a search that varies
 * dated moves alone. Of each replication one snapshot is kept: where two of its scenarios parted first. Runs go
 * on from there if they are the same until then, and are made from their start else; results are those of runs made alone. Snapshots
 * take at most an eighth of the memory. Thread-safe.
 */
final class EarlierPasts {
    private final Map<RunKey, Known> known = new LinkedHashMap<>();
    private int resumed;

    /** The last run of a replication that was made from its start, and a snapshot of it. */
    private record Known(Simulation simulation, @Nullable RunSnapshot snapshot) {
        long bytes() {
            return snapshot == null ? 0 : snapshot.bytes();
        }
    }

    /** Runs that went on from an earlier one so far. */
    synchronized int resumed() {
        return resumed;
    }

    RunResult run(Simulation simulation, RunKey key, RunLimits limits) {
        Known before = known(key);
        LocalDate parting = before == null ? simulation.period().start() : parting(simulation, before);
        if (!parting.isAfter(simulation.period().start())) {
            keep(key, new Known(simulation, null));
            return simulation.run(key, limits);
        }
        RunSnapshot snapshot = before == null ? null : before.snapshot();
        if (snapshot != null && snapshot.date().equals(parting)) {
            countResumed();
            return snapshot.resume(simulation, limits).finish();
        }
        RunInProgress run = simulation.start(key, limits);
        run.runUntil(parting);
        keep(key, new Known(simulation, snapshot(run)));
        return run.finish();
    }

    /** Nothing where somebody in the run remembers what nobody knows of. */
    private static @Nullable RunSnapshot snapshot(RunInProgress run) {
        try {
            return run.snapshot();
        } catch (IllegalStateException notDeclared) {
            return null;
        }
    }

    /** The first day on which a run differs from those before, as far as that is known. */
    private static LocalDate parting(Simulation simulation, Known before) {
        LocalDate parting = simulation.sharedUntil(before.simulation());
        RunSnapshot snapshot = before.snapshot();
        return snapshot != null && snapshot.date().isBefore(parting) ? snapshot.date() : parting;
    }

    private synchronized @Nullable Known known(RunKey key) {
        return known.get(key);
    }

    private synchronized void countResumed() {
        resumed++;
    }

    /** Keeps what is known of a replication, without its snapshot where the memory is used up. */
    private synchronized void keep(RunKey key, Known latest) {
        known.remove(key);
        long held = known.values().stream().mapToLong(Known::bytes).sum();
        boolean hasRoom = held + latest.bytes() <= Runtime.getRuntime().maxMemory() / SharedPasts.MEMORY_SHARE;
        known.put(key, hasRoom ? latest : new Known(latest.simulation(), null));
    }
}
