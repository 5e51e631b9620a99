package dev.borderline.measure;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Amounts of money, each kept, so that their quantiles are exact and do not depend on order. Eight bytes an amount. The quantile
 * q of n amounts is the ⌈q n⌉-th smallest, the inverse of the empirical distribution function (type 1 of Hyndman and Fan 1996),
 * so it is an amount that was paid.
 */
public final class Amounts implements StatePart {
    private static final int CELL_BITS = 22; // period, zone and fifth
    private static final long CELL_MASK = (1L << CELL_BITS) - 1;
    private static final long CENTS_MAX = Long.MAX_VALUE >>> CELL_BITS;

    private final Recorder recorder;
    private final Margins slots;
    private final int months;
    private long[] amounts = new long[256]; // cents above, cell below, so that they sort by cents
    private int size;
    private int sorted;

    Amounts(Recorder recorder, Margins slots, int months) {
        this.recorder = recorder;
        this.slots = slots;
        this.months = months;
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
        return quantile(part, of, slots.count(), this::slotsOf);
    }

    /** As {@link #quantile(int, int)}, by month; empty where months are not asked for. */
    long[] quantileByMonth(int part, int of) {
        return months == 0 ? new long[0] : quantile(part, of, months, amount -> new int[] {periodOf(amount)});
    }

    private long[] quantile(int part, int of, int count, LongFunction<int[]> placesOf) {
        sort();
        long[] left = new long[count]; // amounts of a place up to and with its quantile
        for (int i = 0; i < size; i++) {
            for (int place : placesOf.apply(amounts[i])) {
                left[place]++;
            }
        }
        long[] quantile = new long[count];
        for (int place = 0; place < left.length; place++) {
            left[place] = (left[place] * part + of - 1) / of;
            quantile[place] = Measure.NO_VALUE;
        }
        for (int i = 0; i < size; i++) {
            for (int place : placesOf.apply(amounts[i])) {
                if (--left[place] == 0) {
                    quantile[place] = amounts[i] >>> CELL_BITS;
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
        int group = (int) (amount & CELL_MASK) % groups();
        return new int[] {
            slots.year(recorder.yearOf(periodOf(amount))),
            slots.zone(group / Recorder.FIFTHS),
            slots.fifth(group % Recorder.FIFTHS),
            slots.whole()
        };
    }

    private int periodOf(long amount) {
        return (int) (amount & CELL_MASK) / groups();
    }

    private int groups() {
        return slots.zones() * Recorder.FIFTHS;
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
