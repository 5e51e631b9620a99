package dev.borderline.benchmarks;

import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole model as it stands, and the reading of a scenario. No peer has one to compare with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ModelBenchmark {
    @Param("tightening-2015")
    String scenario = "";

    @SuppressWarnings("NullAway.Init") // set by JMH before the first invocation
    private Simulation simulation;

    private int replication;

    /** Makes the scenario ready. */
    @Setup
    public void prepare() {
        simulation = Simulation.of(Scenarios.named(scenario));
    }

    /** One replication, each another. */
    @Benchmark
    public RunResult replication() {
        return simulation.run(new RunKey(42, replication++));
    }

    /** Reads and validates the scenario. */
    @Benchmark
    public Scenario read() {
        return Scenarios.named(scenario);
    }
}
