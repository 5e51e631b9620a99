package dev.borderline.model;

import dev.borderline.measure.Recorder;
import dev.borderline.measure.Recorder.Membership;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.QuantileBounds;
import dev.borderline.random.QuantileTable;
import dev.borderline.random.SubjectKind;
import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The kin households: one caller each, with the relatives abroad. What is fixed at birth and dear to store is recomputed
 * from its draw; what changes takes four bytes of {@link HouseholdTable}, besides the columns of the mechanisms.
 *
 * <p>Draws: {@code household.zone}, {@code household.income}, {@code household.wealth}, {@code household.connections};
 * {@code household.simulated} where not all are; {@code household.endowment} with sub-draws 0 handset, 1 domestic line, 2 licence, 3 intranet, 4 enemy country. Occurrence 0.
 */
public final class Households implements Membership, StatePart {
    /** State of a household's caller. */
    public enum State {
        FREE,
        ON_CALL,
        INVESTIGATION,
        TRAINING,
        REFORM,
        CAMP,
        /** Crossed or moved away. */
        GONE;

        private static final State[] ALL = values();

        /** True in the hands of the state. */
        public boolean held() {
            return this == INVESTIGATION || this == TRAINING || this == REFORM || this == CAMP;
        }
    }

    /** Purposes of the draws that make a household what it is. */
    static final List<String> PURPOSES = List.of(
            "household.connections", "household.endowment", "household.income", "household.wealth", "household.zone");

    private static final int ARRESTS_MAX = 127;
    private static final int ROOM_MIN = 64;
    private static final int ROOM_MAX = 1 << 16;

    private final Population population;
    private final double[] fifthBounds = new double[Recorder.FIFTHS - 1]; // of wealth, USD
    private final QuantileBounds incomeBounds;
    private final Draws incomeDraws;
    private final Draws wealthDraws;
    private final Draws connectionsDraws;
    private final List<Zone> zones;
    private final double[] zoneShares;
    private final Draws zoneDraws;
    private final Draws endowmentDraws;
    private final int initial;
    private final HouseholdTable rows = new HouseholdTable(this::size);
    private final HouseholdTable.Bytes group = rows.bytes(); // zone * FIFTHS + fifth
    private final HouseholdTable.Bytes state = rows.bytes();
    private final HouseholdTable.Bytes arrests = rows.bytes();
    private final HouseholdTable.Flags handset = rows.flags();
    private final HouseholdTable.Flags line = rows.flags();
    private final HouseholdTable.Flags licensed = rows.flags();
    private final HouseholdTable.Flags intranet = rows.flags();
    private final HouseholdTable.Flags enemy = rows.flags();
    private final HouseholdTable.Flags calledRemotely = rows.flags();
    private final int[] simulated; // ids of those at the start, ascending; empty where all are simulated
    private final double peoplePerSimulated;
    private long[] laterIds = new long[64]; // of households that formed during the run
    private final AttributeCache remembered = new AttributeCache();
    private final AttributeCache.Attribute income;
    private final AttributeCache.Attribute wealth;
    private final AttributeCache.Attribute connections;
    private int size;
    private int capacity;
    private final int[] inState = new int[State.ALL.length];

    /** The households of a run, not born yet; {@code zones} in the order of their names. */
    public Households(Population population, List<Zone> zones, long runKey, QuantileTable connections) {
        this.population = population;
        incomeBounds = QuantileBounds.of(this::incomeUsd);
        incomeDraws = Draws.of(runKey, "household.income", SubjectKind.HOUSEHOLD);
        wealthDraws = Draws.of(runKey, "household.wealth", SubjectKind.HOUSEHOLD);
        connectionsDraws = Draws.of(runKey, "household.connections", SubjectKind.HOUSEHOLD);
        zoneDraws = Draws.of(runKey, "household.zone", SubjectKind.HOUSEHOLD);
        endowmentDraws = Draws.of(runKey, "household.endowment", SubjectKind.HOUSEHOLD);
        this.zones = List.copyOf(zones);
        zoneShares = zones.stream().mapToDouble(Zone::householdShare).toArray();
        setFifthBounds();
        simulated = simulated(population, Draws.of(runKey, "household.simulated", SubjectKind.HOUSEHOLD));
        initial = simulated.length == 0 ? population.households() : simulated.length;
        peoplePerSimulated = (double) population.households() / initial;
        income = remembered.attribute(household -> incomeUsd(incomeDraws.uniform(id(household), 0)));
        wealth = remembered.attribute(this::drawWealthUsd);
        this.connections =
                remembered.attribute(household -> connections.value(connectionsDraws.uniform(id(household), 0)));
    }

