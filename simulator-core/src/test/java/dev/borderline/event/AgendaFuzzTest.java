package dev.borderline.event;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * {@link AgendaSchedule} on bytes that a coverage-guided fuzzer (Jazzer) writes: it keeps what reaches new code, and so finds its way
 * into rungs, outliers and sweeps. {@code mvn -Pfuzz -pl simulator-core test -Dtest=AgendaFuzzTest} searches for five minutes.
 */
@Tag("fuzz")
class AgendaFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void ladder_fuzzedSchedule_likeHeap(byte[] schedule) {
        new AgendaSchedule().play(schedule);
    }
}
