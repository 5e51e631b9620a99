package dev.borderline.event;

import static dev.borderline.event.EventChunks.EVENT_LONGS;
import static dev.borderline.event.EventChunks.ORDER;
import static dev.borderline.event.EventChunks.SLOT;
import static dev.borderline.event.EventChunks.TIME;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The bottom of the ladder: a few events, sorted, the earliest at the end where it is cheap to take.
 *
 * <p>A bucket's events are not moved while they are sorted: keys are, of the event's time, less that of the bucket's first
 * event, and its index. A {@link SortingNetwork} sorts keys without a branch that could be mispredicted: with 1,000
 * pending, sorting took 7 ns of an event by profile, against 9 by counting, for each event of a larger bucket, those before
 * it. Events of one instant come out in the order of their indices. If there are any, the bucket is sorted once more, first by order and then by
 * time, and so is the next one at once: where times tie, they go on doing so. The rare key that would not fit its word is
 * left to insertion.
 */
final class SortedEvents {
    /** Events of a bucket sorted at a time at most; above, the ladder divides further. */
    static final int LIMIT = SortingNetwork.WIDTH;

    /** Places an insertion may shift; above, the ladder makes a rung of the bottom. */
    private static final int MAX_SHIFT = 32;

    /** So many events are shifted one by one at first: to have a block moved takes longer. */
    private static final int SHORT_SHIFT = 6;

    /** A key is a difference and the event's index below it, 5 bits for at most 32 events. */
    private static final int INDEX_BITS = 5;

    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    /** Differences of so many bits with their sign fit a key that the network can sort. */
    private static final int DIFFERENCE_BITS = 57;

    private static final int SIGN_SHIFT = Long.SIZE - 1;
    private static final long ASCENDING = 0;
    private static final long DESCENDING = -1;

    /** Before the events stand two that are later than any. An insertion may look at two without asking whether there are. */
    private static final int FIRST = 2 * EVENT_LONGS;

    private final long[] keys = new long[LIMIT];
    private final long[] loaded = new long[FIRST + LIMIT * EVENT_LONGS];
    private final long[] byOrder = new long[FIRST + LIMIT * EVENT_LONGS];
    private long[] sorted = new long[FIRST + 2 * MAX_SHIFT * EVENT_LONGS];
    private int end = FIRST;
    private boolean hadTies;

    SortedEvents() {
        Arrays.fill(sorted, 0, FIRST, Long.MAX_VALUE);
    }

    int size() {
        return (end - FIRST) / EVENT_LONGS;
    }

    boolean isEmpty() {
        return end == FIRST;
    }

    long time(int index) {
        return sorted[FIRST + index * EVENT_LONGS + TIME];
    }

    long order(int index) {
        return sorted[FIRST + index * EVENT_LONGS + ORDER];
    }

    int slot(int index) {
        return (int) sorted[FIRST + index * EVENT_LONGS + SLOT];
    }

    /** Takes out the earliest event if there is one before {@code endExclusive}. It stays readable until the next change. */
    boolean poll(long endExclusive) {
        int at = end - EVENT_LONGS;
        if (at < FIRST || sorted[at + TIME] >= endExclusive) {
            return false;
        }
        end = at;
        return true;
    }

    /** Time of the event taken out last. */
    long takenTime() {
        return sorted[end + TIME];
    }

    /** Order word of the event taken out last. */
    long takenOrder() {
        return sorted[end + ORDER];
    }

    /** Slot of the event taken out last. */
    int takenSlot() {
        return (int) sorted[end + SLOT];
    }

    /** Takes out all events, which stay readable until the next change. */
    void clear() {
        end = FIRST;
    }

    /** Negative if the event at a place comes before the given one. */
    private long compare(int at, long time, long order) {
        long difference = sorted[at + TIME] - time;
        return difference != 0 ? difference : sorted[at + ORDER] - order;
    }