    /**
     * Those of the households at the start that are simulated. One whose draw lies below the share, so that a lesser share has none
     * that a greater lacks. Empty for all.
     */
    private static int[] simulated(Population population, Draws draws) {
        if (population.simulatedShare() == 1) {
            return new int[0];
        }
        int[] chosen = IntStream.range(0, population.households())
                .filter(household -> draws.bernoulli(household, 0, population.simulatedShare()))
                .toArray();
        if (chosen.length == 0) {
            throw new IllegalArgumentException("of " + population.households() + " households a share of "
                    + population.simulatedShare() + " leaves none to simulate");
        }
        return chosen;
    }

    /**
     * Number of people that each simulated one stands for: all households at the start over those that are simulated. So which
     * ones were drawn does not move the total. 1 where all are.
     */
    public double peoplePerSimulated() {
        return peoplePerSimulated;
    }

    /** All that live at the start are born. From now on no column can be declared. */
    public void populate() {
        capacity = withRoom(initial);
        rows.layOut(capacity);
        remembered.layOut(initial);
        size = initial;
        for (int household = 0; household < initial; household++) {
            settle(household);
            endow(household);
        }
        inState[State.FREE.ordinal()] = initial;
    }

    /** An eighth more, but no more than some thousands: to copy a country's rows takes as much memory again. */
    private static int withRoom(int households) {
        return households + Math.min(ROOM_MAX, Math.max(ROOM_MIN, households >> 3));
    }

    /** The number by which draws know the household; it is the same in every arm. */
    public long id(int household) {
        if (household >= initial) {
            return laterIds[household - initial];
        }
        return simulated.length == 0 ? household : simulated[household];
    }

    /** Cache of attributes that never change. */
    AttributeCache remembered() {
        return remembered;
    }

    /** Brings what is kept of a household into the processor's cache; any number may be given. */
    public void touch(int household) {
        rows.touch(household);
    }

    /** The table of what is kept of each. */
    HouseholdTable rows() {
        return rows;
    }

    /**
     * A household forms, free.
     *
     * @param id its lasting number, hashed from what led to it
     * @return its place in the columns
     */
    int form(long id) {
        if (size == capacity) {
            capacity = withRoom(size);
            rows.grow(capacity);
        }
        int household = size++;
        if (household - initial == laterIds.length) {
            laterIds = Arrays.copyOf(laterIds, 2 * laterIds.length);
        }
        laterIds[household - initial] = id;
        inState[State.FREE.ordinal()]++;
        settle(household);
        endow(household);
        return household;
    }

    /** Bounds of the fifths of wealth, which is income times a multiple and so log-normal itself. */
    private void setFifthBounds() {
        double incomeSigma = population.incomeSigma();
        double multipleSigma = population.wealthMultipleSigma();
        double median = population.incomeMeanUsd()
                * StrictMath.exp(-incomeSigma * incomeSigma / 2)
                * population.wealthMultipleMean()
                * StrictMath.exp(-multipleSigma * multipleSigma / 2);
        double sigma = Math.sqrt(incomeSigma * incomeSigma + multipleSigma * multipleSigma);
        for (int i = 0; i < fifthBounds.length; i++) {
            double z = Inversion.normal((i + 1.0) / Recorder.FIFTHS);
            fifthBounds[i] = median * StrictMath.exp(sigma * z);
        }
    }

    private void settle(int household) {
        int zone = Inversion.categorical(zoneDraws.uniform(id(household), 0), zoneShares);
        double wealth = wealthUsd(household);
        int fifth = 0;
        while (fifth < fifthBounds.length && wealth >= fifthBounds[fifth]) {
            fifth++;
        }
        group.set(household, zone * Recorder.FIFTHS + fifth);
    }

    private void endow(int household) {
        handset.set(household, drawn(household, 0, zones.get(zone(household)).handsetShare()));
        line.set(household, drawn(household, 1, population.lineShare()));
        licensed.set(household, drawn(household, 2, population.licensedShare()));
        intranet.set(household, drawn(household, 3, population.intranetShare()));
        enemy.set(household, drawn(household, 4, population.enemyShare()));
    }

    private boolean drawn(int household, int subDraw, double share) {
        return endowmentDraws.bernoulli(id(household), 0, subDraw, share);
    }

