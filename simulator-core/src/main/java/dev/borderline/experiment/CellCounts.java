package dev.borderline.experiment;

import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.util.stream.IntStream;

/** Numbers of runs of each cell, to be made, there and failed, by number in its {@link TaskSpace}. Immutable. */
public final class CellCounts {
    private final int[] total;
    private final int[] done;
    private final int[] failed;

    private CellCounts(int cells) {
        total = new int[cells];
        done = new int[cells];
        failed = new int[cells];
    }

    /** Counts of a store for one shard of the runs that are wanted. */
    public static CellCounts of(RunStore store, Shard shard, Stopping stopping) {
        TaskSpace tasks = store.tasks();
        CellCounts counts = new CellCounts(tasks.cells());
        for (int place = 0; place < tasks.size(); place++) {
            Task task = tasks.inRunOrder(place);
            if (shard.contains(tasks, task) && stopping.isWanted(task)) {
                int cell = tasks.cell(task);
                counts.total[cell]++;
                counts.done[cell] += store.contains(task) ? 1 : 0;
                counts.failed[cell] += store.failed(task) ? 1 : 0;
            }
        }
        return counts;
    }

    /** Runs in all. */
    public int total(int cell) {
        return total[cell];
    }

    /** Runs that are there, failed ones too. */
    public int done(int cell) {
        return done[cell];
    }

    /** Runs that are there and failed. */
    public int failed(int cell) {
        return failed[cell];
    }

    /** As {@link #total(int)}, in all cells together. */
    public int total() {
        return IntStream.of(total).sum();
    }

    /** As {@link #done(int)}, in all cells together. */
    public int done() {
        return IntStream.of(done).sum();
    }

    /** As {@link #failed(int)}, in all cells together. */
    public int failed() {
        return IntStream.of(failed).sum();
    }

    /** Number of cells. */
    public int cells() {
        return total.length;
    }
}
