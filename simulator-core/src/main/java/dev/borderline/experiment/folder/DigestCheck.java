package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Stopping;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.ReproductionReport.Finding;
import dev.borderline.experiment.folder.ReproductionReport.Finding.Kind;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Check of digests: a manifest has that of every run that is wanted, its journal the run of each. */
final class DigestCheck {
    private final Path folder;
    private final Sweep sweep;
    private final SavedDigests digests;
    private final List<Finding> findings = new ArrayList<>();

    DigestCheck(Path folder, Sweep sweep, SavedDigests digests) {
        this.folder = folder;
        this.sweep = sweep;
        this.digests = digests;
    }

    /** Differences, the first run of each sort. */
    List<Finding> findings() {
        return findings;
    }

    /** Compares them; {@code runs} is null where there is no journal. */
    void check(ManifestDigests recorded, @Nullable RunStore runs) throws IOException {
        missing(runs);
        if (recorded.done() != digests.ranks().size()) {
            manifest("says that " + recorded.done() + " runs are done, and has the digests of "
                    + digests.ranks().size());
        }
        if (runs != null) {
            records(runs);
        }
    }

    private void manifest(String message) {
        findings.add(Finding.of(Kind.DIGEST, folder.resolve(Manifest.FILE).toString(), message));
    }

    /** With a stopping rule the runs say which are wanted; without them it may be any number. */
    private void missing(@Nullable RunStore runs) throws IOException {
        Experiment experiment = sweep.experiment();
        boolean known = runs != null || experiment.stopping().isEmpty();
        TaskSpace tasks = experiment.tasks();
        Stopping stopping = runs == null ? Stopping.fixed(tasks) : Stopping.of(experiment, runs);
        int missing = 0;
        Task first = null;
        for (int rank = 0; known && rank < tasks.size(); rank++) {
            Task task = tasks.ofRank(rank);
            boolean wanted = stopping.isWanted(task) && sweep.shard().contains(tasks, task);
            if (wanted && digests.digest(task) == null) {
                missing++;
                first = first == null ? task : first;
            }
        }
        if (first != null) {
            manifest("has no digest of " + missing + (missing == 1 ? " run" : " runs")
                    + " that the sweep has, the first is " + named(experiment, first));
        }
    }

    /** The first record of the journal that is not the one of the manifest, or is missing. */
    private void records(RunStore runs) throws IOException {
        for (int rank : digests.ranks()) {
            Task task = sweep.experiment().tasks().ofRank(rank);
            RunRecord run = runs.find(task);
            if (run == null || !run.digest().equals(digests.digest(task))) {
                String file = folder.resolve(ResultFolder.JOURNAL).toString();
                String what = run == null ? "lacks " : "holds another record than the manifest's of ";
                findings.add(Finding.of(Kind.RECORD, file, what + named(sweep.experiment(), task)));
                return;
            }
            String fingerprint = run instanceof FinishedRun finished ? finished.fingerprint() : null;
            if (!Objects.equals(fingerprint, digests.fingerprint(task))) {
                manifest("has another fingerprint than the journal of " + named(sweep.experiment(), task));
                return;
            }
        }
    }

    /** A run as findings call it. */
    static String named(Experiment experiment, Task task) {
        return "point " + task.point() + ", arm " + experiment.arms().get(task.arm()) + ", replication "
                + task.replication();
    }
}
