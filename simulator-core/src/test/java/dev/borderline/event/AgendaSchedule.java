package dev.borderline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;

/** A schedule written as bytes and played on the ladder and on the heap, which must agree at every step. */
final class AgendaSchedule {
    private static final int ADD = 0;
    private static final int ADD_MANY = 1;
    private static final int POLL = 2;
    private static final int POLL_MANY = 3;
    private static final int DROP = 4;
    private static final int OPERATIONS = 5;
    private static final int SLOTS = 256;
    private static final int PENDING_MAX = 200_000;

    private final Agenda ladder = new LadderAgenda();
    private final Agenda heap = new HeapAgenda();
    private long now;

    /** Six bytes an operation, whatever they are. */
    void play(byte[] schedule) {
        ByteBuffer bytes = ByteBuffer.wrap(schedule);
        while (bytes.remaining() >= Long.BYTES) {
            step(bytes);
        }
        while (poll(Long.MAX_VALUE)) {}
        assertThat(ladder.size()).isEqualTo(heap.size());
    }

    private void step(ByteBuffer bytes) {
        int operation = Math.floorMod(bytes.get(), OPERATIONS);
        int count = 1 << (bytes.get() & 7);
        long delay = delay(bytes.get(), bytes.getShort());
        switch (operation) {
            case ADD -> add(delay, bytes.get());
            case ADD_MANY -> {
                long step = bytes.get();
                for (int i = 0; i < count && heap.size() < PENDING_MAX; i++) {
                    add(delay + i * step, i);
                }
            }
            case POLL -> poll(now + delay);
            case POLL_MANY -> {
                for (int i = 0; i < count && poll(Long.MAX_VALUE); i++) {}
            }
            case DROP -> {
                int mask = bytes.get();
                ladder.removeIf(slot -> (slot & mask) == mask);
                heap.removeIf(slot -> (slot & mask) == mask);
            }
            default -> throw new IllegalStateException("no operation " + operation);
        }
        assertThat(ladder.size()).isEqualTo(heap.size());
    }

    /** From 0 to the largest long, all magnitudes alike. */
    private static long delay(int shift, short bits) {
        return ((long) bits & 0xFFFF) << (shift & 63) & Long.MAX_VALUE;
    }

    private void add(long delay, long order) {
        long time = now > Long.MAX_VALUE - Math.max(0, delay) ? Long.MAX_VALUE : now + Math.max(0, delay);
        long nonNegative = order & Long.MAX_VALUE;
        int slot = (int) ((time ^ nonNegative) & (SLOTS - 1)); // equal events must look equal
        ladder.add(time, nonNegative, slot);
        heap.add(time, nonNegative, slot);
    }

    private boolean poll(long endExclusive) {
        long end = endExclusive < 0 ? Long.MAX_VALUE : endExclusive;
        boolean polled = heap.poll(end);
        assertThat(ladder.poll(end)).isEqualTo(polled);
        if (polled) {
            assertThat(ladder.time()).isEqualTo(heap.time());
            assertThat(ladder.order()).isEqualTo(heap.order());
            assertThat(ladder.slot()).isEqualTo(heap.slot());
            now = heap.time();
        }
        return polled;
    }
}
