package dev.borderline.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole simulators on the same models; the figure is nanoseconds for one event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBenchmark {
    private static final int EVENTS = 20_000;

    @Param({Engine.OURS, "ssj", "dsol", "priorityQueue"})
    String peer = "";

    @Param({"mm1", "callArrestRelease", "loopHold"})
    String workload = "";

    @Param({"100000"})
    int subjects;

    @SuppressWarnings("NullAway.Init") // set by JMH before the first invocation
    private Engine engine;

    @SuppressWarnings("NullAway.Init")
    private Engine.Model model;

    /** Starts the simulator. */
    @Setup
    public void start() {
        model = Models.of(workload, subjects);
        engine = Engine.of(peer, model, subjects);
    }

    /** Runs events; the checksum keeps the work alive. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long run() {
        engine.run(EVENTS);
        return model.checksum();
    }
}
