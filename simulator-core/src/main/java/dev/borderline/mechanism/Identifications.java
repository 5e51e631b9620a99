package dev.borderline.mechanism;

import java.util.Arrays;

/** Sessions whose caller will be identified, in columns by slot; slots are used again. */
final class Identifications {
    private int[] need = new int[16];
    private int[] zone = new int[16];
    private boolean[] brokered = new boolean[16];
    private int[] nextFree = new int[16];
    private int freeHead = -1;
    private int used;

    /** Adds a session and returns its slot. */
    int add(int ofNeed, int inZone, boolean throughBroker) {
        int slot = takeSlot();
        need[slot] = ofNeed;
        zone[slot] = inZone;
        brokered[slot] = throughBroker;
        return slot;
    }

    private int takeSlot() {
        if (freeHead >= 0) {
            int slot = freeHead;
            freeHead = nextFree[slot];
            return slot;
        }
        if (used == need.length) {
            need = Arrays.copyOf(need, 2 * used);
            zone = Arrays.copyOf(zone, 2 * used);
            brokered = Arrays.copyOf(brokered, 2 * used);
            nextFree = Arrays.copyOf(nextFree, 2 * used);
        }
        return used++;
    }

    void remove(int slot) {
        nextFree[slot] = freeHead;
        freeHead = slot;
    }

    int need(int slot) {
        return need[slot];
    }

    /** Zone in which the session took place. */
    int zone(int slot) {
        return zone[slot];
    }

    boolean brokered(int slot) {
        return brokered[slot];
    }
}
