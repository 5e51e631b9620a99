package dev.borderline.cli.serve;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunCodec;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.simulation.RunKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs that were made, by all that decides what a run gives: its scenario, as its member has it, and its key. Arms of different
 * questions share them. Bounded in bytes; those not asked for the longest go first. Thread-safe.
 */
final class RunCache {
    private static final int BYTES_BESIDE = 200; // record, key and entry

    private final Map<String, FinishedRun> runs = new LinkedHashMap<>(16, 0.75f, true);
    private final long bytesMax;
    private long bytes;
    private long made;

    RunCache(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Runs of one experiment, with the digests of its scenarios found once. */
    final class OfExperiment {
        private final Experiment experiment;
        private final Map<Task, String> scenarios = new HashMap<>(); // by point, arm and member

        OfExperiment(Experiment experiment) {
            this.experiment = experiment;
        }

        /** Puts all runs that are known into a store that is empty. */
        void fill(RunStore store) throws IOException {
            for (int rank = 0; rank < experiment.tasks().size(); rank++) {
                Task task = experiment.tasks().ofRank(rank);
                FinishedRun known = find(key(task));
                if (known != null) {
                    store.append(known.at(task));
                }
            }
        }

        void keep(FinishedRun run) {
            RunCache.this.keep(key(run.task()), run);
        }

        private synchronized String key(Task task) {
            RunKey key = experiment.key(task);
            return scenario(task) + "/" + key.seed() + "/" + key.replication();
        }

        private String scenario(Task task) {
            int member = experiment
                    .members()
                    .map(all -> all.memberOf(task.replication()))
                    .orElse(0);
            return scenarios.computeIfAbsent(
                    new Task(task.point(), task.arm(), member),
                    absent -> experiment.scenario(task).sha256());
        }
    }

    private synchronized @Nullable FinishedRun find(String key) {
        return runs.get(key);
    }

    /** Number of runs that were made and kept so far. */
    synchronized long made() {
        return made;
    }

    private synchronized void keep(String key, FinishedRun run) {
        made++;
        if (runs.put(key, run) == null) {
            bytes += size(run);
        }
        Iterator<FinishedRun> oldest = runs.values().iterator();
        while (bytes > bytesMax && oldest.hasNext()) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(FinishedRun run) {
        return RunCodec.payload(run).length + (long) BYTES_BESIDE;
    }
}
