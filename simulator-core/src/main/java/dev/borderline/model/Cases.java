package dev.borderline.model;

import dev.borderline.state.SlotPool;
import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * People in an officer's hands, from arrest to the end of the case, in columns by slot. Every case is opened once and closed
 * once with exactly one {@link Outcome}; the numbers of both are kept and compared.
 */
public final class Cases implements StatePart {
    /** Outcome of a case. */
    public enum Outcome {
        /** Settled with the officer on the spot. */
        SETTLED,
        /** Dropped by the investigators for a price. */
        DROPPED,
        /** Let go with a warning. */
        WARNED,
        /** Early release bought during a term. */
        RELEASED_EARLY,
        /** Term served in full. */
        SERVED
    }

    private static final int NONE = -1;

    private int[] household = new int[64];
    private int[] occurrence = new int[64];
    private @Nullable Route[] route = new @Nullable Route[64];
    private byte[] aggravation = new byte[64];
    private boolean[] told = new boolean[64];
    private long[] arrestedAt = new long[64];
    private long[] since = new long[64];
    private double[] termYears = new double[64];
    private long[] priceCents = new long[64];
    private @Nullable Outcome[] outcome = new @Nullable Outcome[64];
    private final SlotPool slots = new SlotPool(64);
    private long opened;
    private final long[] closed = new long[Outcome.values().length];
    private final Signal ended;

    Cases(Signal ended) {
        this.ended = ended;
    }

    /**
     * Opens a case.
     *
     * @param ofHousehold who is taken
     * @param byRoute how; with the occurrence it makes the address of every draw about the case
     * @param ofOccurrence number of the need or candidate that led to it
     * @param aggravating number of aggravating circumstances
     * @param relativeTold whether the relative knows of the arrest
     * @param now ticks
     * @return the slot
     */
    public int open(int ofHousehold, Route byRoute, int ofOccurrence, int aggravating, boolean relativeTold, long now) {
        int slot = takeSlot();
        household[slot] = ofHousehold;
        occurrence[slot] = ofOccurrence;
        route[slot] = byRoute;
        aggravation[slot] = (byte) aggravating;
        told[slot] = relativeTold;
        arrestedAt[slot] = now;
        since[slot] = now;
        termYears[slot] = 0;
        priceCents[slot] = 0;
        outcome[slot] = null;
        opened++;
        return slot;
    }

    private int takeSlot() {
        int slot = slots.take();
        if (slots.used() > household.length) {
            grow(2 * household.length);
        }
        return slot;
    }

    private void grow(int capacity) {
        household = Arrays.copyOf(household, capacity);
        occurrence = Arrays.copyOf(occurrence, capacity);
        route = Arrays.copyOf(route, capacity);
        aggravation = Arrays.copyOf(aggravation, capacity);
        told = Arrays.copyOf(told, capacity);
        arrestedAt = Arrays.copyOf(arrestedAt, capacity);
        since = Arrays.copyOf(since, capacity);
        termYears = Arrays.copyOf(termYears, capacity);
        priceCents = Arrays.copyOf(priceCents, capacity);
        outcome = Arrays.copyOf(outcome, capacity);
    }

    /** Ends a case, tells who listens, and gives its slot back. */
    public void close(int slot, Outcome as) {
        closed[as.ordinal()]++;
        outcome[slot] = as;
        ended.emit(household[slot], slot);
        household[slot] = -1;
        slots.giveBack(slot);
    }

    /** Cases opened so far. */
    public long opened() {
        return opened;
    }

    /** Cases closed so far with an outcome. */
    public long closed(Outcome outcome) {
        return closed[outcome.ordinal()];
    }

    /** Cases not closed, counted slot by slot. */
    public int stillOpen() {
        int count = 0;
        for (int slot = 0; slot < slots.used(); slot++) {
            if (household[slot] >= 0) {
                count++;
            }
        }
        return count;
    }

    /** Slots ever used; those with a household of 0 or more are open. */
    public int slots() {
        return slots.used();
    }

    /** The household, or −1 where the slot is not in use. */
    public int household(int slot) {
        return household[slot];
    }

    public int occurrence(int slot) {
        return occurrence[slot];
    }

