package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a store that an experiment with a stopping rule asks for. More may be there, from work with a fixed number or
 * another precision; they are kept and not shown, so that what is shown does not depend on what was done before.
 */
final class WantedRuns implements RunStore {
    private final RunStore store;
    private final Stopping stopping;
    private int size;
    private int failures;

    WantedRuns(RunStore store, Stopping stopping) {
        this.store = store;
        this.stopping = stopping;
        TaskSpace tasks = store.tasks();
        for (int rank = 0; rank < tasks.size(); rank++) {
            Task task = tasks.ofRank(rank);
            size += contains(task) ? 1 : 0;
            failures += failed(task) ? 1 : 0;
        }
    }

    @Override
    public TaskSpace tasks() {
        return store.tasks();
    }

    @Override
    public boolean contains(Task task) {
        return stopping.isWanted(task) && store.contains(task);
    }

    @Override
    public boolean failed(Task task) {
        return stopping.isWanted(task) && store.failed(task);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int failures() {
        return failures;
    }

    @Override
    public @Nullable RunSchema layout() {
        return store.layout();
    }

    @Override
    public void append(RunRecord run) throws IOException {
        throw new IOException("these runs are shown; runs are added to the store they come from");
    }

    @Override
    public @Nullable RunRecord find(Task task) throws IOException {
        return stopping.isWanted(task) ? store.find(task) : null;
    }

    @Override
    public void forEach(RunStore.Visitor visitor) throws IOException {
        store.forEach(run -> {
            if (stopping.isWanted(run.task())) {
                visitor.accept(run);
            }
        });
    }

    @Override
    public void flush() throws IOException {
        store.flush();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
