package dev.borderline.mechanism;

import dev.borderline.state.IntCell;
import dev.borderline.state.Ints;
import dev.borderline.state.Longs;
import dev.borderline.state.StateRegistry;

/**
 * Transfers on their way or delivered and not confirmed yet, in columns by slot; slots are used again. Those that one household
 * has not confirmed stand in a list, the last one delivered first.
 */
final class InTransit {
    /** No transfer. */
    static final int NONE = -1;

    private static final int ROOM_AT_FIRST = 64;

    private final Longs cents;
    private final Ints need;
    private final Ints how;
    private final Longs confirmedUntil;
    private final Ints next; // free slot, or transfer delivered before this one
    private final IntCell freeHead;
    private final IntCell used;

    InTransit(StateRegistry state) {
        cents = state.longs("transfers.cents", ROOM_AT_FIRST);
        need = state.ints("transfers.need", ROOM_AT_FIRST, 0);
        how = state.ints("transfers.how", ROOM_AT_FIRST, 0);
        confirmedUntil = state.longs("transfers.confirmed_until", ROOM_AT_FIRST);
        next = state.ints("transfers.next", ROOM_AT_FIRST, 0);
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
            freeHead.set(next.get(slot));
            return slot;
        }
        int slot = used.get();
        used.add(1);
        cents.grow(slot + 1, 0);
        need.grow(slot + 1, 0);
        how.grow(slot + 1, 0);
        confirmedUntil.grow(slot + 1, 0);
        next.grow(slot + 1, 0);
        return slot;
    }

    void remove(int slot) {
        next.set(slot, freeHead.get());
        freeHead.set(slot);
    }

    /** A transfer is delivered and awaits a contact until then; {@code before} are those that wait already. */
    void await(int slot, long until, int before) {
        confirmedUntil.set(slot, until);
        next.set(slot, before);
    }

    /** Number of a list's delivered transfers that a contact now confirms; the list is gone after it. */
    int confirm(int last, long now) {
        int confirmed = 0;
        for (int slot = last; slot != NONE; ) {
            int before = next.get(slot);
            confirmed += confirmedUntil.get(slot) >= now ? 1 : 0;
            remove(slot);
            slot = before;
        }
        return confirmed;
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
