package dev.borderline.event;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A ladder queue on primitive arrays, after Tang, Goh and Thng, "Ladder queue: an O(1) priority queue structure for
 * large-scale discrete event simulation", ACM TOMACS 15(3), 2005.
 *
 * <p>Sorting is put off. Far events are thrown unsorted into wide buckets; only when a wide bucket comes due are its
 * events thrown into narrower ones, on the next rung down; only a bucket of a few events is sorted. Each event is moved
 * a few times, to a place computed rather than searched, so the cost does not grow with the number pending.
 *
 * <pre>
 * time    now                                                                      far
 * bottom  [a b c d]                     a few events, sorted (kept backwards: a is taken from the end)
 * rung 2           |.  |. .|.  |   |.&rarr;   a bucket of rung 1, divided
 * rung 1                             |. . .|...  |. . . |.&rarr;   a bucket of rung 0, divided
 * rung 0                                                  |. ..  ...|.. . .   |. . ..&rarr;
 *
 *         A bucket's dots are not sorted. The last bucket of a rung (&rarr;) is open: it takes whatever is later,
 *         up to where the rung above begins.
 * </pre>
 *
 * <p><b>Adding.</b> An event goes to the first rung, from the top, of which it is not below the boundary; boundaries fall
 * from rung to rung. If it is below them all it is inserted into the bottom. If it had to pass too many there, the
 * whole bottom becomes a new rung first.
 *
 * <p><b>Taking.</b> From the end of the bottom. When that is empty, the next bucket of the lowest rung that holds any
 * is sorted into the bottom, or, if it is too full, divided into a new rung below. A rung disappears when its last
 * bucket is taken. The paper's "top", the unsorted far future, is here the open last bucket of rung 0.
 *
 * <p><b>Widths</b> are powers of two, so that a shift finds the bucket. A bucket of a single instant is divided by the
 * order word instead: a rung is by time or by order. Events equal in both need no sorting. Hence no population of times
 * is degenerate: a bucket that must be divided has more than 32 events and gets at least 8 buckets, so each rung takes
 * 3 of the 63 bits of time, then of the 63 of order; outliers cost a rung or two.
 *
 * <p><b>Memory</b>: 24 bytes for a pending event, and half a chunk of sixteen left empty for each bucket in use: measured
 * 24 to 26 bytes an event from a million on, 39 at 100,000, 64 at 10,000. {@link EventChunks} keeps what it once grew to.
 */
final class LadderAgenda implements Agenda {
    /** A rung has 2^12 buckets at most: at 8 bytes each more would overflow the processor's nearest cache. */
    private static final int MAX_BITS = 12;

    /** Buckets are made for at most 2^3 events, if spread evenly. */
    private static final int LOAD_BITS = 3;

    /** And for 2^1 where the range is open: as a rule the near future is several times denser than the far. */
    private static final int OPEN_LOAD_BITS = 1;

    private final EventChunks chunks = new EventChunks();
    private final SortedEvents bottom = new SortedEvents();
    private final Extent extent = new Extent();
    private Rung[] rungs = {new Rung()};
    private int depth;
    private int size;
    private @Nullable LongConsumer soonDue;

    @Override
    public void add(long time, long order, int slot) {
        size++;
        place(time, order, slot);
    }

    private void place(long time, long order, int slot) {
        for (int i = 0; i < depth; i++) {
            Rung rung = rungs[i];
            if (rung.accepts(time, order)) {
                push(rung, rung.bucketOf(time, order), time, order, slot);
                return;
            }
        }
        if (!bottom.insert(time, order, slot)) {
            divideBottom();
            place(time, order, slot);
        }
    }

    private void push(Rung rung, int bucket, long time, long order, int slot) {
        int index = rung.counts[bucket]++;
        if (EventChunks.isFirst(index)) {
            rung.heads[bucket] = chunks.take(rung.heads[bucket]);
        }
        int chunk = rung.heads[bucket];
        long[] page = chunks.page(chunk);
        int at = chunks.at(chunk, index);
        page[at + EventChunks.TIME] = time;
        page[at + EventChunks.ORDER] = order;
        page[at + EventChunks.SLOT] = slot;
    }

