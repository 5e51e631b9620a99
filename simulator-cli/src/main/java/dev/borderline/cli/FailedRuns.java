package dev.borderline.cli;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.FailedRun;
import dev.borderline.experiment.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of a store that broke off.
 *
 * @param runs in the order of the store
 */
record FailedRuns(List<FailedRun> runs) {
    FailedRuns {
        runs = List.copyOf(runs);
    }

    static FailedRuns of(RunStore store) throws IOException {
        List<FailedRun> runs = new ArrayList<>();
        store.forEach(run -> {
            if (run instanceof FailedRun failed) {
                runs.add(failed);
            }
        });
        return new FailedRuns(runs);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** What to tell a person of each. */
    List<String> notes() {
        return runs.stream()
                .map(failed -> failed.message() + "; repeat it with: " + failed.command())
                .toList();
    }

    /** Whether some arm of an experiment with one point has no run that ended. */
    boolean leaveAnArmEmpty(Experiment experiment) {
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            int index = arm;
            long failed = runs.stream().filter(run -> run.task().arm() == index).count();
            if (failed == experiment.replications()) {
                return true;
            }
        }
        return false;
    }
}
