package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.borderline.mechanism.Bench;
import dev.borderline.model.Mechanism;
import dev.borderline.scenario.Scenario;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunAllocationTest {
    /**
     * Once its columns have grown a run allocates next to nothing: bytes of this thread from the third year to the tenth, with
     * invariants at the turns of years and a date a day for the month, below half a byte per event. An object per event would
     * be 16. Nobody crosses here, for columns grow with the households that form.
     */
    @Test
    void loop_onceGrown_allocatesNextToNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<long[]> atNewYear = new ArrayList<>();
        Mechanism<Bench.None> meter = Bench.stub(
                "test.meter",
                wiring -> wiring.onYear(() -> atNewYear.add(new long[] {
                    threads.getCurrentThreadAllocatedBytes(), wiring.scheduler().eventCount()
                })));
        Scenario busy = Runs.busy(10_000, 10).with(Bench.noStopsNoCrossings());
        Scenario metered = busy.with(busy.catalog().with(meter));
        Runs.run(metered, 0); // so that the compiler has done its part
        atNewYear.clear();
        Runs.run(metered, 1);

        long bytes = atNewYear.get(9)[0] - atNewYear.get(2)[0];
        long events = atNewYear.get(9)[1] - atNewYear.get(2)[1];
        assertThat(events).isGreaterThan(150_000);
        assertThat((double) bytes / events).isLessThan(0.5);
    }
}