    @Override
    public boolean poll(long endExclusive) {
        if (bottom.size() == 0 && size > 0) {
            refill();
            tellSoonDue();
        }
        int earliest = bottom.size() - 1;
        if (earliest < 0 || bottom.time(earliest) >= endExclusive) {
            return false;
        }
        bottom.removeEarliest();
        size--;
        return true;
    }

    /** Brings the events that are next into the bottom. There must be some. */
    private void refill() {
        while (bottom.size() == 0) {
            Rung rung = rungs[depth - 1];
            int bucket = rung.takeBucket();
            int count = rung.counts[bucket];
            int head = rung.heads[bucket];
            rung.counts[bucket] = 0;
            if (bucket == rung.last) {
                depth--;
            }
            if (count <= SortedEvents.LIMIT) {
                bottom.load(chunks, head, count);
            } else {
                divide(rung, bucket, head, count);
            }
        }
    }

    private void tellSoonDue() {
        LongConsumer told = soonDue;
        if (told != null) {
            for (int i = bottom.size() - 1; i >= 0; i--) {
                told.accept(bottom.order(i));
            }
        }
    }

    @Override
    public void lookahead(LongConsumer newSoonDue) {
        soonDue = newSoonDue;
    }

    /** Throws the events of a bucket just taken into a new rung, or into the bottom if they are all equal. */
    private void divide(Rung rung, int bucket, int head, int count) {
        Rung below = nextRung();
        if (bucket == rung.last) {
            extent.measure(chunks, head, count);
            below.cover(extent, bits(count, OPEN_LOAD_BITS));
        } else if (rung.shift > 0) {
            below.coverBucket(rung, bucket, bits(count, LOAD_BITS));
        } else {
            extent.measure(chunks, head, count);
            below.cover(extent, bits(count, LOAD_BITS));
        }
        if (below.isPoint()) {
            bottom.load(chunks, head, count);
        } else {
            depth++;
            scatter(below, head, count);
        }
    }

    /** Number of bits in the number of buckets for so many events. */
    private static int bits(int count, int loadBits) {
        return Math.min(MAX_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(count >>> loadBits));
    }

    private Rung nextRung() {
        if (depth == rungs.length) {
            rungs = Arrays.copyOf(rungs, depth + 1);
            rungs[depth] = new Rung();
        }
        return rungs[depth];
    }

    private void scatter(Rung rung, int head, int count) {
        int chunk = head;
        for (int i = count - 1; i >= 0; i--) {
            long[] page = chunks.page(chunk);
            int at = chunks.at(chunk, i);
            long time = page[at + EventChunks.TIME];
            long order = page[at + EventChunks.ORDER];
            int slot = (int) page[at + EventChunks.SLOT];
            if (EventChunks.isFirst(i)) {
                chunk = chunks.giveBack(chunk);
            }
            push(rung, rung.bucketOf(time, order), time, order, slot);
        }
    }

    /** Makes the bottom a rung of its own. */
    private void divideBottom() {
        int count = bottom.size();
        extent.clear();
        extent.include(bottom.time(0), bottom.order(0));
        extent.include(bottom.time(count - 1), bottom.order(count - 1));
        Rung rung = nextRung();
        rung.cover(extent, bits(count, LOAD_BITS));
        depth++;
        bottom.clear();
        for (int i = 0; i < count; i++) {
            push(rung, rung.bucketOf(bottom.time(i), bottom.order(i)), bottom.time(i), bottom.order(i), bottom.slot(i));
        }
    }

    @Override
    public long time() {
        return bottom.time(bottom.size());
    }

    @Override
    public long order() {
        return bottom.order(bottom.size());
    }

