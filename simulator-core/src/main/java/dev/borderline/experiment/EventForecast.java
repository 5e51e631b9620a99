package dev.borderline.experiment;

import dev.borderline.model.Population;
import dev.borderline.model.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.Simulation;
import java.time.temporal.ChronoUnit;

/**
 * About how many events an experiment will execute, from short pilots: the first replication of up to {@value #CELLS} cells, evenly
 * spread, is simulated month by month until it has executed {@value #EVENTS} events, and as many are expected of each day that is
 * left. Of a population above {@value #HOUSEHOLDS} households so many are simulated and counted for the others. What later changes
 * of policy or growth do is not seen: of seven shipped scenarios it was within 8 % for six and 35 % too low for {@code historical},
 * whose households multiply. It tells minutes from years, not one hour from two.
 *
 * @param runs to be made, at most
 * @param eventsPerRun in the mean of the cells tried
 */
public record EventForecast(int runs, double eventsPerRun) {
    private static final int CELLS = 4;
    private static final int EVENTS = 50_000;
    private static final int HOUSEHOLDS = 30_000;
    private static final String REFUGEES = "population.resettled_refugees";

    /** The forecast of an experiment. */
    public static EventForecast of(Experiment experiment) {
        int cells = experiment.tasks().cells();
        int tried = Math.min(CELLS, cells);
        double sum = 0;
        for (int i = 0; i < tried; i++) {
            int cell = tried == 1 ? 0 : (int) ((long) i * (cells - 1) / (tried - 1));
            sum += eventsPerRun(experiment, cell);
        }
        return new EventForecast(experiment.tasks().size(), sum / tried);
    }

    private static double eventsPerRun(Experiment experiment, int cell) {
        int arms = experiment.arms().size();
        Task task = new Task(cell / arms, cell % arms, 0);
        Scenario scenario = experiment.scenario(task.point(), task.arm());
        int households = scenario.parameters("population", Population.class).households();
        double share = Math.min(1, (double) HOUSEHOLDS / Math.max(1, households));
        Scenario tried = share < 1 ? scenario.with(REFUGEES, scenario.value(REFUGEES) * share) : scenario;
        RunInProgress run = Simulation.of(tried).start(experiment.key(task));
        SimulatedPeriod period = tried.period();
        while (run.events() < EVENTS && run.date().isBefore(period.end())) {
            run.runUntil(run.date().plusMonths(1));
        }
        double days = ChronoUnit.DAYS.between(period.start(), run.date());
        return run.events() / share * ChronoUnit.DAYS.between(period.start(), period.end()) / days;
    }

    /** Events in all. */
    public double events() {
        return runs * eventsPerRun;
    }
}
