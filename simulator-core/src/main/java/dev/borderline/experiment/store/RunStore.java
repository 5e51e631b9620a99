package dev.borderline.experiment.store;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Store of an experiment's records. Safe for use by several threads. At most one record of each task counts: a finished run is
 * never replaced, a failed one only by a later run of the same task.
 */
public interface RunStore extends Closeable {
    /** The tasks there is room for. */
    TaskSpace tasks();

    /** True if there is a record of this task, finished or failed. */
    boolean contains(Task task);

    /** True if the record of this task says that it failed. */
    boolean failed(Task task);

    /** Number of tasks with a record. */
    int size();

    /** Number of tasks whose record says that they failed. */
    int failures();

    /** Schema of its finished runs, as of any one of them; null while there is none. */
    @Nullable
    RunSchema layout();

    /**
     * Keeps a record. When this returns, a crash of this process cannot lose it.
     *
     * @throws IllegalArgumentException if a finished run of the task is there already, or the task lies outside
     */
    void append(RunRecord run) throws IOException;

    /** The record of a task; null if there is none. */
    @Nullable
    RunRecord find(Task task) throws IOException;

    /** Shows all records, one at a time, by point, arm and replication. */
    void forEach(Visitor visitor) throws IOException;

    /** Brings all records to where a loss of power cannot reach them. */
    void flush() throws IOException;

    /** Visitor of each record of a store. */
    @FunctionalInterface
    interface Visitor {
        /** Takes the next record. */
        void accept(RunRecord run) throws IOException;
    }
}
