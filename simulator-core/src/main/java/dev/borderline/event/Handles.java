package dev.borderline.event;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;

/**
 * The table of handles: which scheduled events are still pending.
 *
 * <p>A slot belongs to one event at a time, from {@link #open} to {@link #close}; then it serves the next. The handle
 * given out names slot and generation, and the generation moves on at each close, so a handle kept too long matches
 * nothing. A cancelled event stays in the agenda until it surfaces or is swept out; its slot stays taken as long.
 *
 * <pre>
 * handle  = 0 | generation, 35 bits, from 1 | slot, 28 bits
 * state of a slot:  pending    its handle
 *                   cancelled  its handle with the sign bit set
 *                   free       the next generation, and in the slot's place the next free slot
 * </pre>
 *
 * A slot's generation returns to 1 after 2^35 uses, hours of work on nothing else.
 */
final class Handles implements StatePart {
    /** The slot of an event posted without handle. */
    static final int NO_SLOT = -1;

    private static final int SLOT_BITS = 28;
    private static final long SLOT_MASK = (1L << SLOT_BITS) - 1;
    private static final long FIRST_GENERATION = 1L << SLOT_BITS;
    private static final long CANCELLED_MASK = Long.MIN_VALUE;
    private static final long GENERATION_MASK = ~(SLOT_MASK | CANCELLED_MASK);
    private static final int NO_FREE_SLOT = (int) SLOT_MASK;

    private long[] states = new long[16];
    private int used;
    private int firstFree = NO_FREE_SLOT;
    private int cancelledCount;

    /** Takes a slot for an event and returns its handle, never 0. */
    long open() {
        long handle;
        if (firstFree != NO_FREE_SLOT) {
            int slot = firstFree;
            firstFree = slotOf(states[slot]);
            handle = (states[slot] & GENERATION_MASK) | slot;
        } else {
            if (used == states.length) {
                grow();
            }
            handle = FIRST_GENERATION | used++;
        }
        states[slotOf(handle)] = handle;
        return handle;
    }

    private void grow() {
        if (used == NO_FREE_SLOT) {
            throw new IllegalStateException("more than " + NO_FREE_SLOT + " events with handles are pending");
        }
        states = Arrays.copyOf(states, Math.min(2 * used, NO_FREE_SLOT));
    }

    static int slotOf(long handle) {
        return (int) (handle & SLOT_MASK);
    }

    /** Tells whether the handle's event is neither executed nor cancelled. */
    boolean isPending(long handle) {
        int slot = slotOf(handle);
        return slot < used && handle > 0 && states[slot] == handle;
    }

    /** Cancels a pending event; otherwise answers false and touches nothing. */
    boolean cancel(long handle) {
        if (!isPending(handle)) {
            return false;
        }
        states[slotOf(handle)] = handle | CANCELLED_MASK;
        cancelledCount++;
        return true;
    }

    /** Frees the slot if it has a cancelled event, and tells so. */
    boolean closeIfCancelled(int slot) {
        return slot != NO_SLOT && states[slot] < 0 && !close(slot);
    }

    /** Frees the slot of an event that has left the agenda. Tells whether it is due, that is, was not cancelled. */
    boolean close(int slot) {
        long state = states[slot];
        boolean due = state >= 0;
        if (!due) {
            cancelledCount--;
        }
        long nextGeneration = (state + FIRST_GENERATION) & GENERATION_MASK;
        states[slot] = Math.max(nextGeneration, FIRST_GENERATION) | firstFree;
        firstFree = slot;
        return due;
    }

    /** Number of cancelled events still in the agenda. */
    int cancelledCount() {
        return cancelledCount;
    }

    @Override
    public void save(StateWriter out) {
        out.int32(used);
        out.int32(firstFree);
        out.int32(cancelledCount);
        out.int64s(states, used);
    }

    @Override
    public void load(StateReader in) {
        used = in.length(NO_FREE_SLOT);
        firstFree = in.int32();
        cancelledCount = in.int32();
        if (used > states.length) {
            states = new long[used];
        }
        in.int64s(states, used);
    }
}