    /** Number of households that ever were, so far; they are numbered from 0. */
    public int size() {
        return size;
    }

    /** Yearly income in USD, log-normal. */
    public double incomeUsd(int household) {
        return income.of(household);
    }

    /** Some income that {@link #incomeUsd} is not above, for less work; infinite for the richest. */
    public double incomeAtMostUsd(int household) {
        return remembered.keeps(household)
                ? income.of(household)
                : incomeBounds.atMost(incomeDraws.uniform(id(household), 0));
    }

    private double incomeUsd(double u) {
        return Inversion.logNormal(u, population.incomeMeanUsd(), population.incomeSigma());
    }

    /** Liquid wealth in USD: income times a log-normal multiple. */
    public double wealthUsd(int household) {
        return wealth.of(household);
    }

    private double drawWealthUsd(int household) {
        double u = wealthDraws.uniform(id(household), 0);
        double multiple = Inversion.logNormal(u, population.wealthMultipleMean(), population.wealthMultipleSigma());
        return incomeUsd(household) * multiple;
    }

    /** Connections, 0 to 1, beta. */
    public double connections(int household) {
        return connections.of(household);
    }

    /** Index of the zone the household lives in. */
    @Override
    public int zone(int household) {
        return group.get(household) / Recorder.FIFTHS;
    }

    /** Wealth fifth, 0 for the poorest. */
    @Override
    public int fifth(int household) {
        return group.get(household) % Recorder.FIFTHS;
    }

    /** Zone and fifth as one index. */
    @Override
    public int group(int household) {
        return group.get(household);
    }

    /** Moves the household to another zone. */
    public void moveTo(int household, int zone) {
        group.set(household, zone * Recorder.FIFTHS + fifth(household));
    }

    /** True if the household is not gone. */
    public boolean present(int household) {
        return state.get(household) != State.GONE.ordinal();
    }

    public State state(int household) {
        return State.ALL[state.get(household)];
    }

    /** True when the household can start something: not on a call, not held, not gone. */
    public boolean free(int household) {
        return state.get(household) == 0;
    }

    /** Puts the household into a state; the sum over states stays the number of households. */
    public void enter(int household, State next) {
        inState[state.get(household)]--;
        inState[next.ordinal()]++;
        state.set(household, next.ordinal());
    }

    /** Number of households in a state now. */
    public int inState(State which) {
        return inState[which.ordinal()];
    }

    /** Counts the households state by state and compares with the running numbers. */
    public boolean conserved() {
        int[] counted = new int[inState.length];
        for (int household = 0; household < size; household++) {
            counted[state.get(household)]++;
        }
        return Arrays.equals(counted, inState);
    }

    public boolean ownsHandset(int household) {
        return handset.get(household);
    }

    public void giveHandset(int household) {
        handset.set(household, true);
    }

    public void takeHandset(int household) {
        handset.set(household, false);
    }

    public boolean ownsLine(int household) {
        return line.get(household);
    }

    public boolean licensed(int household) {
        return licensed.get(household);
    }

    public boolean hasIntranet(int household) {
        return intranet.get(household);
    }

    /** True if the kin live in a country held to be an enemy. */
    public boolean kinInEnemyCountry(int household) {
        return enemy.get(household);
    }

    /** True if the last session was held at a remote place. */
    public boolean calledRemotely(int household) {
        return calledRemotely.get(household);
    }

    /** Notes the place of a session. */
    public void callsFrom(int household, boolean remote) {
        calledRemotely.set(household, remote);
    }

    /** Times arrested, counted up to 127. */
    public int arrests(int household) {
        return arrests.get(household);
    }

    /** Counts one more arrest. */
    public void countArrest(int household) {
        if (arrests.get(household) < ARRESTS_MAX) {
            arrests.set(household, arrests.get(household) + 1);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.int32(size);
        out.int32(capacity);
        out.int32s(inState, inState.length);
        out.int64s(laterIds, size - initial);
        rows.save(out);
        remembered.save(out);
    }

    @Override
    public void load(StateReader in) {
        size = in.length(Integer.MAX_VALUE);
        capacity = in.int32();
        in.int32s(inState, inState.length);
        if (size < initial || capacity < size) {
            throw new IllegalStateException(size + " households stand where " + initial + " were at the start");
        }
        if (size - initial > laterIds.length) {
            laterIds = new long[size - initial];
        }
        in.int64s(laterIds, size - initial);
        rows.load(in);
        remembered.load(in);
    }
}
