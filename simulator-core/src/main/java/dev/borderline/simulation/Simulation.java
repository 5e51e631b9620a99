package dev.borderline.simulation;

import dev.borderline.measure.Measure;
import dev.borderline.model.Population;
import dev.borderline.model.Zone;
import dev.borderline.observe.Probe;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Timeline;
import dev.borderline.random.QuantileTable;
import dev.borderline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario made ready to run: what does not change from run to run is made once. Immutable but for tables filled on first
 * use; share one among threads.
 *
 * <pre>{@code
 * RunResult one = Simulation.run(Scenarios.named("tightening-2015"), RunKey.of(42));
 * one.value("arrests");
 * }</pre>
 */
public final class Simulation {
    private final Scenario scenario;
    private final Timeline timeline;
    private final QuantileTables tables;
    private final List<ControllerFactory> controllers;
    private final List<InputSpec> levers;

    private Simulation(Scenario scenario, QuantileTables tables, List<ControllerFactory> controllers) {
        this.scenario = scenario;
        this.controllers = List.copyOf(controllers);
        this.tables = tables;
        timeline = Timeline.of(
                scenario.catalog().inputs(), new Timeline.Course(scenario.moves(), scenario::value, scenario.period()));
        levers = scenario.catalog().inputs().stream().filter(InputSpec::isLever).toList();
    }

    /** Makes a scenario ready for many runs. */
    public static Simulation of(Scenario scenario) {
        return new Simulation(scenario, new QuantileTables(), List.of());
    }

    /** Makes another scenario ready, without controllers; both share the tables made so far, which saves time and room. */
    public Simulation sibling(Scenario other) {
        return new Simulation(other, tables, List.of());
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
        return new Simulation(scenario, tables, all);
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
        Run run = new Run(this, key);
        run.begin(List.of(probes));
        return new RunInProgress(run);
    }

    /** What a run reports, in order of declaration; found without running. */
    public List<Measure> measures() {
        return new Run(this, RunKey.of(0)).measures();
    }

    Scenario scenario() {
        return scenario;
    }

    Timeline timeline() {
        return timeline;
    }

    List<ControllerFactory> controllers() {
        return controllers;
    }

    QuantileTable connections() {
        Population population = scenario.parameters("population", Population.class);
        return tables.beta(population.connectionsAlpha(), population.connectionsBeta());
    }

    QuantileTable gammaOfMeanOne(double shape) {
        return tables.gammaOfMeanOne(shape);
    }

    List<Zone> zones() {
        return scenario.zoneNames().stream().map(scenario::zone).toList();
    }

    List<InputSpec> levers() {
        return levers;
    }
}
