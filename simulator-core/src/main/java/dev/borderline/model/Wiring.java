package dev.borderline.model;

import dev.borderline.event.EventHandler;
import dev.borderline.event.Phase;
import dev.borderline.event.Scheduler;
import dev.borderline.measure.Measure;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.measure.Sense;
import dev.borderline.measure.Standing;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Schedule;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.PurposeRegistry;
import dev.borderline.random.QuantileTable;
import dev.borderline.random.SubjectKind;
import dev.borderline.state.StateRegistry;
import dev.borderline.text.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;

/**
 * Wiring by which a mechanism connects itself to one run: time, people, levers, signals, draws, counts and ports. Everything
 * asked for by name is made on first asking and shared from then on.
 */
public final class Wiring {
    /**
     * Parts of a run before the mechanisms join.
     *
     * @param scheduler of the event loop, at time 0
     * @param runKey key of every draw
     * @param end end of the run in ticks, exclusive
     * @param households the people
     * @param zones zones in the order of their names
     * @param places town and remote places
     * @param calling what a call is worth
     * @param population the laws of the fixed attributes
     * @param levers by name
     * @param recorder where counts go
     * @param gammaOfMeanOne quantile tables of gamma laws by shape, kept over runs
     * @param period the days simulated
     */
    public record Frame(
            Scheduler scheduler,
            long runKey,
            long end,
            Households households,
            List<Zone> zones,
            Places places,
            Calling calling,
            Population population,
            Map<String, Lever> levers,
            Recorder recorder,
            DoubleFunction<QuantileTable> gammaOfMeanOne,
            SimulatedPeriod period) {}

    /** A statement that must hold at the turn of every year and at the end. */
    public record Invariant(String statement, BooleanSupplier holds) {}

    private final Frame frame;
    private final StateRegistry state = new StateRegistry();
    private final Calls calls = new Calls();
    private final Cases cases;
    private final int[] sessionZones;
    private final double[] borderShares; // of households, 0 off the border
    private final ReferenceRisk risk;
    private final Ownership ownership = new Ownership();
    private final PurposeRegistry purposes = new PurposeRegistry();
    private final Map<Integer, Route> routeByLane = new TreeMap<>();
    private final Set<String> ownSignals = new TreeSet<>(); // declared by mechanisms, beside those of the model
    private final Map<String, Signal> signals = new TreeMap<>();
    private final Map<String, Port<?>> ports = new TreeMap<>();
    private final Map<String, Count> routeCounts = new TreeMap<>();
    private final List<DrawSite> chances = new ArrayList<>();
    private final DecisionNumbers figures = new DecisionNumbers();
    private final Set<String> householdEvents = new TreeSet<>();
    private final OpenChannels openChannels = new OpenChannels();
    private final List<Runnable> onStart = new ArrayList<>();
    private final List<Runnable> onYear = new ArrayList<>();
    private final List<Runnable> onYearEnd = new ArrayList<>();
    private final List<Runnable> onPeriodEnd = new ArrayList<>();
    private final List<Runnable> onEnd = new ArrayList<>();
    private final List<Invariant> invariants = new ArrayList<>();
    private final NeedLedger needs;
    private final Arrests arrests;

    /** A wiring for one run. */
    public Wiring(Frame frame) {
        this.frame = frame;
        Households.PURPOSES.forEach(this::claim);
        state.add("households", frame.households());
        state.add("recorder", frame.recorder());
        frame.levers().forEach((name, lever) -> state.add("lever " + name, lever));
        state.add("calls", calls);
        cases = new Cases(signal(Signals.CASE_CLOSED));
        sessionZones = new int[zoneCount()];
        Arrays.setAll(sessionZones, this::findSessionZone);
        borderShares = new double[zoneCount()];
        Arrays.setAll(borderShares, zone -> zone(zone).border() ? zone(zone).householdShare() : 0);
        state.add("cases", cases);
        risk = new ReferenceRisk(frame.calling());
        state.add("reference risk", risk);
        onAnyMove(risk::levelsMoved);
        needs = new NeedLedger(this);
        arrests = new Arrests(this);
    }

    /** Simulated time: where to post events and ask for the present instant. */
    public Scheduler scheduler() {
        return frame.scheduler();
    }

    /** End of the run in ticks, exclusive. */
    public long end() {
        return frame.end();
    }

    public Households households() {
        return frame.households();
    }

    public Population population() {
        return frame.population();
    }

    public Places places() {
        return frame.places();
    }

