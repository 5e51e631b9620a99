package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;

/** Function that makes a run of a task. Called from several threads at once; equal tasks give equal records. */
@FunctionalInterface
public interface RunFunction {
    /** Runs a task. What it throws is recorded as the failure of that run, except an {@link Error}, which ends the sweep. */
    RunRecord run(Task task);
}