    /**
     * The sub-draw of a stage of this case: routes do not share draws although their occurrences count different things.
     *
     * @param stage 0 to 7
     */
    public int subDraw(int slot, int stage) {
        return route(slot).lane() * Route.STAGES + stage;
    }

    /** Route by which the person was taken. */
    public Route route(int slot) {
        return Objects.requireNonNull(route[slot]);
    }

    /** True if the person was taken by this route. */
    public boolean byRoute(int slot, Route asked) {
        return route(slot).lane() == asked.lane();
    }

    /** Outcome of the case; null until it ends. */
    public @Nullable Outcome outcome(int slot) {
        return outcome[slot];
    }

    /** The last bribe paid in this case, in cents; 0 while there is none. */
    public long priceCents(int slot) {
        return priceCents[slot];
    }

    public void paid(int slot, long cents) {
        priceCents[slot] = cents;
    }

    /** Number of aggravating circumstances. */
    public int aggravation(int slot) {
        return aggravation[slot];
    }

    /** True if the relative knows. */
    public boolean told(int slot) {
        return told[slot];
    }

    /** Time at which the person was taken, in ticks. */
    public long arrestedAt(int slot) {
        return arrestedAt[slot];
    }

    /** Time at which the present state began, in ticks. */
    public long since(int slot) {
        return since[slot];
    }

    public void markSince(int slot, long now) {
        since[slot] = now;
    }

    /** Length of the sentence in years; 0 while there is none. */
    public double termYears(int slot) {
        return termYears[slot];
    }

    public void sentence(int slot, double years) {
        termYears[slot] = years;
    }

    @Override
    public void save(StateWriter out) {
        slots.save(out);
        int used = slots.used();
        out.int64(opened);
        out.int64s(closed, closed.length);
        out.int32s(household, used);
        out.int32s(occurrence, used);
        out.bytes(aggravation, used);
        out.int64s(arrestedAt, used);
        out.int64s(since, used);
        out.reals(termYears, used);
        out.int64s(priceCents, used);
        for (int slot = 0; slot < slots.used(); slot++) {
            Outcome ending = outcome[slot];
            out.flag(told[slot]);
            out.int32(ending == null ? NONE : ending.ordinal());
            out.text(route(slot).name());
            out.int32(route(slot).lane());
            out.flag(route(slot).byCall());
        }
    }

    @Override
    public void load(StateReader in) {
        slots.load(in);
        int used = slots.used();
        opened = in.int64();
        in.int64s(closed, closed.length);
        if (used > household.length) {
            grow(used);
        }
        in.int32s(household, used);
        in.int32s(occurrence, used);
        in.bytes(aggravation, used);
        in.int64s(arrestedAt, used);
        in.int64s(since, used);
        in.reals(termYears, used);
        in.int64s(priceCents, used);
        for (int slot = 0; slot < slots.used(); slot++) {
            told[slot] = in.flag();
            int ending = in.int32();
            outcome[slot] = ending == NONE ? null : Outcome.values()[ending];
            route[slot] = new Route(in.text(), in.int32(), in.flag());
        }
    }

    /**
     * A way of being arrested. Its lane keeps its draws apart from those of other routes, so it is frozen once a route exists.
     *
     * @param name snake_case
     * @param lane 0 to 31, unique; those of the model are below 16
     * @param byCall whether it begins with a session
     */
    public record Route(String name, int lane, boolean byCall) {
        /** Draws that a case may make at one site, stage by stage. */
        static final int STAGES = 8;

        private static final int LANES = 32;

        /** Reached by a team during the session. */
        public static final Route CAUGHT_IN_CALL = new Route("caught_in_call", 0, true);

        /** Identified after a located session. */
        public static final Route IDENTIFIED = new Route("identified", 1, true);

        /** Exposed by an informant. */
        public static final Route INFORMED_ON = new Route("informed_on", 2, true);

        /** Found with a handset in a stop. */
        public static final Route STOPPED = new Route("stopped", 3, false);

        /** Framed after a fruitless stop. */
        public static final Route FRAMED = new Route("framed", 4, false);

        /** Stopped while crossing the border. */
        public static final Route STOPPED_AT_BORDER = new Route("stopped_at_border", 5, false);

        public Route {
            if (lane < 0 || lane >= LANES) {
                throw new IllegalArgumentException("lane of route " + name + " is " + lane + "; allowed are 0 to 31");
            }
        }
    }
}
