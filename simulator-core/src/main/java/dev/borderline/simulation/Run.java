package dev.borderline.simulation;

import dev.borderline.event.EventLoop;
import dev.borderline.event.Phase;
import dev.borderline.model.Calling;
import dev.borderline.model.Chance;
import dev.borderline.model.Households;
import dev.borderline.model.InputSpec;
import dev.borderline.model.Lever;
import dev.borderline.model.Measure;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Places;
import dev.borderline.model.Population;
import dev.borderline.model.Recorder;
import dev.borderline.model.Wiring;
import dev.borderline.observe.Outcomes;
import dev.borderline.policy.Timeline;
import dev.borderline.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run from assembly to result; used once, by one thread. */
final class Run {
    private final Simulation simulation;
    private final Scenario scenario;
    private final RunKey key;
    private final Calendar calendar;
    private final EventLoop loop = new EventLoop();
    private final Map<String, Lever> levers = new TreeMap<>();
    private final Recorder recorder;
    private final Wiring wiring;

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
        recorder = new Recorder(households, scenario.zoneNames().size(), calendar.yearStarts());
        wiring = wire(population, households);
    }

    private Wiring wire(Population population, Households households) {
        return new Wiring(new Wiring.Frame(
                loop,
                key.drawKey(),
                calendar.end(),
                households,
                simulation.zones(),
                scenario.parameters("places", Places.class),
                scenario.parameters("calling", Calling.class),
                population,
                levers,
                recorder,
                simulation::gammaOfMeanOne,
                calendar::monthOfYear));
    }

    /** What the mechanisms declare when they join; the run cannot be run afterwards. */
    List<Measure> measures() {
        scenario.catalog().mechanisms().forEach(this::install);
        return recorder.measures();
    }

    RunResult result() {
        try {
            return run();
        } catch (RuntimeException failure) {
            throw new RunFailure(
                    "replication " + key.replication() + " of seed " + key.seed() + " of scenario " + scenario.name()
                            + " broke off at " + calendar.at(loop.now()) + ": " + failure.getMessage(),
                    failure);
        }
    }

    private RunResult run() {
        int turnOfYear = loop.kind("calendar.year", Phase.POLICY, this::onYear);
        int move = loop.kind("policy.move", Phase.POLICY, this::onMove);
        scenario.catalog().mechanisms().forEach(this::install);
        Fingerprint fingerprint = new Fingerprint(loop, calendar.end());
        loop.listener(fingerprint);
        for (int year = 0; year < calendar.years(); year++) {
            loop.post(calendar.yearStart(year), turnOfYear, 0, year);
        }
        List<Timeline.Step> steps = simulation.timeline().steps();
        for (int step = 0; step < steps.size(); step++) {
            loop.post(steps.get(step).time(), move, step, 0);
        }
        wiring.households().populate();
        wiring.hooks().onStart().forEach(Runnable::run);
        loop.runUntil(calendar.end());
        wiring.hooks().onYearEnd().forEach(Runnable::run);
        wiring.hooks().onEnd().forEach(Runnable::run);
        checkInvariants();
        return new RunResult(
                scenario.name(),
                key,
                Outcomes.of(recorder, calendar.yearLabels(), scenario.zoneNames()),
                wiring.hooks().chances().stream().map(Chance::tested).toList(),
                Arrays.stream(fingerprint.byMonth()).boxed().toList(),
                loop.eventCount());
    }

    private <P extends Record> void install(Mechanism<P> mechanism) {
        mechanism.install(scenario.parameters(mechanism.name(), mechanism.parameters()), wiring);
    }

    private int onYear(long time, int subject, int year) {
        checkInvariants();
        if (year > 0) {
            wiring.hooks().onYearEnd().forEach(Runnable::run);
        }
        recorder.enterYear(year);
        wiring.hooks().onYear().forEach(Runnable::run);
        return 0;
    }

    private int onMove(long time, int step, int unused) {
        Timeline.Step made = simulation.timeline().steps().get(step);
        Lever lever = wiring.lever(made.lever());
        lever.move(made.value());
        return 0;
    }

    private void checkInvariants() {
        if (!wiring.households().conserved()) {
            throw new IllegalStateException("invariant broken: households are conserved across states");
        }
        for (Wiring.Invariant invariant : wiring.hooks().invariants()) {
            if (!invariant.holds().getAsBoolean()) {
                throw new IllegalStateException("invariant broken: " + invariant.statement());
            }
        }
    }
}
