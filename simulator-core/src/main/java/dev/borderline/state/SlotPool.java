package dev.borderline.state;

import java.util.Arrays;

/** Slots of columns that are used again: of those given back, the last one first. */
public final class SlotPool implements StatePart {
    private static final int NONE = -1;

    private int[] nextFree;
    private int freeHead = NONE;
    private int used;

    /** A pool of which no slot is taken, with room for so many before it grows. */
    public SlotPool(int room) {
        nextFree = new int[room];
    }

    /** Takes a slot; the columns must have room for {@link #used} slots. */
    public int take() {
        if (freeHead != NONE) {
            int slot = freeHead;
            freeHead = nextFree[slot];
            return slot;
        }
        if (used == nextFree.length) {
            nextFree = Arrays.copyOf(nextFree, 2 * used);
        }
        return used++;
    }

    /** Gives a slot back that was taken. */
    public void giveBack(int slot) {
        nextFree[slot] = freeHead;
        freeHead = slot;
    }

    /** Slots ever used; they are numbered from 0. */
    public int used() {
        return used;
    }

    @Override
    public void save(StateWriter out) {
        out.int32(used);
        out.int32(freeHead);
        out.int32s(nextFree, used);
    }

    @Override
    public void load(StateReader in) {
        used = in.length(Integer.MAX_VALUE - Long.BYTES);
        freeHead = in.int32();
        if (used > nextFree.length) {
            nextFree = new int[used];
        }
        in.int32s(nextFree, used);
    }
}
