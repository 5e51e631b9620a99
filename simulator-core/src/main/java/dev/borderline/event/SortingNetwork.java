package dev.borderline.event;

import java.util.Arrays;

/**
 * Sorts a few numbers without a branch that could be mispredicted. The comparisons are fixed, only what they
 * exchange depends on the numbers.
 *
 * <p>Eight are sorted by the 19 comparisons that are known to be the fewest (Knuth, TAOCP 3, 5.3.4); two rows of eight are
 * merged by Batcher's odd-even merge (1968). Of two rows that differ in length the shorter is filled up with {@link #VOID}.
 */
final class SortingNetwork {
    /** Numbers sorted at a time at most. */
    static final int WIDTH = 32;

    /** Half of the width: so many cost less than half. */
    private static final int HALF = 16;

    private static final int EIGHT = 8;

    /** Above every number that may be sorted, which lie within ±2^61, so that no difference overflows. */
    static final long VOID = 1L << 62;

    private static final int SIGN_SHIFT = Long.SIZE - 1;

    private SortingNetwork() {}

    /** Makes the first numbers of an array ready for {@code count} others. */
    static void clear(long[] numbers, int count) {
        Arrays.fill(numbers, 0, HALF, VOID);
        if (count > EIGHT) {
            Arrays.fill(numbers, EIGHT, count > HALF ? WIDTH : HALF, VOID);
        }
    }

    /** Sorts the first {@code count} of a cleared array's numbers. */
    static void sort(long[] numbers, int count) {
        sortEight(numbers, 0);
        if (count > EIGHT) {
            sortEight(numbers, EIGHT);
            mergeEights(numbers, 0);
        }
        if (count > HALF) {
            sortEight(numbers, HALF);
            sortEight(numbers, HALF + EIGHT);
            mergeEights(numbers, HALF);
            mergeHalves(numbers);
        }
    }

    private static void sortEight(long[] a, int from) {
        exchange(a, from, from + 2);
        exchange(a, from + 1, from + 3);
        exchange(a, from + 4, from + 6);
        exchange(a, from + 5, from + 7);

        exchange(a, from, from + 4);
        exchange(a, from + 1, from + 5);
        exchange(a, from + 2, from + 6);
        exchange(a, from + 3, from + 7);

        exchange(a, from, from + 1);
        exchange(a, from + 2, from + 3);
        exchange(a, from + 4, from + 5);
        exchange(a, from + 6, from + 7);

        exchange(a, from + 2, from + 4);
        exchange(a, from + 3, from + 5);
        exchange(a, from + 1, from + 4);
        exchange(a, from + 3, from + 6);

        exchange(a, from + 1, from + 2);
        exchange(a, from + 3, from + 4);
        exchange(a, from + 5, from + 6);
    }

    private static void mergeEights(long[] a, int from) {
        exchange(a, from, from + 8);
        exchange(a, from + 1, from + 9);
        exchange(a, from + 2, from + 10);
        exchange(a, from + 3, from + 11);
        exchange(a, from + 4, from + 12);
        exchange(a, from + 5, from + 13);
        exchange(a, from + 6, from + 14);
        exchange(a, from + 7, from + 15);

        exchange(a, from + 4, from + 8);
        exchange(a, from + 5, from + 9);
        exchange(a, from + 6, from + 10);
        exchange(a, from + 7, from + 11);

        exchange(a, from + 2, from + 4);
        exchange(a, from + 3, from + 5);
        exchange(a, from + 6, from + 8);
        exchange(a, from + 7, from + 9);
        exchange(a, from + 10, from + 12);
        exchange(a, from + 11, from + 13);

        exchange(a, from + 1, from + 2);
        exchange(a, from + 3, from + 4);
        exchange(a, from + 5, from + 6);
        exchange(a, from + 7, from + 8);
        exchange(a, from + 9, from + 10);
        exchange(a, from + 11, from + 12);
        exchange(a, from + 13, from + 14);
    }

    private static void mergeHalves(long[] a) {
        for (int i = 0; i < HALF; i++) {
            exchange(a, i, i + HALF);
        }
        for (int distance = HALF / 2; distance > 0; distance /= 2) {
            for (int i = distance; i < WIDTH - distance; i++) {
                if ((i & distance) != 0) {
                    exchange(a, i, i + distance);
                }
            }
        }
    }

    /** Puts the smaller of two numbers first. */
    private static void exchange(long[] a, int first, int second) {
        long x = a[first];
        long y = a[second];
        long excess = (x - y) & ((x - y) >> SIGN_SHIFT); // x - y if that is negative, else 0
        a[first] = y + excess;
        a[second] = x - excess;
    }
}