    @Override
    public int slot() {
        return bottom.slot(bottom.size());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void removeIf(IntPredicate dropped) {
        bottom.removeIf(dropped);
        size = bottom.size();
        for (int i = 0; i < depth; i++) {
            for (int bucket = rungs[i].current; bucket <= rungs[i].last; bucket++) {
                sweep(rungs[i], bucket, dropped);
                size += rungs[i].counts[bucket];
            }
        }
    }

    private void sweep(Rung rung, int bucket, IntPredicate dropped) {
        int count = rung.counts[bucket];
        int chunk = rung.heads[bucket];
        rung.counts[bucket] = 0;
        for (int i = count - 1; i >= 0; i--) {
            long[] page = chunks.page(chunk);
            int at = chunks.at(chunk, i);
            long time = page[at + EventChunks.TIME];
            long order = page[at + EventChunks.ORDER];
            int slot = (int) page[at + EventChunks.SLOT];
            if (EventChunks.isFirst(i)) {
                chunk = chunks.giveBack(chunk);
            }
            if (!dropped.test(slot)) {
                push(rung, bucket, time, order, slot);
            }
        }
    }

    /** The smallest and largest time and order among some events. */
    private static final class Extent {
        private long minTime;
        private long maxTime;
        private long minOrder;
        private long maxOrder;

        void clear() {
            minTime = Long.MAX_VALUE;
            maxTime = 0;
            minOrder = Long.MAX_VALUE;
            maxOrder = 0;
        }

        void include(long time, long order) {
            minTime = Math.min(minTime, time);
            maxTime = Math.max(maxTime, time);
            minOrder = Math.min(minOrder, order);
            maxOrder = Math.max(maxOrder, order);
        }

        void measure(EventChunks chunks, int head, int count) {
            clear();
            int chunk = head;
            for (int i = count - 1; i >= 0; i--) {
                long[] page = chunks.page(chunk);
                int at = chunks.at(chunk, i);
                include(page[at + EventChunks.TIME], page[at + EventChunks.ORDER]);
                if (EventChunks.isFirst(i)) {
                    chunk = chunks.below(chunk);
                }
            }
        }
    }

    /**
     * A row of buckets of equal width over a range of times, or over a range of order words at one time. Buckets before
     * {@code current} have been taken: (belowTime, belowOrder) is the last key they covered. The last bucket is open.
     */
    private static final class Rung {
        private int[] counts = new int[0];
        private int[] heads = new int[0];
        private int current;
        private int last;
        private int shift;
        private boolean isByOrder;
        private long onlyTime;
        private long start;
        private long range;
        private long belowTime;
        private long belowOrder;

        /** Covers what was measured: by time if times differ, else by order. */
        void cover(Extent extent, int bits) {
            isByOrder = extent.minTime == extent.maxTime;
            onlyTime = extent.minTime;
            if (isByOrder) {
                cover(extent.minOrder, extent.maxOrder - extent.minOrder, bits);
            } else {
                cover(extent.minTime, extent.maxTime - extent.minTime, bits);
            }
        }

        /** Covers what a bucket wider than 1, not the last, of the rung above covered. */
        void coverBucket(Rung above, int bucket, int bits) {
            isByOrder = above.isByOrder;
            onlyTime = above.onlyTime;
            cover(above.start + ((long) bucket << above.shift), (1L << above.shift) - 1, bits);
        }

        private void cover(long newStart, long newRange, int bits) {
            start = newStart;
            range = newRange;
            shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(range) - bits);
            last = (int) (range >>> shift) + 1;
            if (counts.length <= last) {
                counts = new int[(1 << bits) + 1];
                heads = new int[(1 << bits) + 1];
            }
            current = 0;
            setBelow();
        }

        /** Tells whether only equal events were measured. */
        boolean isPoint() {
            return isByOrder && range == 0;
        }

        /** Tells whether an event belongs here or further up, rather than below. */
        boolean accepts(long time, long order) {
            return time > belowTime || (time == belowTime && order > belowOrder);
        }

        /** The bucket for an event this rung accepts or is first to hold. */
        int bucketOf(long time, long order) {
            if (!isByOrder) {
                return (int) Math.min((time - start) >>> shift, last);
            }
            return time > onlyTime ? last : (int) Math.min((order - start) >>> shift, last);
        }

        /** Takes the next bucket that holds events, or the last. */
        int takeBucket() {
            int bucket = current;
            while (bucket < last && counts[bucket] == 0) {
                bucket++;
            }
            current = bucket + 1;
            setBelow();
            return bucket;
        }

        private void setBelow() {
            long below = start + ((long) current << shift) - 1;
            if (below < -1) { // past the largest long: nothing is beyond
                below = Long.MAX_VALUE;
            }
            belowTime = isByOrder ? onlyTime : below;
            belowOrder = isByOrder ? below : Long.MAX_VALUE;
        }
    }
}
