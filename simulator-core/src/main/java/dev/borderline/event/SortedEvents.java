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
 * event, and its index. A {@link SortingNetwork} sorts keys without a branch that could be mispredicted, which took a
 * quarter less than counting for each event those before it, and less than half of insertion sort. Events of one instant
 * come out in the order of their indices. If there are any, the bucket is sorted once more, first by order and then by
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

    private final long[] keys = new long[LIMIT];
    private final long[] loaded = new long[LIMIT * EVENT_LONGS];
    private final long[] byOrder = new long[LIMIT * EVENT_LONGS];
    private long[] sorted = new long[2 * MAX_SHIFT * EVENT_LONGS];
    private int size;
    private boolean hadTies;

    int size() {
        return size;
    }

    long time(int index) {
        return sorted[index * EVENT_LONGS + TIME];
    }

    long order(int index) {
        return sorted[index * EVENT_LONGS + ORDER];
    }

    int slot(int index) {
        return (int) sorted[index * EVENT_LONGS + SLOT];
    }

    /** Takes out the earliest event, which stays readable at index {@link #size} until the next change. */
    void removeEarliest() {
        size--;
    }

    /** Takes out all events, which stay readable until the next change. */
    void clear() {
        size = 0;
    }

    private boolean isLater(long time, long order, int index) {
        long other = time(index);
        return time > other || (time == other && order > order(index));
    }

    /** Puts an event in its place, unless it would have to pass more than {@link #MAX_SHIFT} earlier ones: then answers false. */
    boolean insert(long time, long order, int slot) {
        if (size > MAX_SHIFT && isLater(time, order, size - 1 - MAX_SHIFT)) {
            return false;
        }
        if ((size + 1) * EVENT_LONGS > sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * sorted.length);
        }
        int place = shiftNear(time, order, size);
        if (place == size - SHORT_SHIFT) {
            place = shiftFar(time, order, place);
        }
        set(place, time, order, slot);
        size++;
        return true;
    }

    /** Moves events the given one is later than from before {@code end} on by one place, at most {@link #SHORT_SHIFT}. */
    private int shiftNear(long time, long order, int end) {
        int place = end;
        int lowest = Math.max(0, end - SHORT_SHIFT);
        while (place > lowest && isLater(time, order, place - 1)) {
            place--;
            set(place + 1, time(place), order(place), slot(place));
        }
        return place;
    }

    /** Moves the others in one block. */
    private int shiftFar(long time, long order, int end) {
        int place = end;
        while (place > 0 && isLater(time, order, place - 1)) {
            place--;
        }
        int at = place * EVENT_LONGS;
        System.arraycopy(sorted, at, sorted, at + EVENT_LONGS, (end - place) * EVENT_LONGS);
        return place;
    }

    private void set(int index, long time, long order, int slot) {
        int at = index * EVENT_LONGS;
        sorted[at + TIME] = time;
        sorted[at + ORDER] = order;
        sorted[at + SLOT] = slot;
    }

    /** Takes over a bucket's events when none are left here. More than {@link #LIMIT} must be equal to one another. */
    void load(EventChunks chunks, int end, int count) {
        size = count;
        if (count > LIMIT) {
            if (count * EVENT_LONGS > sorted.length) {
                sorted = new long[2 * count * EVENT_LONGS];
            }
            chunks.unload(end, count, sorted);
        } else if (count > EventChunks.EVENTS) {
            chunks.unload(end, count, loaded);
            sort(loaded, 0);
        } else if (count > 0) {
            int first = end - count;
            sort(chunks.page(first), chunks.at(first));
            chunks.giveBack(first);
        }
    }

    /** Sorts events which lie from a place in an array on. */
    private void sort(long[] source, int from) {
        boolean fits = true;
        if (!hadTies) {
            long differences = pack(source, from + TIME, ASCENDING);
            boolean isOneInstant = differences == 0;
            if (isOneInstant) {
                differences = pack(source, from + ORDER, ASCENDING);
            }
            fits = differences >>> DIFFERENCE_BITS == 0;
            hadTies = arrange(source, from, sorted) && !isOneInstant;
        }
        if (hadTies) {
            long differences = pack(source, from + ORDER, DESCENDING);
            arrange(source, from, byOrder);
            differences |= pack(byOrder, TIME, ASCENDING);
            fits = differences >>> DIFFERENCE_BITS == 0;
            hadTies = arrange(byOrder, 0, sorted);
        }
        if (!fits) {
            mend();
        }
    }

    /**
     * Makes a key of each event: one of its numbers, less that of the first event, and its index; or the index alone if a
     * difference does not fit. Returns the bits of all differences, none if the numbers are equal.
     */
    private long pack(long[] source, int from, long direction) {
        SortingNetwork.clear(keys, size);
        long first = source[from];
        long bits = 0;
        for (int i = 0; i < size; i++) {
            long difference = source[from + i * EVENT_LONGS] - first;
            bits |= difference << 1
                    ^ difference >> SIGN_SHIFT; // the sign at the lower end, so that -1 is no row of ones
            keys[i] = (difference ^ direction) << INDEX_BITS | i;
        }
        if (bits >>> DIFFERENCE_BITS != 0) {
            for (int i = 0; i < size; i++) {
                keys[i] = i;
            }
        }
        return bits;
    }

    /** Sorts the keys and puts their events where they belong, the first at the end. Tells whether any differ by index only. */
    private boolean arrange(long[] source, int from, long[] target) {
        SortingNetwork.sort(keys, size);
        long ties = 0;
        long last = SortingNetwork.VOID;
        int to = size * EVENT_LONGS;
        for (int i = 0; i < size; i++) {
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
        int count = size;
        System.arraycopy(sorted, 0, loaded, 0, count * EVENT_LONGS);
        size = 0;
        for (int at = 0; at < count * EVENT_LONGS; at += EVENT_LONGS) {
            insert(loaded[at + TIME], loaded[at + ORDER], (int) loaded[at + SLOT]);
        }
    }

    /** Drops every event whose slot satisfies the predicate. */
    void removeIf(IntPredicate dropped) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!dropped.test(slot(i))) {
                set(kept++, time(i), order(i), slot(i));
            }
        }
        size = kept;
    }
}
