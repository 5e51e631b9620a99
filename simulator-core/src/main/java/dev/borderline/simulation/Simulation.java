package dev.borderline.simulation;

import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Presentation;
import dev.borderline.measure.Outcomes;
import dev.borderline.model.Population;
import dev.borderline.model.Zone;
import dev.borderline.observe.Probe;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.policy.Timeline;
import dev.borderline.random.QuantileTable;
import dev.borderline.scenario.Scenario;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A scenario made ready to run: what does not change from run to run is made once. Immutable; share one among threads. Tables of the
 * laws that households are drawn from are filled on first use, for all simulations of the process.
 *
 * <pre>{@code
 * RunResult one = Simulation.run(Scenarios.named("tightening-2015"), RunKey.of(42));
 * one.value("arrests");
 * }</pre>
 */
public final class Simulation {
    private static final QuantileTables TABLES = new QuantileTables();

    private final Scenario scenario;
    private final Timeline timeline;
    private final List<ControllerFactory> controllers;
    private final List<InputSpec> levers;
    private final boolean byMonth;

    private Simulation(Scenario scenario, List<ControllerFactory> controllers, boolean byMonth) {
        this.scenario = scenario;
        this.byMonth = byMonth;
        this.controllers = List.copyOf(controllers);
        timeline = Timeline.of(
                scenario.catalog().inputs(), new Timeline.Course(scenario.moves(), scenario::value, scenario.period()));
        levers = scenario.catalog().inputs().stream().filter(InputSpec::isLever).toList();
    }

    /** Makes a scenario ready for many runs. */
    public static Simulation of(Scenario scenario) {
        return new Simulation(scenario, List.of(), false);
    }

    /** Makes another scenario ready, by month as this is, and without controllers. */
    public Simulation sibling(Scenario other) {
        return new Simulation(other, List.of(), byMonth);
    }

    /** This with measures by calendar month beside those by year; its runs are the same to the last event. */
    public Simulation byMonth() {
        return new Simulation(scenario, controllers, true);
    }

    /**
     * This with controllers more, which act in the order given, after those it has.
     *
     * @throws IllegalArgumentException if one is to act on a day that is not simulated
     */
    public Simulation with(ControllerFactory... more) {
        if (more.length == 0) {
            return this;
        }
        List<ControllerFactory> all = new ArrayList<>(controllers);
        all.addAll(List.of(more));
        for (ControllerFactory controller : more) {
            controller.days(scenario.period());
        }
        return new Simulation(scenario, all, byMonth);
    }

    /** One run. */
    public static RunResult run(Scenario scenario, RunKey key) {
        return of(scenario).run(key);
    }

    /**
     * One run of this scenario.
     *
     * @throws RunFailure if it breaks off
     */
    public RunResult run(RunKey key) {
        return start(key).finish();
    }

    /**
     * One run of this scenario with probes that listen to it, in this order; they change nothing.
     *
     * @throws RunFailure if it breaks off
     */
    public RunResult run(RunKey key, Probe... probes) {
        return start(key, probes).finish();
    }

    /**
     * As {@link #run(RunKey, Probe...)}, within limits.
     *
     * @throws RunFailure if it breaks off, also at a limit
     */
    public RunResult run(RunKey key, RunLimits limits, Probe... probes) {
        Run run = new Run(this, key);
        run.limit(limits);
        run.begin(List.of(probes));
        return run.finish();
    }

    /** One run of this scenario up to its first event, to be carried on by hand; see {@link RunInProgress}. */
    public RunInProgress start(RunKey key, Probe... probes) {
        return start(key, RunLimits.none(), probes);
    }

    /** As {@link #start(RunKey, Probe...)}, within limits. */
    public RunInProgress start(RunKey key, RunLimits limits, Probe... probes) {
        Run run = new Run(this, key);
        run.limit(limits);
        run.begin(List.of(probes));
        return new RunInProgress(run);
    }

