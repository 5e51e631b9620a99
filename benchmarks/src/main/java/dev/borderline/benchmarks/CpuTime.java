package dev.borderline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of the whole process for one operation, beside JMH's wall time. On a shared machine wall time measures
 * the neighbours; processor time does not, and it charges each peer for its garbage collection, on whatever thread.
 */
public final class CpuTime implements InternalProfiler {
    /** Name of the figure among JMH's secondary results. */
    static final String LABEL = "cpu";

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long before;

    @Override
    public String getDescription() {
        return "processor time for one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double nanoseconds = (double) (system.getProcessCpuTime() - before)
                / result.getMetadata().getMeasuredOps();
        return List.of(new ScalarResult(LABEL, nanoseconds, "ns/op", AggregationPolicy.AVG));
    }
}
