package dev.borderline.model;

import dev.borderline.event.Phase;
import dev.borderline.event.Scheduler;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Presentation;
import dev.borderline.measure.Measure.Sense;
import dev.borderline.measure.Measure.Standing;
import dev.borderline.measure.Recorder;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Schedule;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.random.Draws;
import dev.borderline.random.PurposeRegistry;
import dev.borderline.random.QuantileTable;
import dev.borderline.random.SubjectKind;
import dev.borderline.state.StateRegistry;
import dev.borderline.text.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * Assembly of one run, as any model needs it: time, levers, signals, draws, measures, ports and hooks. Everything asked for by name is
 * made on first asking and shared from then on. {@link Wiring} adds the people.
 */
public abstract class Assembly {
    /**
     * Parts of a run before the mechanisms join.
     *
     * @param scheduler of the event loop, at time 0
     * @param runKey key of every draw
     * @param end end of the run in ticks, exclusive
     * @param levers by name
     * @param recorder where counts go
     * @param gammaOfMeanOne quantile tables of gamma laws by shape, kept over runs
     * @param period the days simulated
     */
    public record Frame(
            Scheduler scheduler,
            long runKey,
            long end,
            Map<String, Lever> levers,
            Recorder recorder,
            DoubleFunction<QuantileTable> gammaOfMeanOne,
            SimulatedPeriod period) {}

    /** A statement that must hold at the turn of every year and at the end. */
    public record Invariant(String statement, BooleanSupplier holds) {}

    private final Frame frame;
    private final Set<String> modelSignals;
    private final StateRegistry state = new StateRegistry();
    private final Ownership ownership = new Ownership();
    private final PurposeRegistry purposes = new PurposeRegistry();
    private final Set<String> ownSignals = new TreeSet<>(); // declared by mechanisms, beside those of the model
    private final Map<String, Signal> signals = new TreeMap<>();
    private final Map<String, Presentation> presentations = new TreeMap<>(); // of measures
    private final Map<String, Port<?>> ports = new TreeMap<>();
    private final List<DrawSite> chances = new ArrayList<>();
    private final List<Runnable> onStart = new ArrayList<>();
    private final List<Runnable> onYear = new ArrayList<>();
    private final List<Runnable> onYearEnd = new ArrayList<>();
    private final List<Runnable> onPeriodEnd = new ArrayList<>();
    private final List<Runnable> onEnd = new ArrayList<>();
    private final List<Invariant> invariants = new ArrayList<>();
    private final Hooks hooks = new Hooks(
            Collections.unmodifiableList(onStart),
            Collections.unmodifiableList(onYear),
            Collections.unmodifiableList(onYearEnd),
            Collections.unmodifiableList(onPeriodEnd),
            Collections.unmodifiableList(onEnd),
            Collections.unmodifiableList(invariants),
            Collections.unmodifiableList(chances));

    /**
     * An assembly for one run.
     *
     * @param modelSignals names of the signals that the model has before any mechanism
     */
    Assembly(Frame frame, Collection<String> modelSignals) {
        this.frame = frame;
        this.modelSignals = new TreeSet<>(modelSignals);
        state.add("recorder", frame.recorder());
        frame.levers().forEach((name, lever) -> state.add("lever " + name, lever));
    }

    /** Owners of what is declared. */
    final Ownership ownership() {
        return ownership;
    }

    /** Simulated time: where to post events and ask for the present instant. */
    public final Scheduler scheduler() {
        return frame.scheduler();
    }

    /** End of the run in ticks, exclusive. */
    public final long end() {
        return frame.end();
    }

    /** The days simulated. */
    public final SimulatedPeriod period() {
        return frame.period();
    }

    /** The day now. */
    public final LocalDate date() {
        return frame.period().date(frame.scheduler().now());
    }

    /** Registry of state that a mechanism keeps from one event to the next, besides columns of {@link Wiring#rows}. */
    public final StateRegistry state() {
        return state;
    }

    /** Calendar month now, 1 to 12. */
    public final int monthOfYear() {
        return date().getMonthValue();
    }

