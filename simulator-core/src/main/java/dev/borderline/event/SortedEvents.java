package dev.borderline.event;

import java.util.function.IntPredicate;

/**
 * The bottom of the ladder: a few events, sorted, the earliest at the end where it is cheap to take.
 *
 * <p>A handful of events is sorted by counting, for each, how many of the others precede it: n² steps, but none of them
 * a branch that could be mispredicted. For the 8 to 30 events that come at a time this took half as long as insertion
 * sort, whose every stop is a surprise to the processor. Ties in the key counted by are mended by insertion afterwards.
 */
final class SortedEvents {
    /** Events sorted at a time at most, and places an insertion may shift; above, the ladder divides further. */
    static final int LIMIT = 64;

    private EventColumns sorted = new EventColumns(2 * LIMIT);
    private EventColumns loaded = new EventColumns(2 * LIMIT);
    private int size;

    int size() {
        return size;
    }

    long time(int index) {
        return sorted.times[index];
    }

    long order(int index) {
        return sorted.orders[index];
    }

    int slot(int index) {
        return sorted.slots[index];
    }

    /** Takes out the earliest event, which stays readable at index {@link #size} until the next change. */
    void removeEarliest() {
        size--;
    }

    /** Takes out all events, which stay readable until the next change. */
    void clear() {
        size = 0;
    }

    /** Puts an event in its place, unless it would have to pass more than {@link #LIMIT} earlier ones: then answers false. */
    boolean insert(long time, long order, int slot) {
        int place = size;
        int lowest = Math.max(0, size - LIMIT);
        while (place > lowest && sorted.isLater(time, order, place - 1)) {
            place--;
        }
        if (place == lowest && lowest > 0) {
            return false;
        }
        sorted.ensure(size + 1);
        sorted.shift(place, size - place);
        sorted.set(place, time, order, slot);
        size++;
        return true;
    }

    /** Takes over a bucket's events when none are left here. More than {@link #LIMIT} must be equal to one another. */
    void load(EventChunks chunks, int head, int count) {
        loaded.ensure(count);
        int chunk = head;
        for (int i = count - 1; i >= 0; i--) {
            long[] page = chunks.page(chunk);
            int at = chunks.at(chunk, i);
            loaded.set(i, page[at + EventChunks.TIME], page[at + EventChunks.ORDER], (int) page[at + EventChunks.SLOT]);
            if (EventChunks.isFirst(i)) {
                chunk = chunks.giveBack(chunk);
            }
        }
        size = count;
        if (count > LIMIT) {
            EventColumns equal = loaded;
            loaded = sorted;
            sorted = equal;
        } else {
            sort(count);
        }
    }

    private void sort(int count) {
        long[] keys = loaded.times;
        if (isConstant(keys, count)) {
            keys = loaded.orders;
        }
        for (int i = 0; i < count; i++) {
            sorted.copy(loaded, i, count - 1 - countBefore(keys, i, count));
        }
        for (int i = 1; i < count; i++) {
            if (sorted.isLater(sorted.times[i], sorted.orders[i], i - 1)) {
                mend(i);
            }
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

    /** Inserts the event at {@code index} among those before it. */
    private void mend(int index) {
        long time = sorted.times[index];
        long order = sorted.orders[index];
        int slot = sorted.slots[index];
        int place = index;
        while (place > 0 && sorted.isLater(time, order, place - 1)) {
            place--;
        }
        sorted.shift(place, index - place);
        sorted.set(place, time, order, slot);
    }

    /** Drops every event whose slot satisfies the predicate. */
    void removeIf(IntPredicate dropped) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!dropped.test(sorted.slots[i])) {
                sorted.copy(sorted, i, kept++);
            }
        }
        size = kept;
    }
}
