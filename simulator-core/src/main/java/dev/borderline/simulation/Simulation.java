package dev.borderline.simulation;

import dev.borderline.model.InputSpec;
import dev.borderline.model.Measure;
import dev.borderline.model.Population;
import dev.borderline.model.Zone;
import dev.borderline.policy.Timeline;
import dev.borderline.random.QuantileTable;
import dev.borderline.scenario.Scenario;
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
    private final QuantileTable connections;

    private Simulation(Scenario scenario, QuantileTables tables) {
        this.scenario = scenario;
        this.tables = tables;
        timeline = Timeline.of(
                scenario.catalog(), new Timeline.Course(scenario.moves(), scenario::value, scenario.period()));
        Population population = scenario.parameters("population", Population.class);
        connections = tables.beta(population.connectionsAlpha(), population.connectionsBeta());
    }

    /** Makes a scenario ready for many runs. */
    public static Simulation of(Scenario scenario) {
        return new Simulation(scenario, new QuantileTables());
    }

    /** Makes another scenario ready; both share the tables made so far, which saves time and room. */
    public Simulation sibling(Scenario other) {
        return new Simulation(other, tables);
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
        return new Run(this, key).result();
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

    QuantileTable connections() {
        return connections;
    }

    QuantileTable gammaOfMeanOne(double shape) {
        return tables.gammaOfMeanOne(shape);
    }

    List<Zone> zones() {
        return scenario.zoneNames().stream().map(scenario::zone).toList();
    }

    List<InputSpec> levers() {
        return scenario.catalog().inputs().stream().filter(InputSpec::isLever).toList();
    }
}
