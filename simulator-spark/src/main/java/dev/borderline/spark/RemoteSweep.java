package dev.borderline.spark;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.RunParcels;
import dev.borderline.experiment.store.Task;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep on its way to executors. Sent to each once; there the texts are read once, and all tasks share the experiment.
 * Thread-safe.
 */
final class RemoteSweep implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SweepText text;
    private final String sha256;
    private transient @Nullable RunParcels parcels; // guarded by this; null: no run was made here yet

    /** A sweep as the driver has read it. */
    RemoteSweep(SweepText text) {
        this.text = text;
        sha256 = text.experiment().sha256();
    }

    /** Makes the runs with these ranks and packs their records. */
    byte[] make(int[] ranks) {
        List<Task> tasks = new ArrayList<>();
        for (int rank : ranks) {
            tasks.add(text.experiment().tasks().ofRank(rank));
        }
        return parcels().make(tasks);
    }

    private synchronized RunParcels parcels() {
        RunParcels known = parcels;
        if (known == null) {
            refuseOther(text.experiment());
            known = RunParcels.of(text.experiment(), text::repeat);
            parcels = known;
        }
        return known;
    }

    /** The same texts are the same experiment unless the jar is another. */
    private void refuseOther(Experiment experiment) {
        if (!experiment.sha256().equals(sha256)) {
            throw new IllegalStateException("this executor reads experiment " + experiment.sha256()
                    + " where the driver reads " + sha256 + ": do both have the same jar?");
        }
    }
}
