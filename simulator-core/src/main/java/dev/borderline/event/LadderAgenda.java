package dev.borderline.event;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A ladder queue on primitive arrays, after Tang, Goh and Thng, "Ladder queue. An O(1) priority queue structure for
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
 * <p><b>Widths</b> are powers of two, so that a shift finds the bucket, and such that the lowest buckets get 4 to 8 events.
 * Where a bucket's bounds are known its events are taken to lie evenly. In an open bucket, and at first, the events' mean
 * distance from the earliest says how dense they are there; the rung reaches eight times as far, so that events yet to
 * come find their bucket too. If that makes more than 2^11 buckets, rungs of about equally many share the work.
 *
 * <p><b>Nothing is degenerate.</b> A bucket of a single instant is divided by the order word instead: a rung is by time or
 * by order. Events equal in both need no sorting. A bucket that must be divided has more than 32 events and gets at least
 * 8 buckets, so each rung takes 3 of the 63 bits of time, then of the 63 of order; no more than an eighth of an open
 * bucket's events lie beyond eight times their mean, so outliers cost a rung or two.
 *
 * <p><b>Memory</b>: 24 bytes for a pending event, half a chunk of sixteen left empty for each bucket in use, and 16 KB for
 * a rung: measured 25 bytes an event from a million on, 38 at 100,000, 107 at 10,000, of which room comes in pages of
 * 96 KB. {@link EventChunks} keeps what it once grew to.
 */
final class LadderAgenda implements Agenda {
    /** A rung has 2^11 buckets at most: their ends, 8 KB, stay in the processor's nearest cache. */
    private static final int MAX_BITS = 11;

    /** Buckets are made for at most 2^3 events. */
    private static final int LOAD_BITS = 3;

    /** A rung with an open end reaches so many times the mean distance from the earliest event. */
    private static final int REACH = 8;

