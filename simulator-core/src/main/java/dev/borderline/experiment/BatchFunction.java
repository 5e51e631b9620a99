package dev.borderline.experiment;

import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.util.List;

/** Function that makes many runs away from here, such as on a cluster of machines. */
@FunctionalInterface
public interface BatchFunction {
    /**
     * Makes the run of every task, in any order. It hands each record over once, from any threads, before it returns. What it
     * throws ends the sweep; records handed over before are kept.
     */
    void run(List<Task> tasks, RunStore.Visitor records) throws IOException;
}
