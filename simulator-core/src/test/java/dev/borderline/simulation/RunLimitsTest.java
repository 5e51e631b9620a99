package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Simulation.RunLimits;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunLimitsTest {
    private static final RunKey KEY = RunKey.of(42);
    private static final Scenario SMALL = Runs.small(500, 2);

    @Test
    void eventLimit_justReached_changesNothing() {
        Simulation simulation = Simulation.of(SMALL);
        RunResult free = simulation.run(KEY);
        RunResult limited = simulation.run(KEY, new RunLimits(free.events(), () -> false));
        assertThat(limited.fingerprint()).isEqualTo(free.fingerprint());
        assertThat(limited.events()).isEqualTo(free.events());
    }

    @Test
    void eventLimit_oneFewer_breaksOffAtTheSamePlaceEveryTime() {
        Simulation simulation = Simulation.of(SMALL);
        long events = simulation.run(KEY).events();
        RunLimits limits = new RunLimits(events / 2, () -> false);
        assertThatThrownBy(() -> simulation.run(KEY, new RunLimits(events - 1, () -> false)))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("it takes more than the " + (events - 1) + " events it may")
                .satisfies(failure ->
                        assertThat(((RunFailure) failure).isAtLimit()).isTrue());
        String half = message(simulation, limits);
        assertThat(half).contains("replication 0 of seed 42").contains("broke off at 20");
        assertThat(message(simulation, limits)).isEqualTo(half);
    }

    private static String message(Simulation simulation, RunLimits limits) {
        try {
            simulation.run(KEY, limits);
            return "";
        } catch (RunFailure failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    /** The place at which a slow machine stops is no business of a message that is kept. */
    @Test
    void timeLimit_isAskedFromTimeToTimeAndTellsNoPlace() {
        Scenario large = Runs.small(8000, 3);
        AtomicInteger asked = new AtomicInteger();
        Simulation simulation = Simulation.of(large);
        long events = simulation
                .run(KEY, new RunLimits(Long.MAX_VALUE, () -> asked.incrementAndGet() < 0))
                .events();
        assertThat(asked.get()).isEqualTo((int) (events / 65_536)).isGreaterThanOrEqualTo(2);
        assertThat(message(simulation, new RunLimits(Long.MAX_VALUE, () -> true)))
                .isEqualTo("replication 0 of seed 42 of scenario " + large.name() + " took longer than it may");
    }

    @Test
    void noEvents_isRefused() {
        assertThatThrownBy(() -> new RunLimits(0, () -> false)).hasMessageContaining("0 events");
    }
}
