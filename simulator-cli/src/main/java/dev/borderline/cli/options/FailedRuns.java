package dev.borderline.cli.options;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The runs of a store that broke off.
 *
 * @param runs in the order of the store
 * @param armsWithRuns arms that have runs which ended
 */
public record FailedRuns(List<FailedRun> runs, Set<Integer> armsWithRuns) {
    public FailedRuns {
        runs = List.copyOf(runs);
        armsWithRuns = Collections.unmodifiableSet(new TreeSet<>(armsWithRuns));
    }

    public static FailedRuns of(RunStore store) throws IOException {
        List<FailedRun> runs = new ArrayList<>();
        Set<Integer> armsWithRuns = new TreeSet<>();
        store.forEach(run -> {
            if (run instanceof FailedRun failed) {
                runs.add(failed);
            } else {
                armsWithRuns.add(run.task().arm());
            }
        });
        return new FailedRuns(runs, armsWithRuns);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Message about each failed run. */
    public List<String> notes() {
        return runs.stream().map(FailedRuns::note).toList();
    }

    /** Message about a failed run. */
    public static String note(FailedRun failed) {
        return failed.message() + "; repeat it with: " + Resume.repeating(failed);
    }

    /** True if some arm of an experiment with one point has no run that ended. */
    public boolean leaveAnArmEmpty(Experiment experiment) {
        return armsWithRuns.size() < experiment.arms().size();
    }
}
