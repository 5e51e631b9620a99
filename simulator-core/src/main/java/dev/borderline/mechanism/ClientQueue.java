package dev.borderline.mechanism;

import java.util.Arrays;

/**
 * Clients who wait for a broker, first come first served, by zone; known by the slots of their calls. Anyone can leave from
 * the middle.
 */
final class ClientQueue {
    /** Nobody. */
    static final int NONE = -1;

    private static final int OUTSIDE = -2;

    private final int[] head;
    private final int[] tail;
    private int[] next = new int[64]; // by call slot
    private int[] previous = new int[64]; // OUTSIDE where the call does not wait
    private long[] since = new long[64]; // ticks
    private long[] patience = new long[64]; // handle of the event that ends it

    ClientQueue(int zones) {
        head = new int[zones];
        tail = new int[zones];
        Arrays.fill(head, NONE);
        Arrays.fill(tail, NONE);
        Arrays.fill(previous, OUTSIDE);
    }

    /** Puts a call at the end of its zone's queue. */
    void join(int zone, int call, long now, long patienceHandle) {
        while (call >= next.length) {
            grow(2 * next.length);
        }
        previous[call] = tail[zone];
        next[call] = NONE;
        if (tail[zone] == NONE) {
            head[zone] = call;
        } else {
            next[tail[zone]] = call;
        }
        tail[zone] = call;
        since[call] = now;
        patience[call] = patienceHandle;
    }

    private void grow(int capacity) {
        int used = next.length;
        next = Arrays.copyOf(next, capacity);
        previous = Arrays.copyOf(previous, capacity);
        Arrays.fill(previous, used, capacity, OUTSIDE);
        since = Arrays.copyOf(since, capacity);
        patience = Arrays.copyOf(patience, capacity);
    }

    /** Who is next in a zone, or {@link #NONE}. */
    int first(int zone) {
        return head[zone];
    }

    /** Who comes after a call that waits, or {@link #NONE}. */
    int after(int call) {
        return next[call];
    }

    /** When a call that waits joined, in ticks. */
    long since(int call) {
        return since[call];
    }

    /** Handle of the event that ends the patience of a call that waits. */
    long patience(int call) {
        return patience[call];
    }

    /** Takes a call that waits out of its zone's queue. */
    void leave(int zone, int call) {
        if (previous[call] == OUTSIDE) {
            throw new IllegalStateException("call " + call + " does not wait");
        }
        if (previous[call] == NONE) {
            head[zone] = next[call];
        } else {
            next[previous[call]] = next[call];
        }
        if (next[call] == NONE) {
            tail[zone] = previous[call];
        } else {
            previous[next[call]] = previous[call];
        }
        previous[call] = OUTSIDE;
    }
}