    /** Puts an event in its place, unless it would have to pass more than {@link #MAX_SHIFT} earlier ones: then answers false. */
    boolean insert(long time, long order, int slot) {
        int at = end;
        if (at > FIRST + MAX_SHIFT * EVENT_LONGS && compare(at - (MAX_SHIFT + 1) * EVENT_LONGS, time, order) < 0) {
            return false;
        }
        if (at == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * at);
        }
        end = at + EVENT_LONGS;
        if (compare(at - 2 * EVENT_LONGS, time, order) < 0) {
            set(shift(time, order, at), time, order, slot);
        } else {
            exchange(at - EVENT_LONGS, time, order, slot);
        }
        return true;
    }

    /**
     * Puts an event next to the one at a place, on the side where it belongs, without a branch. Where one or two events are
     * pending nobody can foresee the side. The M/M/1 benchmark takes 15 ns an event instead of 16 with a branch.
     */
    private void exchange(int at, long time, long order, int slot) {
        long side = compare(at, time, order) >> SIGN_SHIFT;
        exchange(at + TIME, time, side);
        exchange(at + ORDER, order, side);
        exchange(at + SLOT, slot, side);
    }

    private void exchange(int at, long number, long side) {
        long other = sorted[at];
        long difference = (other ^ number) & side;
        sorted[at] = other ^ difference;
        sorted[at + EVENT_LONGS] = number ^ difference;
    }

    /** Makes room for an event by moving on those that it is later than. A few move one by one, the others in one block. */
    private int shift(long time, long order, int from) {
        int place = from;
        int lowest = Math.max(FIRST, from - SHORT_SHIFT * EVENT_LONGS);
        while (place > lowest && compare(place - EVENT_LONGS, time, order) < 0) {
            place -= EVENT_LONGS;
            sorted[place + EVENT_LONGS + TIME] = sorted[place + TIME];
            sorted[place + EVENT_LONGS + ORDER] = sorted[place + ORDER];
            sorted[place + EVENT_LONGS + SLOT] = sorted[place + SLOT];
        }
        if (place > lowest) {
            return place;
        }
        int near = place;
        while (compare(place - EVENT_LONGS, time, order) < 0) {
            place -= EVENT_LONGS;
        }
        System.arraycopy(sorted, place, sorted, place + EVENT_LONGS, near - place);
        return place;
    }

    private void set(int at, long time, long order, int slot) {
        sorted[at + TIME] = time;
        sorted[at + ORDER] = order;
        sorted[at + SLOT] = slot;
    }

    /** Takes over a bucket's events when none are left here. More than {@link #LIMIT} must be equal to one another. */
    void load(EventChunks chunks, int stackEnd, int count) {
        end = FIRST + count * EVENT_LONGS;
        if (count > LIMIT) {
            if (end > sorted.length) {
                sorted = Arrays.copyOf(sorted, 2 * end);
            }
            chunks.unload(stackEnd, count, sorted, end);
        } else if (count > EventChunks.EVENTS) {
            chunks.unload(stackEnd, count, loaded, end);
            sort(loaded, FIRST, count);
        } else if (count > 0) {
            int first = stackEnd - count;
            sort(chunks.page(first), chunks.at(first), count);
            chunks.giveBack(first);
        }
    }

    /** Sorts events which lie from a place in an array on. */
    private void sort(long[] source, int from, int count) {
        boolean fits = true;
        if (!hadTies) {
            long differences = pack(source, from + TIME, count, ASCENDING);
            boolean isOneInstant = differences == 0;
            if (isOneInstant) {
                differences = pack(source, from + ORDER, count, ASCENDING);
            }
            fits = differences >>> DIFFERENCE_BITS == 0;
            hadTies = arrange(source, from, count, sorted) && !isOneInstant;
        }
        if (hadTies) {
            long differences = pack(source, from + ORDER, count, DESCENDING);
            arrange(source, from, count, byOrder);
            differences |= pack(byOrder, FIRST + TIME, count, ASCENDING);
            fits = differences >>> DIFFERENCE_BITS == 0;
            hadTies = arrange(byOrder, FIRST, count, sorted);
        }
        if (!fits) {
            mend();
        }
    }

    /**
     * Makes a key of each event: one of its numbers, less that of the first event, and its index. Or the index alone if a
     * difference does not fit. Returns the bits of all differences, none if the numbers are equal.
     */
    private long pack(long[] source, int from, int count, long direction) {
        SortingNetwork.clear(keys, count);
        long first = source[from];
        long bits = 0;
        for (int i = 0; i < count; i++) {
            long difference = source[from + i * EVENT_LONGS] - first;
            bits |= difference << 1
                    ^ difference >> SIGN_SHIFT; // the sign at the lower end, so that -1 is no row of ones
            keys[i] = (difference ^ direction) << INDEX_BITS | i;
        }
        if (bits >>> DIFFERENCE_BITS != 0) {
            for (int i = 0; i < count; i++) {
                keys[i] = i;
            }
        }
        return bits;
    }

    /** Sorts the keys and puts their events where they belong, the first at the end. Tells whether any differ by index only. */
    private boolean arrange(long[] source, int from, int count, long[] target) {
        SortingNetwork.sort(keys, count);
        long ties = 0;
        long last = SortingNetwork.VOID;
        int to = FIRST + count * EVENT_LONGS;
        for (int i = 0; i < count; i++) {
            long key = keys[i];
            ties |= ((key ^ last) >>> INDEX_BITS) - 1; // negative if equal
            last = key;
            to -= EVENT_LONGS;
            int at = from + (int) (key & INDEX_MASK) * EVENT_LONGS;
            target[to + TIME] = source[at + TIME];
            target[to + ORDER] = source[at + ORDER];
            target[to + SLOT] = source[at + SLOT];
        }
        return ties < 0;
    }

    /** Sorts by insertion. */
    private void mend() {
        int loadedEnd = end;
        System.arraycopy(sorted, FIRST, loaded, FIRST, end - FIRST);
        end = FIRST;
        for (int at = FIRST; at < loadedEnd; at += EVENT_LONGS) {
            insert(loaded[at + TIME], loaded[at + ORDER], (int) loaded[at + SLOT]);
        }
    }

    /** Drops every event whose slot satisfies the predicate. */
    void removeIf(IntPredicate dropped) {
        int kept = FIRST;
        for (int at = FIRST; at < end; at += EVENT_LONGS) {
            int slot = (int) sorted[at + SLOT];
            if (!dropped.test(slot)) {
                set(kept, sorted[at + TIME], sorted[at + ORDER], slot);
                kept += EVENT_LONGS;
            }
        }
        end = kept;
    }
}
