package dev.borderline.model;

import dev.borderline.event.EventLoop.EventHandler;
import dev.borderline.event.Phase;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.model.Cases.Route;
import dev.borderline.random.Inversion;
import dev.borderline.random.SubjectKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Wiring by which a mechanism connects itself to one run: the assembly, and the world. The world is that of households, zones,
 * calls and cases.
 */
public final class Wiring extends Assembly {
    /**
     * The people and their country.
     *
     * @param households the people
     * @param zones zones in the order of their names
     * @param places town and remote places
     * @param calling what a call is worth
     * @param population the laws of the fixed attributes
     */
    public record World(
            Households households, List<Zone> zones, Places places, Calling calling, Population population) {}

    private final World world;
    private final Calls calls = new Calls();
    private final Cases cases;
    private final int[] sessionZones;
    private final double[] borderShares; // of households, 0 off the border
    private final ReferenceRisk risk;
    private final DecisionNumbers figures = new DecisionNumbers();
    private final Set<String> householdEvents = new TreeSet<>();
    private final OpenChannels openChannels = new OpenChannels();
    private final NeedLedger needs;
    private final Arrests arrests;

    /** A wiring for one run. */
    public Wiring(Frame frame, World world) {
        super(frame, Signals.NAMES);
        this.world = world;
        Households.PURPOSES.forEach(this::claim);
        state().add("households", world.households());
        state().add("calls", calls);
        cases = new Cases(signal(Signals.CASE_CLOSED));
        sessionZones = new int[zoneCount()];
        Arrays.setAll(sessionZones, this::findSessionZone);
        borderShares = new double[zoneCount()];
        Arrays.setAll(borderShares, zone -> zone(zone).border() ? zone(zone).householdShare() : 0);
        state().add("cases", cases);
        risk = new ReferenceRisk(world.calling());
        state().add("reference risk", risk);
        onAnyMove(risk::levelsMoved);
        needs = new NeedLedger(this);
        arrests = new Arrests(this, world.households(), calls, cases);
    }

    public Households households() {
        return world.households();
    }

    public Population population() {
        return world.population();
    }

    public Places places() {
        return world.places();
    }

    public Calling calling() {
        return world.calling();
    }

    public Calls calls() {
        return calls;
    }

    public Cases cases() {
        return cases;
    }

    public NeedLedger needs() {
        return needs;
    }

    public Arrests arrests() {
        return arrests;
    }

    public ReferenceRisk risk() {
        return risk;
    }

    /** Number of zones; they are numbered from 0 in the order of their names. */
    public int zoneCount() {
        return world.zones().size();
    }

    public Zone zone(int zone) {
        return world.zones().get(zone);
    }

    /** Zone in which callers of a zone have signal. Their own at the border, else the border zone of least travel cost. */
    public int sessionZone(int zone) {
        return sessionZones[zone];
    }

    private int findSessionZone(int zone) {
        if (zone(zone).border()) {
            return zone;
        }
        int best = -1;
        for (int other = 0; other < zoneCount(); other++) {
            boolean cheaper =
                    best < 0 || zone(other).travelCostUsd() < zone(best).travelCostUsd();
            if (zone(other).border() && cheaper) {
                best = other;
            }
        }
        return best; // a scenario has at least one border zone
    }

    /** The zone of one of the border population, by its share of households. */
    public int borderZone(double u) {
        return Inversion.categorical(u, borderShares);
    }

    /** Zone to which exiled households are moved: the one off the border with the most households. */
    public int interior() {
        int best = 0;
        for (int other = 1; other < zoneCount(); other++) {
            if (interiorShare(other) > interiorShare(best)) {
                best = other;
            }
        }
        return best;
    }

    private double interiorShare(int zone) {
        return zone(zone).border() ? -1 : zone(zone).householdShare();
    }

    /** Channel for numbers that decisions rest on. */
    public DecisionNumbers figures() {
        return figures;
    }

    /**
     * Registers a kind of event of the model whose subject is a household, by its place.
     *
     * @return the kind's id in this run
     */
    public int householdEvent(String name, EventHandler handler) {
        householdEvents.add(name);
        return scheduler().kind(name, Phase.MODEL, handler);
    }

    /** Names of the kinds of event whose subject is a household, sorted. */
    public Set<String> householdEvents() {
        return Collections.unmodifiableSet(householdEvents);
    }

    /** The draws of a purpose about households; asked for once per purpose. */
    public HouseholdDraws draws(String purpose) {
        return new HouseholdDraws(draws(purpose, SubjectKind.HOUSEHOLD), households());
    }

    /** A yes-or-no site about households. */
    public DrawSite chance(String purpose) {
        return chance(purpose, SubjectKind.HOUSEHOLD, households()::id);
    }

    /** Table of households: the place to ask for columns. */
    public HouseholdTable rows() {
        return households().rows();
    }

    /** The place to ask for attributes of households that never change. */
    public AttributeCache remembered() {
        return households().remembered();
    }

    /** A household forms now; all who listen are told. */
    public int formHousehold(long id) {
        int household = households().form(id);
        signal(Signals.HOUSEHOLD_BORN).emit(household, 0);
        return household;
    }

    /** A household that is free is gone for good; all who listen are told. */
    public void loseHousehold(int household) {
        households().enter(household, Households.State.GONE);
        signal(Signals.HOUSEHOLD_GONE).emit(household, 0);
    }

    /** Declares the count of arrests by a route, {@code arrests_<route>}. */
    public void route(Route route, String what) {
        ownership().take("route", route.name());
        arrests.declare(route, enforcement(MeasureGroup.ARRESTS).count("arrests_" + route.name(), "people", what));
    }

    /** Adds a channel that costs nothing and carries no risk. */
    public void openChannel(Ports.OpenChannel channel) {
        openChannels.add(channel);
    }

    /** Channels without cost and risk, in order of installation; complete once the run has started. */
    public Ports.OpenChannel openChannels() {
        return openChannels;
    }
}
