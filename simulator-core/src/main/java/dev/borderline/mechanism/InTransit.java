package dev.borderline.mechanism;

import java.util.Arrays;

/** Transfers on their way, in columns by slot; slots are used again. */
final class InTransit {
    private long[] cents = new long[64];
    private int[] need = new int[64];
    private int[] how = new int[64];
    private int[] nextFree = new int[64];
    private int freeHead = -1;
    private int used;

    /** Adds a transfer and returns its slot. */
    int add(int forNeed, long amountCents, int flags) {
        int slot = takeSlot();
        need[slot] = forNeed;
        cents[slot] = amountCents;
        how[slot] = flags;
        return slot;
    }

    private int takeSlot() {
        if (freeHead >= 0) {
            int slot = freeHead;
            freeHead = nextFree[slot];
            return slot;
        }
        if (used == cents.length) {
            cents = Arrays.copyOf(cents, 2 * used);
            need = Arrays.copyOf(need, 2 * used);
            how = Arrays.copyOf(how, 2 * used);
            nextFree = Arrays.copyOf(nextFree, 2 * used);
        }
        return used++;
    }

    void remove(int slot) {
        nextFree[slot] = freeHead;
        freeHead = slot;
    }

    long cents(int slot) {
        return cents[slot];
    }

    int need(int slot) {
        return need[slot];
    }

    int how(int slot) {
        return how[slot];
    }
}
