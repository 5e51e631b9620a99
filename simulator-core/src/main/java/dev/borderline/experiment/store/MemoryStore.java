package dev.borderline.experiment.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A store in memory, for few runs. */
public final class MemoryStore implements RunStore {
    private final TaskSpace tasks;
    private final @Nullable RunRecord[] runs; // by rank
    private @Nullable RunSchema layout;
    private final RunCounts counts = new RunCounts();

    /** An empty store for these tasks. */
    public MemoryStore(TaskSpace tasks) {
        this.tasks = tasks;
        runs = new @Nullable RunRecord[tasks.size()];
    }

    @Override
    public TaskSpace tasks() {
        return tasks;
    }

    @Override
    public synchronized boolean contains(Task task) {
        return counts.contains(tasks.rank(task));
    }

    @Override
    public synchronized boolean failed(Task task) {
        return counts.failed(tasks.rank(task));
    }

    @Override
    public synchronized int size() {
        return counts.size();
    }

    @Override
    public synchronized int failures() {
        return counts.failures();
    }

    @Override
    public synchronized @Nullable RunSchema layout() {
        return layout;
    }

    @Override
    public synchronized void append(RunRecord run) {
        int rank = tasks.rank(run.task());
        counts.checkNew(rank, run.task());
        counts.put(rank, run instanceof FailedRun);
        runs[rank] = run;
        layout = run instanceof FinishedRun finished ? finished.layout() : layout;
    }

    @Override
    public @Nullable RunRecord find(Task task) {
        return at(tasks.rank(task));
    }

    @Override
    public void forEach(RunStore.Visitor visitor) throws IOException {
        for (int rank = 0; rank < runs.length; rank++) {
            RunRecord run = at(rank);
            if (run != null) {
                visitor.accept(run);
            }
        }
    }

    private synchronized @Nullable RunRecord at(int rank) {
        return runs[rank];
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
