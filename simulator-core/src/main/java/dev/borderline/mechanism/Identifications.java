package dev.borderline.mechanism;

import dev.borderline.state.Ints;
import dev.borderline.state.SlotPool;
import dev.borderline.state.StateRegistry;

/** Sessions whose caller will be identified, in columns by slot; slots are used again. */
final class Identifications {
    private static final int ROOM_AT_FIRST = 16;
    private static final int BROKERED = 1;

    private final Ints need;
    private final Ints zone;
    private final Ints how;
    private final SlotPool slots = new SlotPool(ROOM_AT_FIRST);

    Identifications(StateRegistry state) {
        need = state.ints("identifications.need", ROOM_AT_FIRST, 0);
        zone = state.ints("identifications.zone", ROOM_AT_FIRST, 0);
        how = state.ints("identifications.how", ROOM_AT_FIRST, 0);
        state.add("identifications.slots", slots);
    }

    /** Adds a session and returns its slot. */
    int add(int ofNeed, int inZone, boolean throughBroker) {
        int slot = takeSlot();
        need.set(slot, ofNeed);
        zone.set(slot, inZone);
        how.set(slot, throughBroker ? BROKERED : 0);
        return slot;
    }

    private int takeSlot() {
        int slot = slots.take();
        need.grow(slots.used(), 0);
        zone.grow(slots.used(), 0);
        how.grow(slots.used(), 0);
        return slot;
    }

    void remove(int slot) {
        slots.giveBack(slot);
    }

    int need(int slot) {
        return need.get(slot);
    }

    /** Zone in which the session took place. */
    int zone(int slot) {
        return zone.get(slot);
    }

    boolean brokered(int slot) {
        return how.get(slot) == BROKERED;
    }
}