    /**
     * Goes on with a run of a shipped or own scenario, made of the standard catalog, that {@link RunInProgress#save} has written.
     *
     * @throws IOException if the file cannot be read
     * @throws InvalidInput if it is no saved run, damaged, or written by another build
     */
    public static RunInProgress resume(Path file) throws IOException {
        return SavedRun.read(file, header -> of(header.scenario()), RunLimits.none(), List.of());
    }

    /**
     * Goes on with a saved run of this scenario and these controllers. For catalogs of one's own, and to go on under policies that
     * differ from then on.
     *
     * @param probes first those that listened when it was saved, if they are to go on, then new ones
     * @throws IOException if the file cannot be read
     * @throws InvalidInput if it is no saved run, damaged, or written by another build
     * @throws IllegalArgumentException naming what differs before the date at which it was saved
     */
    public RunInProgress resumeFrom(Path file, Probe... probes) throws IOException {
        return resumeFrom(file, RunLimits.none(), probes);
    }

    /** As {@link #resumeFrom(Path, Probe...)}, within limits, in which the past counts as if it had been run. */
    public RunInProgress resumeFrom(Path file, RunLimits limits, Probe... probes) throws IOException {
        return SavedRun.read(file, header -> this, limits, List.of(probes));
    }

    /**
     * The day up to which runs of this and another are the same, whatever the key. The first on which a lever takes another value or
     * a controller acts; the first day of the scenario if they differ from the start, the end if they never part.
     */
    public LocalDate sharedUntil(Simulation other) {
        return scenario.start().plusDays(Divide.between(this, other).day());
    }

    void checkSamePast(Simulation past, LocalDate date) {
        Divide divide = Divide.ofScenarios(past, this);
        if (scenario.start().plusDays(divide.day()).isBefore(date)) {
            throw new IllegalArgumentException(
                    "a run that stands at " + date + " cannot go on so: its past differs, " + divide.reason());
        }
    }

    /** Measures that a run reports, in order of declaration; found without running. */
    public List<Measure> measures() {
        return new Run(this, RunKey.of(0)).measures();
    }

    /** Headings and places in figures by name of measure, of those that declare one. Found without running. */
    public Map<String, Presentation> presentations() {
        return new Run(this, RunKey.of(0)).presentations();
    }

    /** Names of the measures that are defined by calendar year alone, and so have no values by month. Found without running. */
    public List<String> definedByYear() {
        return new Run(byMonth(), RunKey.of(0)).definedByYear();
    }

    boolean isByMonth() {
        return byMonth;
    }

    /** Names of the periods that runs count in. */
    Outcomes.Labels labels(Calendar calendar) {
        List<String> months =
                byMonth ? calendar.months().stream().map(YearMonth::toString).toList() : List.of();
        return new Outcomes.Labels(calendar.yearLabels(), months);
    }

    Scenario scenario() {
        return scenario;
    }

    /** The simulated days. */
    public SimulatedPeriod period() {
        return scenario.period();
    }

    Timeline timeline() {
        return timeline;
    }

    List<ControllerFactory> controllers() {
        return controllers;
    }

    QuantileTable connections() {
        Population population = scenario.parameters("population", Population.class);
        return TABLES.beta(population.connectionsAlpha(), population.connectionsBeta());
    }

    QuantileTable gammaOfMeanOne(double shape) {
        return TABLES.gammaOfMeanOne(shape);
    }

    List<Zone> zones() {
        return scenario.zoneNames().stream().map(scenario::zone).toList();
    }

    List<InputSpec> levers() {
        return levers;
    }

    /**
     * Limits on the cost of one run; a run that would cost more breaks off. A run that ends within its limits is the run without any.
     *
     * @param events events executed
     * @param outOfTime asked from time to time, every 65,536 events: true breaks the run off
     */
    public record RunLimits(long events, BooleanSupplier outOfTime) {
        public RunLimits {
            if (events < 1) {
                throw new IllegalArgumentException("a run may execute " + events + " events; it must be 1 or more");
            }
        }

        /** No limits. */
        public static RunLimits none() {
            return new RunLimits(Long.MAX_VALUE, () -> false);
        }
    }
}
