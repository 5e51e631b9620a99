package dev.borderline.mechanism;

import dev.borderline.state.Ints;
import dev.borderline.state.Longs;
import dev.borderline.state.StateRegistry;

/**
 * Clients who wait for a broker, first come first served, by zone; known by the slots of their calls. Anyone can leave from
 * the middle.
 */
final class ClientQueue {
    /** Nobody. */
    static final int NONE = -1;

    private static final int OUTSIDE = -2;

    private static final int ROOM_AT_FIRST = 64;

    private final Ints head;
    private final Ints tail;
    private final Ints next; // by call slot
    private final Ints previous; // OUTSIDE where the call does not wait
    private final Longs since; // ticks
    private final Longs patience; // handle of the event that ends it

    ClientQueue(StateRegistry state, int zones) {
        head = state.ints("brokers.queue_head", zones, NONE);
        tail = state.ints("brokers.queue_tail", zones, NONE);
        next = state.ints("brokers.queue_next", ROOM_AT_FIRST, NONE);
        previous = state.ints("brokers.queue_previous", ROOM_AT_FIRST, OUTSIDE);
        since = state.longs("brokers.queue_since", ROOM_AT_FIRST);
        patience = state.longs("brokers.queue_patience", ROOM_AT_FIRST);
    }

    /** Puts a call at the end of its zone's queue. */
    void join(int zone, int call, long now, long patienceHandle) {
        next.grow(call + 1, NONE);
        previous.grow(call + 1, OUTSIDE);
        since.grow(call + 1, 0);
        patience.grow(call + 1, 0);
        previous.set(call, tail.get(zone));
        next.set(call, NONE);
        if (tail.get(zone) == NONE) {
            head.set(zone, call);
        } else {
            next.set(tail.get(zone), call);
        }
        tail.set(zone, call);
        since.set(call, now);
        patience.set(call, patienceHandle);
    }

    /** Next call in a zone, or {@link #NONE}. */
    int first(int zone) {
        return head.get(zone);
    }

    /** Call after one that waits, or {@link #NONE}. */
    int after(int call) {
        return next.get(call);
    }

    /** Time at which a waiting call joined, in ticks. */
    long since(int call) {
        return since.get(call);
    }

    /** Handle of the event that ends the patience of a call that waits. */
    long patience(int call) {
        return patience.get(call);
    }

    /** Takes a call that waits out of its zone's queue. */
    void leave(int zone, int call) {
        if (previous.get(call) == OUTSIDE) {
            throw new IllegalStateException("call " + call + " does not wait");
        }
        if (previous.get(call) == NONE) {
            head.set(zone, next.get(call));
        } else {
            next.set(previous.get(call), next.get(call));
        }
        if (next.get(call) == NONE) {
            tail.set(zone, previous.get(call));
        } else {
            previous.set(next.get(call), previous.get(call));
        }
        previous.set(call, OUTSIDE);
    }
}
