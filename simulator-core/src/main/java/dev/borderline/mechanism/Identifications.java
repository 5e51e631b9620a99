package dev.borderline.mechanism;

import dev.borderline.state.IntCell;
import dev.borderline.state.Ints;
import dev.borderline.state.StateRegistry;

/** Sessions whose caller will be identified, in columns by slot; slots are used again. */
final class Identifications {
    private static final int ROOM_AT_FIRST = 16;
    private static final int NONE = -1;
    private static final int BROKERED = 1;

    private final Ints need;
    private final Ints zone;
    private final Ints how;
    private final Ints nextFree;
    private final IntCell freeHead;
    private final IntCell used;

    Identifications(StateRegistry state) {
        need = state.ints("identifications.need", ROOM_AT_FIRST, 0);
        zone = state.ints("identifications.zone", ROOM_AT_FIRST, 0);
        how = state.ints("identifications.how", ROOM_AT_FIRST, 0);
        nextFree = state.ints("identifications.next_free", ROOM_AT_FIRST, 0);
        freeHead = state.intCell("identifications.free_head", NONE);
        used = state.intCell("identifications.used", 0);
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
        if (freeHead.get() >= 0) {
            int slot = freeHead.get();
            freeHead.set(nextFree.get(slot));
            return slot;
        }
        int slot = used.get();
        used.add(1);
        need.grow(slot + 1, 0);
        zone.grow(slot + 1, 0);
        how.grow(slot + 1, 0);
        nextFree.grow(slot + 1, 0);
        return slot;
    }

    void remove(int slot) {
        nextFree.set(slot, freeHead.get());
        freeHead.set(slot);
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
