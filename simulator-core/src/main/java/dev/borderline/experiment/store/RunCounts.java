package dev.borderline.experiment.store;

import java.util.BitSet;

/** Ranks that have a record, and those of them that failed. Guarded by its owner. */
final class RunCounts {
    private final BitSet present = new BitSet();
    private final BitSet failed = new BitSet();
    private int size;
    private int failures;

    boolean contains(int rank) {
        return present.get(rank);
    }

    boolean failed(int rank) {
        return failed.get(rank);
    }

    int size() {
        return size;
    }

    int failures() {
        return failures;
    }

    void checkNew(int rank, Task task) {
        if (present.get(rank) && !failed.get(rank)) {
            throw new IllegalArgumentException(task + " is in the store already");
        }
    }

    void put(int rank, boolean asFailed) {
        size += present.get(rank) ? 0 : 1;
        failures += (asFailed ? 1 : 0) - (failed.get(rank) ? 1 : 0);
        present.set(rank);
        failed.set(rank, asFailed);
    }
}
