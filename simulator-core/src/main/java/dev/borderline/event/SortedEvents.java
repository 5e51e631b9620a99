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
 * <p>A handful of events is sorted by counting, for each, how many of the others precede it: n² steps, but none of them
 * a branch that could be mispredicted. For the 8 to 30 events that come at a time this took half as long as insertion
 * sort, whose every stop is a surprise to the processor. Times are counted by; then orders, among events of one instant.
 */
final class SortedEvents {
    /** Events sorted at a time at most, and places an insertion may shift; above, the ladder divides further. */
    static final int LIMIT = 32;

    /** So many events are shifted one by one at first: to have a block moved takes longer. */
    private static final int SHORT_SHIFT = 6;

    private final long[] keys = new long[LIMIT];
    private long[] sorted = new long[2 * LIMIT * EVENT_LONGS];
    private long[] loaded = new long[2 * LIMIT * EVENT_LONGS];
    private int size;

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

    /** Puts an event in its place, unless it would have to pass more than {@link #LIMIT} earlier ones: then answers false. */
    boolean insert(long time, long order, int slot) {
        if (size > LIMIT && isLater(time, order, size - 1 - LIMIT)) {
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
    void load(EventChunks chunks, int head, int count) {
        if (count * EVENT_LONGS > loaded.length) {
            loaded = new long[2 * count * EVENT_LONGS];
        }
        chunks.unload(head, count, loaded);
        size = count;
        if (count > LIMIT) {
            long[] equal = loaded;
            loaded = sorted;
            sorted = equal;
        } else {
            sort();
        }
    }

    private void sort() {
        copyKeys(size, TIME);
        if (isConstant(keys, size)) {
            copyKeys(size, ORDER);
            place(0, size);
            return;
        }
        place(0, size);
        int start = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || time(i) != time(start)) {
                sortTied(start, i - start);
                start = i;
            }
        }
    }

    /** Sorts events of one instant by their order. */
    private void sortTied(int start, int count) {
        if (count > 1) {
            System.arraycopy(sorted, start * EVENT_LONGS, loaded, 0, count * EVENT_LONGS);
            copyKeys(count, ORDER);
            place(start, count);
        }
    }

    /** Puts so many loaded events where they belong by their keys, the first to be taken last. */
    private void place(int start, int count) {
        for (int i = 0; i < count; i++) {
            int from = i * EVENT_LONGS;
            int to = (start + count - 1 - countBefore(keys, i, count)) * EVENT_LONGS;
            sorted[to + TIME] = loaded[from + TIME];
            sorted[to + ORDER] = loaded[from + ORDER];
            sorted[to + SLOT] = loaded[from + SLOT];
        }
    }

    private void copyKeys(int count, int field) {
        for (int i = 0; i < count; i++) {
            keys[i] = loaded[i * EVENT_LONGS + field];
        }
    }

    private static boolean isConstant(long[] keys, int count) {
        long differences = 0;
        for (int i = 1; i < count; i++) {
            differences |= keys[i] ^ keys[0];
        }
        return differences == 0;
    }

    /** Keys that precede the one at {@code index}; among equal ones those before it do. Keys are not negative. */
    private static int countBefore(long[] keys, int index, int count) {
        long key = keys[index];
        long before = 0;
        for (int i = 0; i < index; i++) {
            before += (keys[i] - key - 1) >>> 63; // 1 if keys[i] <= key
        }
        for (int i = index + 1; i < count; i++) {
            before += (keys[i] - key) >>> 63; // 1 if keys[i] < key
        }
        return (int) before;
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
