package dev.borderline.model;

import java.util.Arrays;

/**
 * Calls over a neighbour's network that are planned or in progress, in columns by slot. Slots are used again; a slot is
 * valid from {@link #plan} to {@link #close}.
 */
public final class Calls {
    /** No call. */
    public static final int NONE = -1;

    private int[] household = new int[64];
    private int[] need = new int[64];
    private double[] minutes = new double[64];
    private boolean[] remote = new boolean[64];
    private boolean[] brokered = new boolean[64];
    private boolean[] forMoney = new boolean[64];
    private boolean[] cutOff = new boolean[64];
    private boolean[] tolerated = new boolean[64];
    private byte[] zone = new byte[64];
    private int[] tries = new int[64];
    private long[] startedAt = new long[64];
    private long[] endHandle = new long[64];
    private long[] locateHandle = new long[64];
    private int[] nextFree = new int[64];
    private int freeHead = NONE;
    private int used;
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
        household[call] = byHousehold;
        need[call] = forNeed;
        zone[call] = (byte) inZone;
        remote[call] = fromRemote;
        brokered[call] = throughBroker;
        minutes[call] = plannedMinutes;
        forMoney[call] = false;
        cutOff[call] = false;
        tolerated[call] = false;
        tries[call] = 0;
        startedAt[call] = -1;
        endHandle[call] = 0;
        locateHandle[call] = 0;
        open++;
        return call;
    }

    private int takeSlot() {
        if (freeHead != NONE) {
            int call = freeHead;
            freeHead = nextFree[call];
            return call;
        }
        if (used == household.length) {
            grow(2 * used);
        }
        return used++;
    }

    private void grow(int capacity) {
        household = Arrays.copyOf(household, capacity);
        need = Arrays.copyOf(need, capacity);
        minutes = Arrays.copyOf(minutes, capacity);
        remote = Arrays.copyOf(remote, capacity);
        brokered = Arrays.copyOf(brokered, capacity);
        forMoney = Arrays.copyOf(forMoney, capacity);
        cutOff = Arrays.copyOf(cutOff, capacity);
        tolerated = Arrays.copyOf(tolerated, capacity);
        zone = Arrays.copyOf(zone, capacity);
        tries = Arrays.copyOf(tries, capacity);
        startedAt = Arrays.copyOf(startedAt, capacity);
        endHandle = Arrays.copyOf(endHandle, capacity);
        locateHandle = Arrays.copyOf(locateHandle, capacity);
        nextFree = Arrays.copyOf(nextFree, capacity);
    }

    /** Gives the slot back. */
    public void close(int call) {
        household[call] = NONE;
        nextFree[call] = freeHead;
        freeHead = call;
        open--;
    }

    /** Slots ever used; those with a household other than {@link #NONE} hold a call. */
    public int slots() {
        return used;
    }

    /** Calls planned or in progress. */
    public int open() {
        return open;
    }

    /** Whether a slot holds a session in progress. */
    public boolean inSession(int call) {
        return household[call] != NONE && startedAt[call] >= 0;
    }

    /** Sessions in progress, counted slot by slot. */
    public int inProgress() {
        int count = 0;
        for (int call = 0; call < used; call++) {
            if (inSession(call)) {
                count++;
            }
        }
        return count;
    }

    /** The session in progress of a household, or {@link #NONE}; looks through the slots, so ask only when it is on a call. */
    public int inProgress(int byHousehold) {
        for (int call = 0; call < used; call++) {
            if (household[call] == byHousehold && startedAt[call] >= 0) {
                return call;
            }
        }
        return NONE;
    }

    public int household(int call) {
        return household[call];
    }

    public int need(int call) {
        return need[call];
    }

    /** Planned length in minutes. */
    public double minutes(int call) {
        return minutes[call];
    }

    public boolean remote(int call) {
        return remote[call];
    }

    public boolean brokered(int call) {
        return brokered[call];
    }

    /** Index of the zone in which the session takes place. */
    public int zone(int call) {
        return zone[call];
    }

    /** Whether money is to be asked for. */
    public boolean forMoney(int call) {
        return forMoney[call];
    }

    public void markForMoney(int call) {
        forMoney[call] = true;
    }

    /** Whether nobody will be arrested over this call, a levy being paid. */
    public boolean tolerated(int call) {
        return tolerated[call];
    }

    public void tolerate(int call) {
        tolerated[call] = true;
    }

    /** Attempts made so far. */
    public int tries(int call) {
        return tries[call];
    }

    public void countTry(int call) {
        tries[call]++;
    }

    /** Notes the start of the session and the handle of its end. */
    public void start(int call, long now, long handleOfEnd) {
        startedAt[call] = now;
        endHandle[call] = handleOfEnd;
    }

    public long startedAt(int call) {
        return startedAt[call];
    }

    public long endHandle(int call) {
        return endHandle[call];
    }

    /** Handle of the event that locates the session, or 0; it is void when the session is over. */
    public long locateHandle(int call) {
        return locateHandle[call];
    }

    public void willBeLocated(int call, long handle) {
        locateHandle[call] = handle;
    }

    /** Whether an officer cut the session off before its planned end. */
    public boolean cutOff(int call) {
        return cutOff[call];
    }

    public void markCutOff(int call) {
        cutOff[call] = true;
    }
}