    private final EventChunks chunks = new EventChunks();
    private final SortedEvents bottom = new SortedEvents();
    private final Extent extent = new Extent();
    private Rung[] rungs = {};
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
        int event = rung.ends[bucket];
        if (EventChunks.isFirst(event)) {
            event = chunks.take(event);
            rung.rooms[bucket] += EventChunks.EVENTS;
        }
        rung.ends[bucket] = event + 1;
        chunks.set(event, time, order, slot);
    }

    @Override
    public boolean poll(long endExclusive) {
        if (bottom.isEmpty() && size > 0) {
            refill();
            tellSoonDue();
        }
        if (!bottom.poll(endExclusive)) {
            return false;
        }
        size--;
        return true;
    }

    /** Brings the events that are next into the bottom. There must be some. */
    private void refill() {
        while (bottom.isEmpty()) {
            Rung rung = rungs[depth - 1];
            int bucket = rung.takeBucket();
            int count = rung.count(bucket);
            int end = rung.ends[bucket];
            rung.clear(bucket);
            if (bucket == rung.last) {
                depth--;
            }
            if (count <= SortedEvents.LIMIT) {
                bottom.load(chunks, end, count);
            } else {
                divide(rung, bucket, end, count);
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

    /** Throws the events of a bucket just taken into a new rung. Those that are all equal go into the bottom. */
    private void divide(Rung rung, int bucket, int end, int count) {
        Rung below = nextRung();
        boolean isClosed = bucket != rung.last && rung.shift > 0;
        if (isClosed && !isMonotonous(rung, end)) {
            below.coverBucket(rung, bucket, count);
        } else {
            extent.measure(chunks, end, count);
            below.cover(extent, count);
        }
        if (below.isPoint()) {
            bottom.load(chunks, end, count);
        } else {
            depth++;
            scatter(below, end, count);
        }
    }

    /** Tells whether a bucket's last events are equal in what its rung divides by, so that all may be. */
    private boolean isMonotonous(Rung rung, int end) {
        extent.measure(chunks, end, EventChunks.inTopChunk(end));
        return rung.isByOrder ? extent.minOrder == extent.maxOrder : extent.minTime == extent.maxTime;
    }

    private Rung nextRung() {
        if (depth == rungs.length) {
            rungs = Arrays.copyOf(rungs, depth + 1);
            rungs[depth] = new Rung();
        }
        return rungs[depth];
    }

    private void scatter(Rung rung, int end, int count) {
        int event = end;
        for (int i = count; i > 0; i--) {
            event--;
            long[] page = chunks.page(event);
            int at = chunks.at(event);
            long time = page[at + EventChunks.TIME];
            long order = page[at + EventChunks.ORDER];
            int slot = (int) page[at + EventChunks.SLOT];
            if (EventChunks.isFirst(event)) {
                event = chunks.giveBack(event);
            }
            push(rung, rung.bucketOf(time, order), time, order, slot);
        }
    }

    /** Makes the bottom a rung of its own. */
    private void divideBottom() {
        int count = bottom.size();
        extent.clear(bottom.time(count - 1));
        for (int i = 0; i < count; i++) {
            extent.include(bottom.time(i), bottom.order(i));
        }
        Rung rung = nextRung();
        rung.cover(extent, count);
        depth++;
        bottom.clear();
        for (int i = 0; i < count; i++) {
            push(rung, rung.bucketOf(bottom.time(i), bottom.order(i)), bottom.time(i), bottom.order(i), bottom.slot(i));
        }
    }

    @Override
    public long time() {
        return bottom.takenTime();
    }

    @Override
    public long order() {
        return bottom.takenOrder();
    }

    @Override
    public int slot() {
        return bottom.takenSlot();
    }

    @Override
    public int size() {
        return size;
    }

    /** Shows every event, in no order. */
    void forEach(EventVisitor visitor) {
        for (int i = 0; i < bottom.size(); i++) {
            visitor.visit(bottom.time(i), bottom.order(i), bottom.slot(i));
        }
        for (int i = 0; i < depth; i++) {
            for (int bucket = rungs[i].current; bucket <= rungs[i].last; bucket++) {
                visit(rungs[i].ends[bucket], rungs[i].count(bucket), visitor);
            }
        }
    }

    private void visit(int end, int count, EventVisitor visitor) {
        int event = end - 1;
        for (int i = count; i > 0; i--) {
            long[] page = chunks.page(event);
            int at = chunks.at(event);
            visitor.visit(page[at + EventChunks.TIME], page[at + EventChunks.ORDER], (int) page[at + EventChunks.SLOT]);
            event = EventChunks.isFirst(event) ? chunks.below(event) - 1 : event - 1;
        }
    }

    @Override
    public void removeIf(IntPredicate dropped) {
        bottom.removeIf(dropped);
        size = bottom.size();
        for (int i = 0; i < depth; i++) {
            for (int bucket = rungs[i].current; bucket <= rungs[i].last; bucket++) {
                sweep(rungs[i], bucket, dropped);
                size += rungs[i].count(bucket);
            }
        }
    }

    private void sweep(Rung rung, int bucket, IntPredicate dropped) {
        int event = rung.ends[bucket];
        int count = rung.count(bucket);
        rung.clear(bucket);
        for (int i = count; i > 0; i--) {
            event--;
            long[] page = chunks.page(event);
            int at = chunks.at(event);
            long time = page[at + EventChunks.TIME];
            long order = page[at + EventChunks.ORDER];
            int slot = (int) page[at + EventChunks.SLOT];
            if (EventChunks.isFirst(event)) {
                event = chunks.giveBack(event);
            }
            if (!dropped.test(slot)) {
                push(rung, bucket, time, order, slot);
            }
        }
    }

    /** A look at an event that is held. */
    @FunctionalInterface
    interface EventVisitor {
        /** Takes note of one event; the agenda must not be changed meanwhile. */
        void visit(long time, long order, int slot);
    }

    /** The smallest and largest time and order among some events, and the sum of their distances from some instant. */
    private static final class Extent {
        private long minTime;
        private long maxTime;
        private long minOrder;
        private long maxOrder;
        private long origin;
        private double distances;

        void clear(long someTime) {
            minTime = Long.MAX_VALUE;
            maxTime = 0;
            minOrder = Long.MAX_VALUE;
            maxOrder = 0;
            origin = someTime;
            distances = 0;
        }

        void include(long time, long order) {
            minTime = Math.min(minTime, time);
            maxTime = Math.max(maxTime, time);
            minOrder = Math.min(minOrder, order);
            maxOrder = Math.max(maxOrder, order);
            distances += (double) (time - origin);
        }

        /** Includes the topmost events of a stack. */
        void measure(EventChunks chunks, int end, int count) {
            int event = end - 1;
            clear(chunks.page(event)[chunks.at(event) + EventChunks.TIME]);
            for (int i = count; i > 0; i--) {
                long[] page = chunks.page(event);
                int at = chunks.at(event);
                include(page[at + EventChunks.TIME], page[at + EventChunks.ORDER]);
                event = EventChunks.isFirst(event) ? chunks.below(event) - 1 : event - 1;
            }
        }

        /** Mean distance from the earliest event, ticks. */
        double mean(int count) {
            return distances / count - (double) (minTime - origin);
        }
    }

    /**
     * A row of buckets of equal width. They cover a range of times, or a range of order words at one time. Buckets before
     * {@code current} have been taken: (belowTime, belowOrder) is the last key they covered. The last bucket is open. Of a
     * bucket's events are kept where the next would go, and how many its chunks have room for.
     */
    private static final class Rung {
        private final int[] ends = new int[(1 << MAX_BITS) + 1];
        private final int[] rooms = new int[(1 << MAX_BITS) + 1];
        private int current;
        private int last;
        private int shift;
        private boolean isByOrder;
        private long onlyTime;
        private long start;
        private long range;
        private long belowTime;
        private long belowOrder;

        int count(int bucket) {
            return rooms[bucket] - EventChunks.roomAfter(ends[bucket]);
        }

        void clear(int bucket) {
            rooms[bucket] = 0;
            ends[bucket] = 0;
        }

        /** Covers what was measured and what is to come: by time if times differ, else by order. */
        void cover(Extent extent, int count) {
            isByOrder = extent.minTime == extent.maxTime;
            onlyTime = extent.minTime;
            if (isByOrder) {
                long orders = extent.maxOrder - extent.minOrder;
                cover(extent.minOrder, orders, bits(orders) - bits(count >>> LOAD_BITS));
            } else {
                double mean = extent.mean(count);
                long reach = Math.min(Long.MAX_VALUE - onlyTime, Math.max(1, (long) (REACH * mean)));
                cover(onlyTime, reach, bits((long) (mean / count * (1 << LOAD_BITS))) - 1);
            }
        }

        /** Covers what a bucket wider than 1, not the last, of the rung above covered. */
        void coverBucket(Rung above, int bucket, int count) {
            isByOrder = above.isByOrder;
            onlyTime = above.onlyTime;
            long from = above.start + ((long) bucket << above.shift);
            cover(from, (1L << above.shift) - 1, above.shift - bits(count >>> LOAD_BITS));
        }

        /** Number of bits of a number, 0 for 0. */
        private static int bits(long number) {
            return Long.SIZE - Long.numberOfLeadingZeros(number);
        }

        /** Takes as wide buckets as wished, or, if they were too many, a root of their number. Further rungs do the rest. */
        private void cover(long newStart, long newRange, int wishedShift) {
            start = newStart;
            range = newRange;
            int narrow = Math.max(0, wishedShift);
            int wished = bits(range >>> narrow);
            int levels = Math.max(1, (wished + MAX_BITS - 1) / MAX_BITS);
            shift = narrow + wished - (wished + levels - 1) / levels;
            last = (int) (range >>> shift) + 1;
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
            while (bucket < last && rooms[bucket] == 0) {
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
