package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A queue that holds back runs whose past is being simulated by another, and gives out others meanwhile. It holds back at most {@value
 * #HELD_MAX}; beyond that runs wait for the end of others. Guarded by its owner, but for {@link #onReady}.
 */
final class SharingQueue implements TaskQueue {
    private static final int HELD_MAX = 4096;

    private final TaskQueue queue;
    private final SharedPasts pasts;
    private final double meanWork;
    private final Deque<Task> held = new ArrayDeque<>();

    SharingQueue(TaskQueue queue, SharedPasts pasts) {
        this.queue = queue;
        this.pasts = pasts;
        meanWork = pasts.meanWork();
    }

    @Override
    public @Nullable Task next() {
        for (Iterator<Task> waiting = held.iterator(); waiting.hasNext(); ) {
            Task task = waiting.next();
            if (!pasts.isToWait(task)) {
                waiting.remove();
                return begun(task);
            }
        }
        while (held.size() < HELD_MAX) {
            Task task = queue.next();
            if (task == null) {
                return null;
            }
            if (!pasts.isToWait(task)) {
                return begun(task);
            }
            held.add(task);
        }
        return null;
    }

    private Task begun(Task task) {
        pasts.begin(task);
        return task;
    }

    @Override
    public boolean mayGrow() {
        return !held.isEmpty() || queue.mayGrow();
    }

    @Override
    public void ended(RunRecord run) {
        queue.ended(run);
    }

    @Override
    public void onReady(Runnable told) {
        pasts.onReady(told);
    }

    @Override
    public int total() {
        return queue.total();
    }

    @Override
    public double meanWork() {
        return meanWork;
    }

    @Override
    public double work(Task task) {
        return pasts.work(task);
    }

    @Override
    public int doneBefore() {
        return queue.doneBefore();
    }

    @Override
    public int failedBefore() {
        return queue.failedBefore();
    }
}
