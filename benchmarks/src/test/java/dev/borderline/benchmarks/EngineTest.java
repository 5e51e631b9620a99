package dev.borderline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison is worth something only if all peers do the same work. */
class EngineTest {
    @ParameterizedTest
    @CsvSource({"mm1, 2", "callArrestRelease, 5000", "loopHold, 1000"})
    void run_sameWorkload_agreesOnEveryEngine(String workload, int subjects) {
        long ours = checksum(Engine.OURS, workload, subjects);
        assertThat(ours).isNotZero();
        for (String peer : new String[] {"ssj", "dsol", "priorityQueue"}) {
            assertThat(checksum(peer, workload, subjects)).as(peer).isEqualTo(ours);
        }
    }

    private static long checksum(String peer, String workload, int subjects) {
        Engine.Model model = Models.of(workload, subjects);
        Engine engine = Engine.of(peer, model, subjects);
        for (int i = 0; i < 10; i++) {
            engine.run(10_000);
        }
        return model.checksum();
    }
}
