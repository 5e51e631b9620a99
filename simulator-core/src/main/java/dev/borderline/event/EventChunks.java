package dev.borderline.event;

import java.util.Arrays;

/**
 * Room for events in chunks of {@value #EVENTS}, strung into stacks. A stack is named by its end, the place where its next
 * event would go; all its chunks are full but the top one. The end of an empty stack is 0, or any chunk's first place.
 *
 * <p>Chunks lie in pages that are never moved, so growing copies nothing but one link (4 bytes) a chunk. A chunk given
 * back is the first to be reused, while it is still in the cache. An event takes three longs, 24 bytes.
 */
final class EventChunks {
    /** Events in a chunk. */
    static final int EVENTS = 1 << 4;

    /** Places of an event's longs. */
    static final int TIME = 0;

    static final int ORDER = 1;
    static final int SLOT = 2;

    /** No chunk: the end of the list of free ones. */
    private static final int NONE = -1;

    /** Longs of an event. */
    static final int EVENT_LONGS = 3;

    private static final int EVENT_SHIFT = 4;
    private static final int EVENT_MASK = EVENTS - 1;
    private static final int PAGE_SHIFT = 12;
    private static final int PAGE_EVENTS = 1 << PAGE_SHIFT;
    private static final int PAGE_MASK = PAGE_EVENTS - 1;

    private long[][] pages = new long[0][];
    private int pageCount;
    private int[] next = new int[0];
    private int firstFree = NONE;
    private int used;

    /** Tells whether this is the place of a chunk's first event. */
    static boolean isFirst(int event) {
        return (event & EVENT_MASK) == 0;
    }

    /** Number of events in the top chunk of a stack that is not empty. */
    static int inTopChunk(int end) {
        return ((end - 1) & EVENT_MASK) + 1;
    }

    /** Number of events that still have room in a stack's top chunk. */
    static int roomAfter(int end) {
        return -end & EVENT_MASK;
    }

    /** Puts a chunk on top of a stack whose top chunk is full. Returns the chunk's first place. */
    int take(int end) {
        int chunk = firstFree;
        if (chunk == NONE) {
            chunk = used++;
            if (chunk >>> (PAGE_SHIFT - EVENT_SHIFT) == pageCount) {
                addPage();
            }
        } else {
            firstFree = next[chunk];
        }
        next[chunk] = end;
        return chunk << EVENT_SHIFT;
    }

    private void addPage() {
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(4, 2 * pageCount));
            next = Arrays.copyOf(next, pages.length << (PAGE_SHIFT - EVENT_SHIFT));
        }
        pages[pageCount++] = new long[PAGE_EVENTS * EVENT_LONGS];
    }

    /** Gives the chunk back that an event lies in and returns the end of the stack below it. */
    int giveBack(int event) {
        int chunk = event >>> EVENT_SHIFT;
        int end = next[chunk];
        next[chunk] = firstFree;
        firstFree = chunk;
        return end;
    }

    /** The end of the stack below the chunk that an event lies in. */
    int below(int event) {
        return next[event >>> EVENT_SHIFT];
    }

    /** Writes an event into its place. */
    void set(int event, long time, long order, int slot) {
        long[] page = page(event);
        int at = at(event);
        page[at + TIME] = time;
        page[at + ORDER] = order;
        page[at + SLOT] = slot;
    }

    /** The array an event lies in. */
    long[] page(int event) {
        return pages[event >>> PAGE_SHIFT];
    }

    /** Place in its page at which an event begins. */
    int at(int event) {
        return (event & PAGE_MASK) * EVENT_LONGS;
    }

    /** Copies a stack's events into an array, the last one up to {@code targetEnd}, and gives the stack's chunks back. */
    void unload(int stackEnd, int count, long[] target, int targetEnd) {
        int end = stackEnd;
        int to = targetEnd;
        for (int left = count; left > 0; ) {
            int inChunk = inTopChunk(end);
            int first = end - inChunk;
            left -= inChunk;
            to -= inChunk * EVENT_LONGS;
            System.arraycopy(page(first), at(first), target, to, inChunk * EVENT_LONGS);
            end = giveBack(first);
        }
    }
}
