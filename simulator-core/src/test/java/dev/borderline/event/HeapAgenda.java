package dev.borderline.event;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A binary heap (Williams 1964): the simple agenda that the fast one is tested against. */
final class HeapAgenda implements Agenda {
    private long[] times = new long[16];
    private long[] orders = new long[16];
    private int[] slots = new int[16];
    private int size;
    private long time;
    private long order;
    private int slot;

    @Override
    public void add(long newTime, long newOrder, int newSlot) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            slots = Arrays.copyOf(slots, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!isBefore(newTime, newOrder, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, newTime, newOrder, newSlot);
    }

    @Override
    public boolean poll(long endExclusive) {
        if (size == 0 || times[0] >= endExclusive) {
            return false;
        }
        time = times[0];
        order = orders[0];
        slot = slots[0];
        size--;
        siftDown(times[size], orders[size], slots[size]);
        return true;
    }

    private void siftDown(long lastTime, long lastOrder, int lastSlot) {
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && isBefore(times[child + 1], orders[child + 1], child)) {
                child++;
            }
            if (isBefore(lastTime, lastOrder, child)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, lastTime, lastOrder, lastSlot);
    }

    private boolean isBefore(long aTime, long aOrder, int index) {
        return aTime < times[index] || (aTime == times[index] && aOrder < orders[index]);
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], slots[from]);
    }

    private void put(int index, long aTime, long anOrder, int aSlot) {
        times[index] = aTime;
        orders[index] = anOrder;
        slots[index] = aSlot;
    }

    @Override
    public long time() {
        return time;
    }

    @Override
    public long order() {
        return order;
    }

    @Override
    public int slot() {
        return slot;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void removeIf(IntPredicate dropped) {
        int count = size;
        size = 0;
        for (int i = 0; i < count; i++) {
            if (!dropped.test(slots[i])) {
                add(times[i], orders[i], slots[i]);
            }
        }
    }
}
