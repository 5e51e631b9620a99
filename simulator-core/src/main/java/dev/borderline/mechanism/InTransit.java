package dev.borderline.mechanism;

import dev.borderline.state.IntCell;
import dev.borderline.state.Ints;
import dev.borderline.state.Longs;
import dev.borderline.state.StateRegistry;

/** Transfers on their way, in columns by slot; slots are used again. */
final class InTransit {
    private static final int ROOM_AT_FIRST = 64;
    private static final int NONE = -1;

    private final Longs cents;
    private final Ints need;
    private final Ints how;
    private final Ints nextFree;
    private final IntCell freeHead;
    private final IntCell used;

    InTransit(StateRegistry state) {
        cents = state.longs("transfers.cents", ROOM_AT_FIRST);
        need = state.ints("transfers.need", ROOM_AT_FIRST, 0);
        how = state.ints("transfers.how", ROOM_AT_FIRST, 0);
        nextFree = state.ints("transfers.next_free", ROOM_AT_FIRST, 0);
        freeHead = state.intCell("transfers.free_head", NONE);
        used = state.intCell("transfers.used", 0);
    }

    /** Adds a transfer and returns its slot. */
    int add(int forNeed, long amountCents, int flags) {
        int slot = takeSlot();
        need.set(slot, forNeed);
        cents.set(slot, amountCents);
        how.set(slot, flags);
        return slot;
    }

    private int takeSlot() {
        if (freeHead.get() >= 0) {
            int slot = freeHead.get();
            freeHead.set(nextFree.get(slot));
            return slot;
        }
        int slot = used.get();
        used.add(1);
        cents.grow(slot + 1, 0);
        need.grow(slot + 1, 0);
        how.grow(slot + 1, 0);
        nextFree.grow(slot + 1, 0);
        return slot;
    }

    void remove(int slot) {
        nextFree.set(slot, freeHead.get());
        freeHead.set(slot);
    }

    long cents(int slot) {
        return cents.get(slot);
    }

    int need(int slot) {
        return need.get(slot);
    }

    int how(int slot) {
        return how.get(slot);
    }
}
