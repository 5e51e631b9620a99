package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.model.Signals;
import dev.borderline.observe.ForkingProbe;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Probe;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.Schedule;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Controller.Controls;
import dev.borderline.state.Kept;
import dev.borderline.state.LongCell;
import dev.borderline.state.StateRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is forked goes on as if it had not been, and each fork is the run that would have had its policies from the start. */
class ForkTest {
    private static final RunKey KEY = RunKey.of(42);
    private static final LocalDate PARTING = LocalDate.of(2012, 1, 1);
    private static final String COVERAGE = "surveillance.coverage";

    private static Scenario small(String name) {
        Scenario scenario = Scenarios.named(name).with("population.resettled_refugees", 300);
        String attempts = "crossings.attempts_per_year";
        return scenario.values().containsKey(attempts) ? scenario.with(attempts, 60) : scenario;
    }

    /** Everything a run reports, cell by cell; arrays at once, to the bit. */
    private static void assertSame(RunResult actual, RunResult expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withEqualsForType(Arrays::equals, double[].class)
                .withEqualsForType(Arrays::equals, long[].class)
                .isEqualTo(expected);
    }

    private static List<String> shipped() {
        return Scenarios.list().stream().map(listing -> listing.name()).toList();
    }

    /** Every month's boundary: a fork of the fork of a fork, so that errors would add up. */
    private static void assertForkedEachMonth(Scenario scenario) {
        RunResult whole = Simulation.run(scenario, KEY);

        RunInProgress run = Simulation.of(scenario).start(KEY);
        List<RunInProgress> left = new ArrayList<>();
        while (run.date().isBefore(scenario.end())) {
            run.runUntil(run.date().plusMonths(1));
            RunInProgress next = run.fork();
            if (next.date().getMonthValue() == 7) {
                left.add(run);
            }
            run = next;
        }

        assertSame(run.finish(), whole);
        for (RunInProgress forked : left) {
            assertSame(forked.finish(), whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tightening-2015", "historical"})
    void fork_atEachMonthOfTwoScenarios_endsAsTheRunInOne(String name) {
        assertForkedEachMonth(small(name));
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("shipped")
    void fork_atEachMonthOfEachShippedScenario_endsAsTheRunInOne(String name) {
        assertForkedEachMonth(small(name));
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("shipped")
    void fork_underAPolicyMore_endsAsTheRunThatHadItFromTheStart(String name) {
        Scenario scenario = small(name);
        LocalDate middle = scenario.start().plusDays(scenario.period().days() / 2);
        Scenario other = scenario.with(Policy.of("more", Move.scale(middle, "officers.corruptible_share", 0.7)));
        RunInProgress run = Simulation.of(scenario).start(KEY);
        run.runUntil(middle);

        assertSame(run.fork(Simulation.of(other)).finish(), Simulation.run(other, KEY));
        assertSame(run.finish(), Simulation.run(scenario, KEY));
    }

    @Test
    void fork_underOtherPolicies_endsAsRunsThatHadThemFromTheStart() {
        Scenario base = small("tightening-2015");
        RunInProgress run = Simulation.of(base).start(KEY);
        run.runUntil(PARTING);
        for (double coverage : new double[] {0, 0.9}) {
            Scenario arm = base.with(Policy.of(
                    "arm",
                    Move.set(PARTING, COVERAGE, coverage),
                    Move.ramp(PARTING.plusMonths(7), "officers.corruptible_share", 0.1, PARTING.plusYears(1))));

            assertSame(run.fork(Simulation.of(arm)).finish(), Simulation.run(arm, KEY));
        }
        assertSame(run.finish(), Simulation.run(base, KEY));
    }

    @Test
    void fork_withAnotherPast_isRefusedWithWhatDiffers() {
        Scenario base = small("tightening-2015");
        RunInProgress run = Simulation.of(base).start(KEY);
        run.runUntil(PARTING);
        Simulation earlier =
                Simulation.of(base.with(Policy.of("early", Move.set(PARTING.minusDays(1), COVERAGE, 0.9))));
        Simulation poorer = Simulation.of(base.with("population.income_mean_usd", 1234));

        assertThatThrownBy(() -> run.fork(earlier))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run that stands at 2012-01-01 cannot go on so: its past differs, surveillance.coverage"
                        + " moves otherwise on 2011-12-31");
        assertThatThrownBy(() -> run.fork(poorer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("population.income_mean_usd is 1234.0 instead of");
    }

    /** A ministry that looks back: what it does depends on how many sessions there were since its last day. */
    private static final class LooksBack implements Controller, Kept {
        private LongCell seen = new StateRegistry().longCell("unused", 0);

        @Override
        public void keep(StateRegistry state) {
            seen = state.longCell("sessions seen", 0);
        }

        @Override
        public void act(Controls controls) {
            long sessions = Math.round(controls.value("sessions"));
            controls.move(COVERAGE, 0.1 + 0.05 * ((sessions - seen.get()) % 10));
            seen.set(sessions);
        }
    }

    private static ControllerFactory quarterly(String name, Supplier<Controller> maker) {
        return new ControllerFactory(name, "1", Schedule.everyMonths(3), maker);
    }

    @Test
    void fork_withAControllerThatKeepsItsMemory_endsAsTheRunInOne() {
        Simulation simulation = Simulation.of(small("tightening-2015")).with(quarterly("looks-back", LooksBack::new));
        RunResult whole = simulation.run(KEY);
        RunInProgress run = simulation.start(KEY);
        run.runUntil(PARTING.plusDays(3));

        assertThat(whole.moves()).hasSizeGreaterThan(3);
        assertSame(run.fork().finish(), whole);
        assertSame(run.finish(), whole);
    }

    @Test
    void fork_underAControllerMore_endsAsTheRunThatHadItFromTheStart() {
        Scenario scenario = small("tightening-2015");
        Simulation with = Simulation.of(scenario)
                .with(new ControllerFactory(
                        "late",
                        "1",
                        Schedule.on(PARTING, PARTING.plusMonths(5)),
                        () -> Controller.withoutMemory(controls -> controls.move(COVERAGE, 0.1))));
        RunInProgress run = Simulation.of(scenario).start(KEY);
        run.runUntil(PARTING);

        assertSame(run.fork(with).finish(), with.run(KEY));
    }

    @Test
    void fork_withAControllerThatSaysNothing_isRefusedByNameOnceItHasActed() {
        Simulation simulation = Simulation.of(small("tightening-2015"))
                .with(new ControllerFactory("silent", "1", Schedule.on(PARTING), () -> controls -> {}));
        RunInProgress run = simulation.start(KEY);
        run.runUntil(PARTING);
        assertThat(run.fork().date()).isEqualTo(PARTING);

        run.runUntil(PARTING.plusDays(1));
        assertThatThrownBy(run::fork)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("controller silent has acted and does not say what it remembers");
    }

    /** Counts arrests, and those of each January's first midnight. */
    private static final class ArrestCounter implements ForkingProbe {
        private LongCell arrests = new StateRegistry().longCell("unused", 0);
        private LongCell looks = arrests;

        @Override
        public void keep(StateRegistry state) {
            arrests = state.longCell("arrests", 0);
            looks = state.longCell("looks", 0);
        }

        @Override
        public void attach(Hearing hearing) {
            hearing.onSignal(Signals.ARRESTED, (household, slot) -> arrests.add(1));
            hearing.onDays(Schedule.everyMonths(1), () -> looks.add(1));
        }

        @Override
        public ForkingProbe fresh() {
            return new ArrestCounter();
        }
    }

    @Test
    void fork_withProbesThatFork_givesTheForkWhatTheyHeard() {
        Simulation simulation = Simulation.of(small("tightening-2015"));
        ArrestCounter whole = new ArrestCounter();
        RunResult result = simulation.run(KEY, whole);
        ArrestCounter first = new ArrestCounter();
        RunInProgress run = simulation.start(KEY, first);
        run.runUntil(PARTING);
        ArrestCounter late = new ArrestCounter();

        RunInProgress fork = run.fork(simulation, late);

        long before = first.arrests.get();
        assertSame(fork.finish(), result);
        assertThat(first.arrests.get()).isEqualTo(before).isPositive();
        ArrestCounter carriedOn = (ArrestCounter) fork.probes().get(0);
        assertThat(carriedOn.arrests.get()).isEqualTo(whole.arrests.get());
        assertThat(carriedOn.looks.get()).isEqualTo(whole.looks.get());
        assertThat(late.arrests.get()).isEqualTo(whole.arrests.get() - before);
        assertThat(late.looks.get())
                .isEqualTo(whole.looks.get() - first.looks.get() + 1); // that of the parting is told to both
    }

    @Test
    void fork_withAProbeThatSaysNothing_isRefusedByName() {
        Probe silent = hearing -> {};
        RunInProgress run = Simulation.of(small("tightening-2015")).start(KEY, silent);

        assertThatThrownBy(run::fork)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("probe " + silent.getClass().getName());
    }

    @Test
    void snapshot_goneOnWithByTwoThreads_givesEqualRuns() throws InterruptedException {
        Simulation simulation = Simulation.of(small("tightening-2015"));
        RunInProgress run = simulation.start(KEY);
        run.runUntil(PARTING);
        RunSnapshot snapshot = run.snapshot();
        List<RunResult> results = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            threads.add(new Thread(() -> {
                RunResult result = snapshot.resume(simulation).finish();
                synchronized (results) {
                    results.add(result);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        RunResult whole = run.finish();
        assertThat(results).hasSize(2);
        results.forEach(result -> assertSame(result, whole));
    }
}
