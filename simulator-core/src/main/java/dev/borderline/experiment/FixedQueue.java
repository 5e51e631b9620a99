package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Queue of the wanted tasks that a store lacks, in run order. Goes through the tasks as they are asked for, so that it
 * takes no room.
 */
final class FixedQueue implements TaskQueue {
    private final RunStore store;
    private final Predicate<Task> isWanted;
    private final boolean retryFailed;
    private final TaskSpace tasks;
    private int place;
    private int total;
    private int doneBefore;
    private int failedBefore;

    FixedQueue(RunStore store, Predicate<Task> isWanted, boolean retryFailed) {
        this.store = store;
        this.isWanted = isWanted;
        this.retryFailed = retryFailed;
        tasks = store.tasks();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.inRunOrder(i);
            boolean counts = isWanted.test(task);
            total += counts ? 1 : 0;
            doneBefore += counts && !isLeft(task) ? 1 : 0;
            failedBefore += counts && store.failed(task) ? 1 : 0;
        }
    }

    private boolean isLeft(Task task) {
        return !store.contains(task) || (retryFailed && store.failed(task));
    }

    @Override
    public @Nullable Task next() {
        while (place < tasks.size()) {
            Task task = tasks.inRunOrder(place++);
            if (isWanted.test(task) && isLeft(task)) {
                return task;
            }
        }
        return null;
    }

    @Override
    public boolean mayGrow() {
        return false;
    }

    @Override
    public void ended(RunRecord run) {}

    @Override
    public int total() {
        return total;
    }

    @Override
    public int doneBefore() {
        return doneBefore;
    }

    @Override
    public int failedBefore() {
        return failedBefore;
    }
}
