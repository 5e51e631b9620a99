package dev.borderline.experiment.folder;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A store for runs made again. Wants some tasks, compares what comes with what there was, and keeps of those that differ the
 * {@value #KEPT_MAX} first by rank.
 */
final class Reruns implements RunStore {
    private static final int KEPT_MAX = 3;

    private final TaskSpace tasks;
    private final Predicate<RunRecord> same;
    private final BitSet wanted = new BitSet();
    private final BitSet made = new BitSet();
    private final SortedMap<Integer, RunRecord> different = new TreeMap<>(); // by rank
    private int differences;

    Reruns(TaskSpace tasks, Collection<Integer> ranks, Predicate<RunRecord> same) {
        this.tasks = tasks;
        this.same = same;
        ranks.forEach(wanted::set);
    }

    @Override
    public TaskSpace tasks() {
        return tasks;
    }

    /** Tasks that are not wanted count as there. */
    @Override
    public synchronized boolean contains(Task task) {
        int rank = tasks.rank(task);
        return !wanted.get(rank) || made.get(rank);
    }

    @Override
    public boolean failed(Task task) {
        return false;
    }

    @Override
    public synchronized int size() {
        return tasks.size() - wanted.cardinality() + made.cardinality();
    }

    /** Runs made again so far. */
    synchronized int made() {
        return made.cardinality();
    }

    @Override
    public int failures() {
        return 0;
    }

    @Override
    public @Nullable RunSchema layout() {
        return null;
    }

    @Override
    public void append(RunRecord run) {
        boolean differs = !same.test(run);
        synchronized (this) {
            int rank = tasks.rank(run.task());
            made.set(rank);
            if (differs) {
                differences++;
                different.put(rank, run);
                if (different.size() > KEPT_MAX) {
                    different.remove(different.lastKey());
                }
            }
        }
    }

    /** Number of runs that were not the same. */
    synchronized int differences() {
        return differences;
    }

    /** Of those that were not the same the first by rank; null if there is none. */
    synchronized @Nullable RunRecord firstDifferent() {
        return different.isEmpty() ? null : different.get(different.firstKey());
    }

    @Override
    public synchronized @Nullable RunRecord find(Task task) {
        return different.get(tasks.rank(task));
    }

    /** Shows the first of those that differ. */
    @Override
    public void forEach(RunStore.Visitor visitor) throws IOException {
        for (RunRecord run : different.values()) {
            visitor.accept(run);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
