package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits and forecasts of the cost of runs. */
class RunCostTest {
    private static Experiment experiment(Scenario scenario, int replications) {
        return new Experiment(scenario, Design.single(), List.of(Arm.base()), replications, 42, List.of());
    }

    @Test
    void forecast_ofTheDefaultScenario_isNearTheCount() {
        Scenario scenario = Scenarios.named("tightening-2015");
        double events = Simulation.run(scenario, RunKey.of(42)).events();
        EventForecast forecast = EventForecast.of(experiment(scenario, 30));
        assertThat(forecast.eventsPerRun()).isCloseTo(events, withinPercentage(30));
        assertThat(forecast.events()).isEqualTo(30 * forecast.eventsPerRun());
    }

    @Test
    void forecast_ofAShortRun_isItsCountUpToTheLastYear() {
        double events = Simulation.run(Small.scenario(), RunKey.of(42)).events();
        assertThat(EventForecast.of(experiment(Small.scenario(), 2)).eventsPerRun())
                .isCloseTo(events, withinPercentage(1));
    }

    /** A country is not simulated to be forecast: thirty thousand households stand for it. */
    @Test
    void forecast_ofMillions_growsWithTheirNumber() {
        Scenario scenario = Scenarios.named("tightening-2015");
        double few = EventForecast.of(experiment(scenario, 1)).eventsPerRun();
        Scenario millions = scenario.with("population.resettled_refugees", 28_794_000);
        assertThat(EventForecast.of(experiment(millions, 1)).eventsPerRun())
                .isCloseTo(1000 * few, withinPercentage(10));
    }

    /** The bound that spares the pilots is far above the cost of runs, and sees a cell with more households. */
    @Test
    void bound_isFarAboveTheForecast() {
        Experiment one = experiment(Scenarios.named("tightening-2015"), 10);
        assertThat(EventForecast.bound(one))
                .isGreaterThan(50 * EventForecast.of(one).events());
        Arm many = Arm.of("many", scenario -> scenario.with("population.resettled_refugees", 1_000_000));
        Experiment grown = new Experiment(
                Scenarios.named("tightening-2015"), Design.single(), List.of(Arm.base(), many), 5, 42, List.of());
        assertThat(EventForecast.bound(grown)).isGreaterThan(30 * EventForecast.bound(one));
    }

    /** Such a cell fails when it is run; the forecast is that of the others. */
    @Test
    void forecast_leavesCellsOutThatAreNoScenarios() {
        Arm broken = Arm.of("broken", scenario -> scenario.with("needs.rate_mean_per_year", -1));
        Experiment one = experiment(Small.scenario(), 1);
        Experiment two =
                new Experiment(Small.scenario(), Design.single(), List.of(Arm.base(), broken), 1, 42, List.of());
        assertThat(EventForecast.of(two).eventsPerRun())
                .isEqualTo(EventForecast.of(one).eventsPerRun());
    }

    @Test
    void forecast_goesOverTheCells() {
        Experiment one = experiment(Small.scenario(), 1);
        Arm rare = Arm.of("rare", scenario -> scenario.with("needs.rate_mean_per_year", 0.2));
        Experiment two = new Experiment(Small.scenario(), Design.single(), List.of(Arm.base(), rare), 1, 42, List.of());
        assertThat(EventForecast.of(two).eventsPerRun())
                .isLessThan(0.8 * EventForecast.of(one).eventsPerRun());
        assertThat(EventForecast.of(two).runs()).isEqualTo(2);
    }

    @Test
    void runBeyondItsEvents_isRecordedAndTheRestGoesOn() throws IOException {
        Experiment experiment = experiment(Small.scenario(), 4);
        List<RunRecord> free = new ArrayList<>();
        RunStore store = new MemoryStore(experiment.tasks());
        Runner.of(experiment, store).run();
        store.forEach(free::add);
        long most = ((FinishedRun) free.get(2)).trace().events();
        RunStore limited = new MemoryStore(experiment.tasks());
        Progress end = Runner.of(experiment, limited).eventsPerRun(most).run();
        long larger = free.stream()
                .filter(run -> ((FinishedRun) run).trace().events() > most)
                .count();
        assertThat(end.failed()).isEqualTo((int) larger).isPositive();
        limited.forEach(run -> {
            if (run instanceof FailedRun failed) {
                assertThat(failed.message()).contains("it takes more than the " + most + " events it may");
            } else {
                assertThat(run).isEqualTo(free.get(run.task().replication()));
            }
        });
    }

    @Test
    void runBeyondItsTime_isRecordedWithoutTimes() throws IOException {
        Experiment experiment = experiment(Scenarios.named("tightening-2015"), 1);
        RunStore store = new MemoryStore(experiment.tasks());
        Runner.of(experiment, store).timePerRun(Duration.ofNanos(1)).run();
        assertThat(store.find(new Task(0, 0, 0)))
                .isEqualTo(new FailedRun(
                        new Task(0, 0, 0),
                        "replication 0 of seed 42 of scenario tightening-2015 took longer than it may",
                        "experiment.simulation(0, 0).run(new RunKey(42L, 0))"));
        assertThat(Runner.of(experiment, store).retryFailed().run().failed()).isZero();
    }

    @Test
    void limits_ofRunsMadeElsewhere_areRefused() {
        Runner runner = Runner.of(FakeRuns::run, new MemoryStore(new TaskSpace(1, 1, 1)));
        assertThatThrownBy(() -> runner.eventsPerRun(5)).hasMessageContaining("made elsewhere");
        assertThatThrownBy(() -> Runner.of(experiment(Small.scenario(), 1), new MemoryStore(new TaskSpace(1, 1, 1)))
                        .timePerRun(Duration.ZERO))
                .hasMessageContaining("above 0");
    }
}