    public Calling calling() {
        return frame.calling();
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

    /** The days simulated. */
    public SimulatedPeriod period() {
        return frame.period();
    }

    /** The day now. */
    public LocalDate date() {
        return frame.period().date(frame.scheduler().now());
    }

    /** Registry of state that a mechanism keeps from one event to the next, besides columns of {@link #rows}. */
    public StateRegistry state() {
        return state;
    }

    /** Calendar month now, 1 to 12. */
    public int monthOfYear() {
        return date().getMonthValue();
    }

    /**
     * Runs at midnight of the days of a schedule, after dated moves of levers and before the model's events of that instant.
     *
     * @param name of the kind of event
     * @param handler told the number of the day among those of the schedule, from 0
     * @throws IllegalArgumentException if a named day lies outside the simulated time
     */
    public void onDays(String name, Schedule schedule, IntConsumer handler) {
        List<LocalDate> days = schedule.days(period());
        int kind = scheduler().kind(name, Phase.POLICY, (time, subject, number) -> {
            handler.accept(number);
            return 0;
        });
        onStart(() -> {
            for (int number = 0; number < days.size(); number++) {
                scheduler().post(period().timeMs(days.get(number)), kind, 0, number);
            }
        });
    }

    /** Calendar year in progress, counted from 0. */
    public int year() {
        return frame.recorder().year();
    }

    /** Number of zones; they are numbered from 0 in the order of their names. */
    public int zoneCount() {
        return frame.zones().size();
    }

    public Zone zone(int zone) {
        return frame.zones().get(zone);
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

    /** The lever of that name; a mechanism declares one by an {@link Input} with {@link Input#lever}. */
    public Lever lever(String name) {
        Lever lever = frame.levers().get(name);
        if (lever == null) {
            throw new IllegalArgumentException("no mechanism in the catalog declares the lever " + name);
        }
        return lever;
    }

    /** Runs after every move of any lever. */
    public void onAnyMove(Runnable listener) {
        Runnable owned = ownership.owned(listener);
        frame.levers().values().forEach(lever -> lever.onMove(owned));
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

    /** Names of the signals there are: those of the model and those that mechanisms have declared, sorted. */
    public Collection<String> signalNames() {
        Set<String> names = new TreeSet<>(Signals.NAMES);
        names.addAll(ownSignals);
        return names;
    }

    /**
     * The signal of that name, see {@link Signals}: to listen to, or to emit where it is one of the model. One that a mechanism has
     * of its own may be asked for before it is declared; if nobody declares it, the run is refused.
     */
    public Signal signal(String name) {
        return signals.computeIfAbsent(name, unused -> new Signal(ownership));
    }

    /**
     * Declares a signal that this mechanism emits, beside those of the model.
     *
     * @throws IllegalArgumentException if the model or another mechanism has a signal of that name
     */
    public Signal newSignal(String name) {
        if (Signals.NAMES.contains(name)) {
            throw new IllegalArgumentException("signal " + name + " is one of the model; choose another name");
        }
        ownership.take("signal", name);
        ownSignals.add(name);
        return signal(name);
    }

    private void checkSignals() {
        Collection<String> known = signalNames();
        for (String name : signals.keySet()) {
            if (!known.contains(name)) {
                String near = Nearest.nearest(name, known)
                        .map(other -> "; nearest is " + other)
                        .orElse("");
                throw new IllegalArgumentException("no mechanism declares the signal " + name + near);
            }
        }
    }

    /** Installs a mechanism: what is declared meanwhile is its own. */
    void install(String mechanism, Runnable installation) {
        ownership.takeKinds(scheduler().kindCount());
        ownership.install(mechanism, () -> {
            installation.run();
            ownership.takeKinds(scheduler().kindCount());
        });
    }

    /**
     * All mechanisms have been installed: what they declared is checked against one another.
     *
     * @throws IllegalArgumentException if a signal was asked for that nobody declares
     */
    public void installed() {
        checkSignals();
    }

    /**
     * The mechanism in whose code a failure arose, as far as that is known.
     *
     * @param kind of the event whose handler threw, or −1
     */
    public Optional<String> failed(int kind) {
        return Optional.ofNullable(ownership.failed(kind));
    }

    /** The draws of a purpose about households; asked for once per purpose. */
    public HouseholdDraws draws(String purpose) {
        return new HouseholdDraws(draws(purpose, SubjectKind.HOUSEHOLD), households());
    }

    /** The draws of a purpose about other subjects, by their lasting numbers. */
    public Draws draws(String purpose, SubjectKind kind) {
        claim(purpose);
        return Draws.of(frame.runKey(), purpose, kind);
    }

    private void claim(String purpose) {
        ownership.take("purpose", purpose);
        purposes.claim(purpose);
    }

    /** A yes-or-no site about households. */
    public DrawSite chance(String purpose) {
        return chance(purpose, SubjectKind.HOUSEHOLD, households()::id);
    }

    /** A yes-or-no site about other subjects, by their lasting numbers. */
    public DrawSite chance(String purpose, SubjectKind kind) {
        return chance(purpose, kind, subject -> subject);
    }

    private DrawSite chance(String purpose, SubjectKind kind, IntToLongFunction ids) {
        DrawSite chance = new DrawSite(draws(purpose, kind), ids);
        chances.add(chance);
        state.add("chance " + purpose, chance);
        return chance;
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

    /** The gamma law of mean 1. */
    public QuantileTable gammaOfMeanOne(double shape) {
        return frame.gammaOfMeanOne().apply(shape);
    }

    /** Measures of a gain of people, to declare; headings of groups are in {@link dev.borderline.measure.MeasureGroup}. */
    public Measures good(String group) {
        return measures(group, Sense.GOOD);
    }

    /** Measures of suffering or loss of people, to declare. */
    public Measures harm(String group) {
        return measures(group, Sense.HARM);
    }

    /** Measures of the work of those who catch people, to declare; policies are never ranked by them. */
    public Measures enforcement(String group) {
        return measures(group, Sense.ENFORCEMENT);
    }

    /** Measures of neither gain nor loss, to declare. */
    public Measures neutral(String group) {
        return measures(group, Sense.NEUTRAL);
    }

    private Measures measures(String group, Sense sense) {
        return new Measures(frame.recorder(), ownership, Standing.of(group, sense));
    }

    /**
     * The count that a mechanism installed before has declared, to read it or to set something in relation to it.
     *
     * @throws IllegalArgumentException naming the nearest, if there is none
     */
    public Count existingCount(String name) {
        Count known = frame.recorder().declared(name);
        if (known == null) {
            List<String> names =
                    frame.recorder().measures().stream().map(Measure::name).toList();
            String near = Nearest.nearest(name, names)
                    .map(other -> "; nearest is " + other)
                    .orElse("");
            throw new IllegalArgumentException("no mechanism has declared a count " + name + near);
        }
        return known;
    }

    /** Declares the count of arrests by a route, {@code arrests_<route>}. */
    public void route(Route route, String what) {
        ownership.take("route", route.name());
        Route holder = routeByLane.putIfAbsent(route.lane(), route);
        if (holder != null) {
            throw new IllegalArgumentException("routes " + holder.name() + " and " + route.name()
                    + " have the same lane, " + route.lane() + ", and would share their draws; choose another lane");
        }
        routeCounts.put(
                route.name(), enforcement(MeasureGroup.ARRESTS).count("arrests_" + route.name(), "people", what));
    }

    Count routeCount(Route route) {
        Count count = routeCounts.get(route.name());
        if (count == null) {
            throw new IllegalStateException("route " + route.name() + " was not declared");
        }
        return count;
    }

    /** Offers an answer to a question; one mechanism per question. */
    public <T> void provide(Class<T> question, T answer) {
        port(question).provide(answer);
    }

    /** Asks a question that some mechanism of the catalog must answer. */
    @SuppressWarnings("unchecked") // a port under the name of T is a Port<T>: only this line makes them
    public <T> Port<T> port(Class<T> question) {
        return (Port<T>) ports.computeIfAbsent(question.getName(), unused -> new Port<>(question));
    }

    /** Asks a question that has an answer even where no mechanism gives one. */
    public <T> Port<T> port(Class<T> question, T fallback) {
        Port<T> port = port(question);
        port.provideDefault(fallback);
        return port;
    }

    /** Adds a channel that costs nothing and carries no risk. */
    public void openChannel(Ports.OpenChannel channel) {
        openChannels.add(channel);
    }

    /** Channels without cost and risk, in order of installation; complete once the run has started. */
    public OpenChannels openChannels() {
        return openChannels;
    }

    /**
     * Runs when all mechanisms are installed, before the first event: posts first events and gives state its first values. Not in a
     * run that is resumed, whose state and pending events come from the run it goes on with.
     */
    public void onStart(Runnable action) {
        onStart.add(ownership.owned(action));
    }

    /** Runs at the start of the run and of each calendar year, before the model's events of that instant. */
    public void onYear(Runnable action) {
        onYear.add(ownership.owned(action));
    }

    /** Runs when a calendar year is over, and at the end of the run. */
    public void onYearEnd(Runnable action) {
        onYearEnd.add(ownership.owned(action));
    }

    /**
     * Runs when a period that is reported is over, a calendar year or, where months are asked for, a month, and at the end of the run.
     * Counts levels and changes nothing else, for how often it runs must not move a result.
     */
    public void onPeriodEnd(Runnable action) {
        onPeriodEnd.add(action);
    }

    /** Runs after the last event: closes what is still open in the counts. */
    public void onEnd(Runnable action) {
        onEnd.add(ownership.owned(action));
    }

    /** Asserts a statement at the turn of every year and at the end. */
    public void invariant(String statement, BooleanSupplier holds) {
        invariants.add(new Invariant(statement, holds));
    }

    /** Hooks that the run itself calls. */
    public Hooks hooks() {
        return new Hooks(onStart, onYear, onYearEnd, onPeriodEnd, onEnd, invariants, chances);
    }

    /** Callbacks that mechanisms asked for. */
    public record Hooks(
            List<Runnable> onStart,
            List<Runnable> onYear,
            List<Runnable> onYearEnd,
            List<Runnable> onPeriodEnd,
            List<Runnable> onEnd,
            List<Invariant> invariants,
            List<DrawSite> chances) {}
}
