package dev.borderline.mechanism;

import dev.borderline.state.Ints;
import dev.borderline.state.Longs;
import dev.borderline.state.SlotPool;
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
    private final Ints deliveredBefore; // of the same household
    private final SlotPool slots = new SlotPool(ROOM_AT_FIRST);

    InTransit(StateRegistry state) {
        cents = state.longs("transfers.cents", ROOM_AT_FIRST);
        need = state.ints("transfers.need", ROOM_AT_FIRST, 0);
        how = state.ints("transfers.how", ROOM_AT_FIRST, 0);
        confirmedUntil = state.longs("transfers.confirmed_until", ROOM_AT_FIRST);
        deliveredBefore = state.ints("transfers.delivered_before", ROOM_AT_FIRST, NONE);
        state.add("transfers.slots", slots);
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
        int slot = slots.take();
        cents.grow(slots.used(), 0);
        need.grow(slots.used(), 0);
        how.grow(slots.used(), 0);
        confirmedUntil.grow(slots.used(), 0);
        deliveredBefore.grow(slots.used(), NONE);
        return slot;
    }

    void remove(int slot) {
        slots.giveBack(slot);
    }

    /** A transfer is delivered and awaits a contact until then; {@code before} are those that wait already. */
    void await(int slot, long until, int before) {
        confirmedUntil.set(slot, until);
        deliveredBefore.set(slot, before);
    }

    /** Number of a list's delivered transfers that a contact now confirms; the list is gone after it. */
    int confirm(int last, long now) {
        int confirmed = 0;
        for (int slot = last; slot != NONE; ) {
            int before = deliveredBefore.get(slot);
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
