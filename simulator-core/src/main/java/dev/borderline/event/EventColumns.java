package dev.borderline.event;

import java.util.Arrays;

/** Events side by side in three arrays that only grow. */
final class EventColumns {
    long[] times;
    long[] orders;
    int[] slots;

    EventColumns(int capacity) {
        times = new long[capacity];
        orders = new long[capacity];
        slots = new int[capacity];
    }

    /** Makes room for at least so many events, keeping those there. */
    void ensure(int capacity) {
        if (capacity > times.length) {
            int grown = Math.max(capacity, 2 * times.length);
            times = Arrays.copyOf(times, grown);
            orders = Arrays.copyOf(orders, grown);
            slots = Arrays.copyOf(slots, grown);
        }
    }

    void set(int index, long time, long order, int slot) {
        times[index] = time;
        orders[index] = order;
        slots[index] = slot;
    }

    /** Copies the event at {@code from} of another set of columns to {@code to} of this one. */
    void copy(EventColumns source, int from, int to) {
        set(to, source.times[from], source.orders[from], source.slots[from]);
    }

    /** Moves {@code count} events from {@code from} on by one place, towards the end. */
    void shift(int from, int count) {
        System.arraycopy(times, from, times, from + 1, count);
        System.arraycopy(orders, from, orders, from + 1, count);
        System.arraycopy(slots, from, slots, from + 1, count);
    }

    /** Tells whether the given event is later than the one at the index. */
    boolean isLater(long time, long order, int index) {
        return time > times[index] || (time == times[index] && order > orders[index]);
    }
}
