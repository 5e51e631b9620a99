package dev.borderline.simulation;

import dev.borderline.event.EventLoop;
import dev.borderline.event.EventLoop.StopReason;
import dev.borderline.event.Phase;
import dev.borderline.event.Scheduler;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Presentation;
import dev.borderline.measure.Outcomes;
import dev.borderline.measure.Recorder;
import dev.borderline.measure.Recorder.CountingPeriods;
import dev.borderline.model.Assembly;
import dev.borderline.model.Calling;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Places;
import dev.borderline.model.Population;
import dev.borderline.model.Wiring;
import dev.borderline.observe.Probe;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Timeline;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult.ControllerMove;
import dev.borderline.simulation.Simulation.RunLimits;
import dev.borderline.state.Kept;
import dev.borderline.state.KeptState;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run from assembly to result; used once, by one thread: {@link #begin}, {@link #runUntil} as often as one likes, {@link
 * #finish}. Nothing happens at the seams, so a run in pieces is the run in one.
 */
final class Run {
    private final Simulation simulation;
    private final Scenario scenario;
    private final RunKey key;
    private final Calendar calendar;
    private final EventLoop loop = new EventLoop();
    private final Map<String, Lever> levers = new TreeMap<>();
    private final CountingPeriods periods;
    private final Recorder recorder;
    private final Wiring wiring;
    private final RunState state;
    private final RunHearing hearing;
    private final List<ControllerMove> moves = new ArrayList<>();
    private final Map<String, Object> installed = new TreeMap<>(); // mechanisms
    private final List<Probe> listeners = new ArrayList<>();
    private @Nullable Fingerprint fingerprint; // once begun
    private @Nullable RunControl controls; // once begun

    Run(Simulation simulation, RunKey key) {
        this.simulation = simulation;
        this.scenario = simulation.scenario();
        this.key = key;
        calendar = Calendar.of(scenario.start(), scenario.end());
        for (InputSpec lever : simulation.levers()) {
            levers.put(lever.input().lever(), new Lever(lever, scenario.value(lever.path())));
        }
        Population population = scenario.parameters("population", Population.class);
        Households households = new Households(population, simulation.zones(), key.drawKey(), simulation.connections());
        periods = simulation.isByMonth() ? calendar.periodsByMonth() : calendar.periodsByYear();
        recorder = new Recorder(households, scenario.zoneNames().size(), periods, simulation.isByMonth());
        Assembly.Frame frame = new Assembly.Frame(
                new Scheduler(loop),
                key.drawKey(),
                calendar.end(),
                levers,
                recorder,
                simulation::gammaOfMeanOne,
                scenario.period());
        wiring = new Wiring(
                frame,
                new Wiring.World(
                        households,
                        simulation.zones(),
                        scenario.parameters("places", Places.class),
                        scenario.parameters("calling", Calling.class),
                        population));
        state = new RunState(simulation, calendar, frame, wiring);
        hearing = new RunHearing(state, wiring, levers.values());
    }

    /** Measures that the mechanisms declare when they join; the run cannot be run afterwards. */
    List<Measure> measures() {
        installAll();
        return recorder.measures();
    }

    /** Presentations that the mechanisms declare when they join. The run cannot be run afterwards. */
    Map<String, Presentation> presentations() {
        installAll();
        return wiring.presentations();
    }

    /** Names of the measures without values by month; of a ratio one of the terms lacks them. The run cannot be run afterwards. */
    List<String> definedByYear() {
        List<Measure> measures = measures();
        return measures.stream()
                .filter(measure -> measure.kind() == Measure.Kind.RATIO
                        ? isDefinedByYear(measure.numerator()) || isDefinedByYear(measure.denominator())
                        : isDefinedByYear(measures.indexOf(measure)))
                .map(Measure::name)
                .toList();
    }

    private boolean isDefinedByYear(int measure) {
        return recorder.months(measure).length == 0;
    }

    /** The run as it stands. */
    RunState state() {
        return state;
    }

    /** Sets what it may cost. */
    void limit(RunLimits limits) {
        // One event more, so that a run of just so many events ends before it is capped.
        loop.eventCap(limits.events() == Long.MAX_VALUE ? Long.MAX_VALUE : limits.events() + 1);
        loop.progress((time, events) -> !limits.outOfTime().getAsBoolean());
    }

    /** Events executed so far. */
    long events() {
        return loop.eventCount();
    }

    /** Puts the run together, up to its first event. */
    void begin(List<Probe> probes) {
        guarded(() -> {
            Kinds kinds = assemble(probes);
            wiring.households().populate();
            listen(List.of(), probes);
            for (int year = 0; year < calendar.years(); year++) {
                loop.post(calendar.yearStart(year), kinds.turnOfYear(), 0, year);
            }
            postMoves(kinds);
            wiring.hooks().onStart().forEach(Runnable::run);
        });
    }

    /**
     * Puts the run together as another of the same past has left it. Nothing of that past happens again: mechanisms, levers and counts
     * read what they had, and what is to come of policies and controllers is this run's own.
     */
    void resume(StateReader past, List<Probe> carriedOn, List<Probe> probes) {
        List<Probe> all = new ArrayList<>(carriedOn);
        all.addAll(probes);
        AtomicReference<@Nullable Kinds> kinds = new AtomicReference<>();
        guarded(() -> kinds.set(assemble(all)));
        wiring.state().load(past); // what does not fit is no fault of the run
        guarded(() -> {
            listen(carriedOn, probes);
            postMoves(Objects.requireNonNull(kinds.get()));
        });
    }

    /** The kinds of events of the run itself. */
    private record Kinds(int turnOfYear, int move, int act, RunControl control) {}

    /** Lets probes say what they listen to; those {@code carriedOn} have heard all that was told up to now. */
    private void listen(List<Probe> carriedOn, List<Probe> probes) {
        carriedOn.forEach(probe -> probe.attach(hearing));
        hearing.skipLooksBefore(loop.now() + 1); // that of this midnight has been taken
        probes.forEach(probe -> probe.attach(hearing));
        hearing.skipLooksBefore(loop.now());
        hearing.close();
        loop.listener(hearing.with(Objects.requireNonNull(fingerprint), loop));
    }

    private Kinds assemble(List<Probe> probes) {
        int turnOfYear = loop.kind("calendar.year", Phase.POLICY, this::onYear);
        int move = loop.kind("policy.move", Phase.POLICY, this::onMove);
        installAll();
        loop.lookahead(wiring.households()::touch);
        RunControl control = new RunControl(simulation, state, this::onControllerMove);
        controls = control;
        int act = control.kind(loop);
        fingerprint = new Fingerprint(loop, calendar.end());
        listeners.addAll(probes);
        wiring.state().add("loop", loop.state(move, act));
        wiring.state().add("fingerprint", fingerprint);
        wiring.state().add("moves of controllers", new MoveLog(moves));
        wiring.state().add("controllers", control.memory());
        wiring.state().add("probes", memory(probes));
        return new Kinds(turnOfYear, move, act, control);
    }

    private static KeptState memory(List<Probe> probes) {
        KeptState memory = new KeptState();
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i) instanceof Kept kept) {
                memory.add(i + " " + probes.get(i).getClass().getName(), kept);
            }
        }
        return memory;
    }

    /** Posts what policies and controllers do from now on. */
    private void postMoves(Kinds kinds) {
        List<Timeline.LeverStep> steps = simulation.timeline().steps();
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).time() >= loop.now()) {
                loop.post(steps.get(step).time(), kinds.move(), step, 0);
            }
        }
        kinds.control().post(loop, kinds.act());
    }

    /**
     * Writes all that the rest of the run depends on.
     *
     * @throws IllegalStateException naming whoever remembers something and does not say what
     */
    void save(StateWriter out) {
        Objects.requireNonNull(controls).checkForkable();
        installed.forEach(DeclaredState::check);
        for (Probe probe : listeners) {
            if (!(probe instanceof Kept)) {
                throw new IllegalStateException(
                        "probe " + probe.getClass().getName()
                                + " does not say what it remembers, so its run can be neither forked nor saved: it must be Kept");
            }
        }
        wiring.state().save(out);
        out.flush();
    }

    /** Objects made of the mechanisms, by their names. */
    Map<String, Object> installed() {
        return installed;
    }

    /** The probes that listen, in the order in which they were given. */
    List<Probe> probes() {
        return List.copyOf(listeners);
    }

    Simulation simulation() {
        return simulation;
    }

    RunKey key() {
        return key;
    }

    /** Executes every event before {@code time}, in ticks, not beyond the end. */
    void runUntil(long time) {
        guarded(() -> advance(time));
    }

    /** Turns a month at a seam, without an event. So a run is the same whether months are counted or not. */
    private void advance(long time) {
        while (nextMonth() <= time) {
            proceedWithLooks(nextMonth());
            wiring.hooks().onPeriodEnd().forEach(Runnable::run);
            recorder.enterPeriod(recorder.period() + 1);
        }
        proceedWithLooks(time);
    }

    /** Start of the next month that does not begin with a year, which has an event of its own. Where months are counted. */
    private long nextMonth() {
        int next = recorder.period() + 1;
        if (next == periods.firstOf(recorder.year() + 1)) {
            next++;
        }
        return simulation.isByMonth() && next < periods.count() ? periods.start(next) : Long.MAX_VALUE;
    }

    private void proceedWithLooks(long time) {
        while (hearing.nextLook() <= time) {
            proceed(hearing.nextLook());
            hearing.look();
        }
        proceed(time);
    }

    /** The message about time says nothing that depends on the speed of the machine. */
    private void proceed(long time) {
        StopReason reason = loop.runUntil(time);
        if (reason == StopReason.CAPPED) {
            throw RunFailure.atLimit(
                    brokeOff() + "it takes more than the " + (loop.eventCount() - 1) + " events it may");
        }
        if (reason == StopReason.CALLED_OFF) {
            throw RunFailure.atLimit(name() + " took longer than it may");
        }
        if (reason != StopReason.END_REACHED) {
            throw new IllegalStateException("the run was stopped before its end: " + reason);
        }
    }

    private String name() {
        return "replication " + key.replication() + " of seed " + key.seed() + " of scenario " + scenario.name();
    }

    private String brokeOff() {
        return name() + " broke off at " + calendar.at(loop.now()) + ": ";
    }

    /** Runs to the end and closes the counts. */
    RunResult finish() {
        guarded(() -> {
            advance(calendar.end());
            wiring.hooks().onPeriodEnd().forEach(Runnable::run);
            wiring.hooks().onYearEnd().forEach(Runnable::run);
            wiring.hooks().onEnd().forEach(Runnable::run);
            checkInvariants();
            hearing.end();
        });
        return new RunResult(
                scenario.name(),
                key,
                Outcomes.of(recorder, simulation.labels(calendar), scenario.zoneNames()),
                wiring.hooks().chances().stream().map(DrawSite::tested).toList(),
                Arrays.stream(Objects.requireNonNull(fingerprint).byMonth())
                        .boxed()
                        .toList(),
                loop.eventCount(),
                moves);
    }

    private void guarded(Runnable part) {
        try {
            part.run();
        } catch (RunFailure failure) {
            throw failure;
        } catch (RuntimeException failure) {
            String where = wiring.failed(loop.failedKind())
                    .map(mechanism -> "mechanism " + mechanism + ": ")
                    .orElse("");
            throw new RunFailure(brokeOff() + where + reason(failure), failure);
        }
    }

    private void installAll() {
        scenario.catalog().mechanisms().forEach(this::install);
        double people = wiring.households().peoplePerSimulated();
        if (people != 1) {
            Recorder.Count share = wiring.neutral("Simulated people")
                    .expected(
                            Measure.PEOPLE_PER_SIMULATED,
                            "1",
                            "People that each who is simulated stands for, in the cell of one household");
            wiring.onStart(() -> share.addExpected(0, people));
        }
        wiring.installed();
    }

    private static String reason(RuntimeException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getName() : message;
    }

    private <P extends Record> void install(Mechanism<P> mechanism) {
        Object made = mechanism.install(scenario.parameters(mechanism.name(), mechanism.parameters(), levers), wiring);
        if (made != null) {
            installed.put(mechanism.name(), made);
        }
    }

    private int onYear(long time, int subject, int year) {
        checkInvariants();
        if (year > 0) {
            wiring.hooks().onPeriodEnd().forEach(Runnable::run);
            wiring.hooks().onYearEnd().forEach(Runnable::run);
        }
        recorder.enterYear(year);
        wiring.hooks().onYear().forEach(Runnable::run);
        return 0;
    }

    private int onMove(long time, int step, int unused) {
        Timeline.LeverStep made = simulation.timeline().steps().get(step);
        Lever lever = wiring.lever(made.lever());
        lever.move(made.value());
        return 0;
    }

    private void onControllerMove(ControllerMove move) {
        moves.add(move);
        Objects.requireNonNull(fingerprint).moved(loop.now(), move.lever(), move.to());
    }

    private void checkInvariants() {
        if (!wiring.households().conserved()) {
            throw new IllegalStateException("invariant broken: households are conserved across states");
        }
        for (Assembly.Invariant invariant : wiring.hooks().invariants()) {
            if (!invariant.holds().getAsBoolean()) {
                throw new IllegalStateException("invariant broken: " + invariant.statement());
            }
        }
    }
}
