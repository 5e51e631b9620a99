package dev.borderline.event;

import java.util.Arrays;

/**
 * Room for events in chunks of {@value #EVENTS}, strung into stacks that their owners keep by head chunk and count.
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

    private static final int EVENT_MASK = EVENTS - 1;
    private static final int CHUNK_LONGS = EVENTS * EVENT_LONGS;
    private static final int PAGE_SHIFT = 8;
    private static final int PAGE_CHUNKS = 1 << PAGE_SHIFT;
    private static final int PAGE_MASK = PAGE_CHUNKS - 1;

    private long[][] pages = new long[0][];
    private int pageCount;
    private int[] next = new int[0];
    private int firstFree = NONE;
    private int used;

    /** Tells whether the stack's event of this index is the first in its chunk. */
    static boolean isFirst(int index) {
        return (index & EVENT_MASK) == 0;
    }

    /** Takes a chunk and puts it on top of the stack with the given head, which for an empty stack may be any number. */
    int take(int head) {
        int chunk = firstFree;
        if (chunk == NONE) {
            chunk = used++;
            if (chunk >>> PAGE_SHIFT == pageCount) {
                addPage();
            }
        } else {
            firstFree = next[chunk];
        }
        next[chunk] = head;
        return chunk;
    }

    private void addPage() {
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(4, 2 * pageCount));
            next = Arrays.copyOf(next, pages.length << PAGE_SHIFT);
        }
        pages[pageCount++] = new long[PAGE_CHUNKS * CHUNK_LONGS];
    }

    /** Gives the top chunk of a stack back and returns the one below it. */
    int giveBack(int head) {
        int below = next[head];
        next[head] = firstFree;
        firstFree = head;
        return below;
    }

    /** The chunk below in the stack. */
    int below(int chunk) {
        return next[chunk];
    }

    /** The array a chunk lies in. */
    long[] page(int chunk) {
        return pages[chunk >>> PAGE_SHIFT];
    }

    /** Where in its page the stack's event of this index begins, given the chunk that holds it. */
    int at(int chunk, int index) {
        return (chunk & PAGE_MASK) * CHUNK_LONGS + (index & EVENT_MASK) * EVENT_LONGS;
    }

    /** Copies a stack's events to the front of an array, from the bottom up, and gives its chunks back. */
    void unload(int head, int count, long[] target) {
        int chunk = head;
        int left = count;
        while (left > 0) {
            int inChunk = ((left - 1) & EVENT_MASK) + 1;
            left -= inChunk;
            System.arraycopy(page(chunk), at(chunk, 0), target, left * EVENT_LONGS, inChunk * EVENT_LONGS);
            chunk = giveBack(chunk);
        }
    }
}
