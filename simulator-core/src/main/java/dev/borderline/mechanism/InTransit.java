package dev.borderline.mechanism;

import java.util.Arrays;

/**
 * Transfers on their way or delivered and not confirmed yet, in columns by slot; slots are used again. Those that one household
 * has not confirmed stand in a list, the last one delivered first.
 */
final class InTransit {
    /** No transfer. */
    static final int NONE = -1;

    private long[] cents = new long[64];
    private int[] need = new int[64];
    private int[] how = new int[64];
    private long[] confirmedUntil = new long[64];
    private int[] next = new int[64]; // free slot, or transfer delivered before this one
    private int freeHead = NONE;
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
            freeHead = next[slot];
            return slot;
        }
        if (used == cents.length) {
            cents = Arrays.copyOf(cents, 2 * used);
            need = Arrays.copyOf(need, 2 * used);
            how = Arrays.copyOf(how, 2 * used);
            confirmedUntil = Arrays.copyOf(confirmedUntil, 2 * used);
            next = Arrays.copyOf(next, 2 * used);
        }
        return used++;
    }

    void remove(int slot) {
        next[slot] = freeHead;
        freeHead = slot;
    }

    /** A transfer is delivered and awaits a contact until then; {@code before} are those that wait already. */
    void await(int slot, long until, int before) {
        confirmedUntil[slot] = until;
        next[slot] = before;
    }

    /** How many of a list of delivered transfers a contact now confirms; the list is gone after it. */
    int confirm(int last, long now) {
        int confirmed = 0;
        for (int slot = last; slot != NONE; ) {
            int before = next[slot];
            confirmed += confirmedUntil[slot] >= now ? 1 : 0;
            remove(slot);
            slot = before;
        }
        return confirmed;
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
