package dev.borderline.simulation;

import dev.borderline.model.InputSpec;
import dev.borderline.model.Population;
import dev.borderline.model.Zone;
import dev.borderline.policy.Timeline;
import dev.borderline.random.QuantileTable;
import dev.borderline.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
    private final Map<Double, QuantileTable> gammas = new ConcurrentHashMap<>();
    private final QuantileTable connections;

    private Simulation(Scenario scenario) {
        this.scenario = scenario;
        timeline = Timeline.of(
                scenario.catalog(), new Timeline.Course(scenario.moves(), scenario::value, scenario.period()));
        Population population = scenario.parameters("population", Population.class);
        connections = QuantileTable.beta(population.connectionsAlpha(), population.connectionsBeta());
    }

    /** Makes a scenario ready for many runs. */
    public static Simulation of(Scenario scenario) {
        return new Simulation(scenario);
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
        return gammas.computeIfAbsent(shape, QuantileTable::gammaOfMeanOne);
    }

    List<Zone> zones() {
        return scenario.zoneNames().stream().map(scenario::zone).toList();
    }

    List<InputSpec> levers() {
        return scenario.catalog().inputs().stream().filter(InputSpec::isLever).toList();
    }
}
