package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import org.jspecify.annotations.Nullable;

/** The runs that are still to be made, in the order in which they are. Guarded by its owner. */
interface TaskQueue {
    /** The next; null if there is none, for now or for good. */
    @Nullable
    Task next();

    /** True if the end of runs under way may bring more. */
    boolean mayGrow();

    /** Sets a listener to runs that were held back and can be made before another has ended. Any thread may call it. */
    default void onReady(Runnable told) {}

    /** Takes the record of a run into account. */
    void ended(RunRecord run);

    /** Runs there are to be, as far as is known. */
    int total();

    /** Mean work of the runs left at the start, as far as is known. A run made from its start is 1. */
    default double meanWork() {
        return 1;
    }

    /** Work that the run of a task took, told once after its end. */
    default double work(Task task) {
        return 1;
    }

    /** Number of those that the store had at the start and need not be made again. */
    int doneBefore();

    /** Number of those that the store had at the start that failed. */
    int failedBefore();
}