    /**
     * Runs at midnight of the days of a schedule. Dated moves of levers come before it, the model's events of that instant
     * after it.
     *
     * @param name of the kind of event
     * @param handler told the number of the day among those of the schedule, from 0
     * @throws IllegalArgumentException if a named day lies outside the simulated time
     */
    public final void onDays(String name, Schedule schedule, IntConsumer handler) {
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
    public final int year() {
        return frame.recorder().year();
    }

    /** The lever of that name; a mechanism declares one by an {@link Input} with {@link Input#lever}. */
    public final Lever lever(String name) {
        Lever lever = frame.levers().get(name);
        if (lever == null) {
            throw new IllegalArgumentException("no mechanism in the catalog declares the lever " + name);
        }
        return lever;
    }

    /** Runs after every move of any lever. */
    public final void onAnyMove(Runnable listener) {
        Runnable owned = ownership.owned(listener);
        frame.levers().values().forEach(lever -> lever.onMove(owned));
    }

    /** Names of the signals there are: those of the model and those that mechanisms have declared, sorted. */
    public final Collection<String> signalNames() {
        Set<String> names = new TreeSet<>(modelSignals);
        names.addAll(ownSignals);
        return names;
    }

    /**
     * The signal of that name, see {@link Signals}: to listen to, or to emit where it is one of the model. One that a mechanism has
     * of its own may be asked for before it is declared; if nobody declares it, the run is refused.
     */
    public final Signal signal(String name) {
        return signals.computeIfAbsent(name, unused -> new Signal(ownership));
    }

    /**
     * Declares a signal that this mechanism emits, beside those of the model.
     *
     * @throws IllegalArgumentException if the model or another mechanism has a signal of that name
     */
    public final Signal newSignal(String name) {
        if (modelSignals.contains(name)) {
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
    public final void installed() {
        checkSignals();
    }

    /**
     * The mechanism in whose code a failure arose, as far as that is known.
     *
     * @param kind of the event whose handler threw, or −1
     */
    public final Optional<String> failed(int kind) {
        return Optional.ofNullable(ownership.failed(kind));
    }

    /** The draws of a purpose about other subjects, by their lasting numbers. */
    public final Draws draws(String purpose, SubjectKind kind) {
        claim(purpose);
        return Draws.of(frame.runKey(), purpose, kind);
    }

    final void claim(String purpose) {
        ownership.take("purpose", purpose);
        purposes.claim(purpose);
    }

    /** A yes-or-no site about other subjects, by their lasting numbers. */
    public final DrawSite chance(String purpose, SubjectKind kind) {
        return chance(purpose, kind, subject -> subject);
    }

    final DrawSite chance(String purpose, SubjectKind kind, IntToLongFunction ids) {
        DrawSite chance = new DrawSite(draws(purpose, kind), ids);
        chances.add(chance);
        state.add("chance " + purpose, chance);
        return chance;
    }

    /** The gamma law of mean 1. */
    public final QuantileTable gammaOfMeanOne(double shape) {
        return frame.gammaOfMeanOne().apply(shape);
    }

    /** Measures of a gain of people, to declare; headings of groups are in {@link dev.borderline.measure.MeasureGroup}. */
    public final Measures good(String group) {
        return measures(group, Sense.GOOD);
    }

    /** Measures of suffering or loss of people, to declare. */
    public final Measures harm(String group) {
        return measures(group, Sense.HARM);
    }

    /** Measures of the work of those who catch people, to declare; policies are never ranked by them. */
    public final Measures enforcement(String group) {
        return measures(group, Sense.ENFORCEMENT);
    }

    /** Measures of neither gain nor loss, to declare. */
    public final Measures neutral(String group) {
        return measures(group, Sense.NEUTRAL);
    }

    private Measures measures(String group, Sense sense) {
        return new Measures(frame.recorder(), ownership, presentations, Standing.of(group, sense), Presentation.NONE);
    }

    /** Presentations of the measures declared so far, by name; measures that declare none are left out. */
    public final Map<String, Presentation> presentations() {
        return Collections.unmodifiableMap(presentations);
    }

    /**
     * The count that a mechanism installed before has declared, to read it or to set something in relation to it.
     *
     * @throws IllegalArgumentException naming the nearest, if there is none
     */
    public final Count existingCount(String name) {
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

    /** Offers an answer to a question; one mechanism per question. */
    public final <T> void provide(Class<T> question, T answer) {
        port(question).provide(answer);
    }

    /** Asks a question that some mechanism of the catalog must answer. */
    @SuppressWarnings("unchecked") // a port under the name of T is a Port<T>: only this line makes them
    public final <T> Port<T> port(Class<T> question) {
        return (Port<T>) ports.computeIfAbsent(question.getName(), unused -> new Port<>(question));
    }

    /** Asks a question that has an answer even where no mechanism gives one. */
    public final <T> Port<T> port(Class<T> question, T fallback) {
        Port<T> port = port(question);
        port.provideDefault(fallback);
        return port;
    }

    /**
     * Runs when all mechanisms are installed, before the first event: posts first events and gives state its first values. Not in a
     * run that is resumed, whose state and pending events come from the run it goes on with.
     */
    public final void onStart(Runnable action) {
        onStart.add(ownership.owned(action));
    }

    /** Runs at the start of the run and of each calendar year, before the model's events of that instant. */
    public final void onYear(Runnable action) {
        onYear.add(ownership.owned(action));
    }

    /** Runs when a calendar year is over, and at the end of the run. */
    public final void onYearEnd(Runnable action) {
        onYearEnd.add(ownership.owned(action));
    }

    /**
     * Runs when a period that is reported is over, and at the end of the run. Periods are calendar years or, where asked
     * for, months.
     * Counts levels and changes nothing else, for how often it runs must not move a result.
     */
    public final void onPeriodEnd(Runnable action) {
        onPeriodEnd.add(action);
    }

    /** Runs after the last event: closes what is still open in the counts. */
    public final void onEnd(Runnable action) {
        onEnd.add(ownership.owned(action));
    }

    /** Asserts a statement at the turn of every year and at the end. */
    public final void invariant(String statement, BooleanSupplier holds) {
        invariants.add(new Invariant(statement, holds));
    }

    /** Hooks that the run itself calls. */
    public final Hooks hooks() {
        return hooks;
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
