package dev.borderline.model;

import dev.borderline.state.SlotPool;
import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;

/**
 * Calls over a neighbour's network that are planned or in progress, one row a slot. Slots are used again; a slot is valid from
 * {@link #plan} to {@link #close}.
 *
 * <p>A row is eight longs, as long as a line of the cache: between plan and attempt lies a day, in which a country plans a
 * hundred thousand other calls, and a call's facts come back with one access to memory.
 */
public final class Calls implements StatePart {
    /** No call. */
    public static final int NONE = -1;

    private static final int ROW_SHIFT = 3;
    private static final int WHO = 0; // household in the high half, need in the low half
    private static final int MINUTES = 1;
    private static final int FACTS = 2;
    private static final int STARTED_AT = 3;
    private static final int END_HANDLE = 4;
    private static final int LOCATE_HANDLE = 5;

    private static final int HALF = 32;
    private static final long LOW_MASK = (1L << HALF) - 1;
    private static final long REMOTE = 1;
    private static final long BROKERED = 1 << 1;
    private static final long FOR_MONEY = 1 << 2;
    private static final long CUT_OFF = 1 << 3;
    private static final long TOLERATED = 1 << 4;
    private static final int ZONE_SHIFT = 8;
    private static final int ZONE_MASK = 0xFF;
    private static final int TRIES_SHIFT = 16; // the highest of the facts

    private long[] rows = new long[64 << ROW_SHIFT];
    private final SlotPool slots = new SlotPool(64);
    private int open;

    /**
     * Plans a call.
     *
     * @param byHousehold whose need it is
     * @param forNeed number of the need
     * @param inZone zone in which the session will take place
     * @param fromRemote whether at a remote place
     * @param throughBroker whether on a broker's handset
     * @param plannedMinutes length if nobody cuts it off
     * @return the slot
     */
    public int plan(
            int byHousehold,
            int forNeed,
            int inZone,
            boolean fromRemote,
            boolean throughBroker,
            double plannedMinutes) {
        int call = takeSlot();
        set(call, WHO, (long) byHousehold << HALF | forNeed);
        set(call, MINUTES, Double.doubleToRawLongBits(plannedMinutes));
        set(call, FACTS, (long) inZone << ZONE_SHIFT | (fromRemote ? REMOTE : 0) | (throughBroker ? BROKERED : 0));
        set(call, STARTED_AT, NONE);
        set(call, END_HANDLE, 0);
        set(call, LOCATE_HANDLE, 0);
        open++;
        return call;
    }

    private long get(int call, int word) {
        return rows[(call << ROW_SHIFT) + word];
    }

    private void set(int call, int word, long value) {
        rows[(call << ROW_SHIFT) + word] = value;
    }

    private boolean is(int call, long fact) {
        return (get(call, FACTS) & fact) != 0;
    }

    private void mark(int call, long fact) {
        set(call, FACTS, get(call, FACTS) | fact);
    }

    private int takeSlot() {
        int call = slots.take();
        if (slots.used() << ROW_SHIFT > rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        return call;
    }

    /** Gives the slot back. */
    public void close(int call) {
        set(call, WHO, (long) NONE << HALF);
        slots.giveBack(call);
        open--;
    }

    /** Slots ever used; those with a household other than {@link #NONE} hold a call. */
    public int slots() {
        return slots.used();
    }

    /** Calls planned or in progress. */
    public int open() {
        return open;
    }

    /** True if a slot holds a session in progress. */
    public boolean inSession(int call) {
        return household(call) != NONE && startedAt(call) >= 0;
    }

    /** Sessions in progress, counted slot by slot. */
    public int inProgress() {
        int count = 0;
        for (int call = 0; call < slots.used(); call++) {
            if (inSession(call)) {
                count++;
            }
        }
        return count;
    }

    /** The session in progress of a household, or {@link #NONE}. Looks through the slots, so ask only when it is on a call. */
    public int inProgress(int byHousehold) {
        for (int call = 0; call < slots.used(); call++) {
            if (household(call) == byHousehold && startedAt(call) >= 0) {
                return call;
            }
        }
        return NONE;
    }

    public int household(int call) {
        return (int) (get(call, WHO) >> HALF);
    }

    public int need(int call) {
        return (int) (get(call, WHO) & LOW_MASK);
    }

    /** Planned length in minutes. */
    public double minutes(int call) {
        return Double.longBitsToDouble(get(call, MINUTES));
    }

    public boolean remote(int call) {
        return is(call, REMOTE);
    }

    public boolean brokered(int call) {
        return is(call, BROKERED);
    }

    /** Index of the zone in which the session takes place. */
    public int zone(int call) {
        return (int) (get(call, FACTS) >>> ZONE_SHIFT) & ZONE_MASK;
    }

    /** True if money is to be asked for. */
    public boolean forMoney(int call) {
        return is(call, FOR_MONEY);
    }

    public void markForMoney(int call) {
        mark(call, FOR_MONEY);
    }

    /** True if nobody will be arrested over this call, a levy being paid. */
    public boolean tolerated(int call) {
        return is(call, TOLERATED);
    }

    public void tolerate(int call) {
        mark(call, TOLERATED);
    }

    /** Attempts made so far. */
    public int tries(int call) {
        return (int) (get(call, FACTS) >>> TRIES_SHIFT);
    }

    public void countTry(int call) {
        set(call, FACTS, get(call, FACTS) + (1L << TRIES_SHIFT));
    }

    /** Notes the start of the session and the handle of its end. */
    public void start(int call, long now, long handleOfEnd) {
        set(call, STARTED_AT, now);
        set(call, END_HANDLE, handleOfEnd);
    }

    public long startedAt(int call) {
        return get(call, STARTED_AT);
    }

    public long endHandle(int call) {
        return get(call, END_HANDLE);
    }

    /** Handle of the event that locates the session, or 0; it is void when the session is over. */
    public long locateHandle(int call) {
        return get(call, LOCATE_HANDLE);
    }

    public void willBeLocated(int call, long handle) {
        set(call, LOCATE_HANDLE, handle);
    }

    /** True if an officer cut the session off before its planned end. */
    public boolean cutOff(int call) {
        return is(call, CUT_OFF);
    }

    public void markCutOff(int call) {
        mark(call, CUT_OFF);
    }

    @Override
    public void save(StateWriter out) {
        slots.save(out);
        out.int32(open);
        out.int64s(rows, slots.used() << ROW_SHIFT);
    }

    @Override
    public void load(StateReader in) {
        slots.load(in);
        open = in.int32();
        int words = Math.multiplyExact(slots.used(), 1 << ROW_SHIFT);
        if (words > rows.length) {
            rows = new long[words];
        }
        in.int64s(rows, words);
    }
}
