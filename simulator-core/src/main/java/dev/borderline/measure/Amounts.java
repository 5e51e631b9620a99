package dev.borderline.measure;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;

/**
 * Amounts of money, each kept, so that their quantiles are exact and do not depend on order: eight bytes an amount. The
 * quantile q of n amounts is the ⌈q n⌉-th smallest, the inverse of the empirical distribution function (type 1 of Hyndman and
 * Fan 1996), so it is an amount that was paid.
 */
public final class Amounts implements StatePart {
    private static final int CELL_BITS = 18; // year, zone and fifth
    private static final long CELL_MASK = (1L << CELL_BITS) - 1;
    private static final long CENTS_MAX = Long.MAX_VALUE >>> CELL_BITS;

    private final Recorder recorder;
    private final Slots slots;
    private long[] amounts = new long[256]; // cents above, cell below, so that they sort by cents
    private int size;
    private int sorted;

    Amounts(Recorder recorder, Slots slots) {
        this.recorder = recorder;
        this.slots = slots;
    }

    /** Keeps an amount of this household now. */
    public void add(int household, long cents) {
        long cell = recorder.cell(household);
        if (cents < 0 || cents > CENTS_MAX || cell > CELL_MASK) {
            throw new IllegalArgumentException("an amount of " + cents + " cents in cell " + cell + " cannot be kept");
        }
        if (size == amounts.length) {
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        amounts[size++] = cents << CELL_BITS | cell;
    }

    /** The quantile {@code part/of} in every slot, cents; {@link Measure#NO_VALUE} where there is no amount. */
    long[] quantile(int part, int of) {
        sort();
        long[] left = new long[slots.count()]; // amounts of a slot up to and with its quantile
        for (int i = 0; i < size; i++) {
            for (int slot : slotsOf(amounts[i])) {
                left[slot]++;
            }
        }
        long[] quantile = new long[slots.count()];
        for (int slot = 0; slot < left.length; slot++) {
            left[slot] = (left[slot] * part + of - 1) / of;
            quantile[slot] = Measure.NO_VALUE;
        }
        for (int i = 0; i < size; i++) {
            for (int slot : slotsOf(amounts[i])) {
                if (--left[slot] == 0) {
                    quantile[slot] = amounts[i] >>> CELL_BITS;
                }
            }
        }
        return quantile;
    }

    private void sort() {
        if (sorted < size) {
            Arrays.sort(amounts, 0, size);
            sorted = size;
        }
    }

    private int[] slotsOf(long amount) {
        int cell = (int) (amount & CELL_MASK);
        int group = cell % (slots.zones() * Recorder.FIFTHS);
        return new int[] {
            slots.year(cell / (slots.zones() * Recorder.FIFTHS)),
            slots.zone(group / Recorder.FIFTHS),
            slots.fifth(group % Recorder.FIFTHS),
            slots.whole()
        };
    }

    @Override
    public void save(StateWriter out) {
        sort(); // so that it does not matter whether quantiles were looked at
        out.int32(size);
        out.int64s(amounts, size);
    }

    @Override
    public void load(StateReader in) {
        size = in.length(Integer.MAX_VALUE - Long.BYTES);
        sorted = size;
        if (size > amounts.length) {
            amounts = new long[size];
        }
        in.int64s(amounts, size);
    }
}
