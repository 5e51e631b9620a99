package dev.borderline.event;

import dev.borderline.benchmarks.Delays;
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

/**
 * HOLD (Jones 1986): take the earliest event, put one back a random delay later; the number pending stays. Event lists
 * alone, without a simulator around them. Stands in the agenda's package because the agenda is not public.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HoldBenchmark {
    private static final int EVENTS = 20_000;

    @Param({"borderline", "ssj", "dsol", "priorityQueue", "ssjSplay"})
    String peer = "";

    @Param({"exponential", "uniform", "bimodal", "pareto", "grid", "equal", "bursts"})
    String law = "";

    @Param({"1000", "100000", "1000000"})
    int pending;

    @SuppressWarnings("NullAway.Init") // set by JMH before the first invocation
    private HoldQueue queue;

    @SuppressWarnings("NullAway.Init")
    private Delays delays;

    /** Fills the list. Exponential delays are at their steady state at once; for the others warm-up sees to it. */
    @Setup
    public void fill() {
        delays = Delays.of(law);
        queue = HoldQueue.of(peer);
        for (int i = 0; i < pending; i++) {
            queue.add(delays.next(), i);
        }
    }

    /** The steps; the last time is returned to keep the work alive. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long hold() {
        long time = 0;
        for (int i = 0; i < EVENTS; i++) {
            time = queue.hold(delays.next());
        }
        return time;
    }
}
