package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Queue of the tasks that a store lacks where a stopping rule decides the number of replications. Of the cells that lack runs the
 * one with the fewest comes first, so that an interruption leaves a balanced sample. While no cell lacks any but some are not
 * decided, the end of runs under way may bring more.
 */
final class GrowingQueue implements TaskQueue {
    private final RunStore store;
    private final TaskSpace tasks;
    private final Stopping stopping;
    private final boolean retryFailed;
    private final int[] next; // replication of each cell that is to be made next, if it is wanted
    private final TreeSet<Task> lacking =
            new TreeSet<>(Comparator.comparingInt(Task::replication).thenComparing(Comparator.naturalOrder()));
    private int doneBefore;
    private int failedBefore;

    GrowingQueue(RunStore store, Stopping stopping, boolean retryFailed) {
        this.store = store;
        this.tasks = store.tasks();
        this.stopping = stopping;
        this.retryFailed = retryFailed;
        next = new int[tasks.cells()];
        for (int cell = 0; cell < next.length; cell++) {
            for (int replication = 0; replication < stopping.wanted(cell); replication++) {
                Task task = task(cell, replication);
                doneBefore += isLeft(task) ? 0 : 1;
                failedBefore += store.failed(task) ? 1 : 0;
            }
            offer(cell);
        }
    }

    private Task task(int cell, int replication) {
        return new Task(cell / tasks.arms(), cell % tasks.arms(), replication);
    }

    private boolean isLeft(Task task) {
        return !store.contains(task) || (retryFailed && store.failed(task));
    }

    /** Puts the next run of a cell up, unless it lacks none. */
    private void offer(int cell) {
        while (next[cell] < stopping.wanted(cell)) {
            Task task = task(cell, next[cell]);
            if (isLeft(task)) {
                lacking.add(task);
                return;
            }
            next[cell]++;
        }
    }

    @Override
    public @Nullable Task next() {
        Task task = lacking.pollFirst();
        if (task != null) {
            next[tasks.cell(task)]++;
            offer(tasks.cell(task));
        }
        return task;
    }

    @Override
    public boolean mayGrow() {
        return true;
    }

    @Override
    public void ended(RunRecord run) {
        stopping.add(run);
        int first = run.task().point() * tasks.arms(); // a rule of differences may ask all arms of the point for more
        for (int cell = first; cell < first + tasks.arms(); cell++) {
            if (next[cell] < stopping.wanted(cell)) {
                offer(cell);
            }
        }
    }

    @Override
    public int total() {
        return stopping.wanted();
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
