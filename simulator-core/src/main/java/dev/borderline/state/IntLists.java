package dev.borderline.state;

import java.util.Arrays;

/** Lists of whole numbers of 32 bits that a run keeps: a diary, or the queues before some counters. */
public final class IntLists implements StatePart {
    private static final int ROOM = 16;

    private final int[][] lists;
    private final int[] sizes;

    IntLists(int count) {
        lists = new int[count][ROOM];
        sizes = new int[count];
    }

    /** Puts a number at the end of a list. */
    public void add(int list, int value) {
        int size = sizes[list]++;
        if (size == lists[list].length) {
            lists[list] = Arrays.copyOf(lists[list], 2 * size);
        }
        lists[list][size] = value;
    }

    /** Length of a list. */
    public int size(int list) {
        return sizes[list];
    }

    /** A number of a list. */
    public int get(int list, int index) {
        return lists[list][index];
    }

    /** Empties a list. */
    public void clear(int list) {
        sizes[list] = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.int32s(sizes, sizes.length);
        for (int list = 0; list < sizes.length; list++) {
            out.int32s(lists[list], sizes[list]);
        }
    }

    @Override
    public void load(StateReader in) {
        in.int32s(sizes, sizes.length);
        for (int list = 0; list < sizes.length; list++) {
            if (sizes[list] > lists[list].length) {
                lists[list] = new int[sizes[list]];
            }
            in.int32s(lists[list], sizes[list]);
        }
    }
}
