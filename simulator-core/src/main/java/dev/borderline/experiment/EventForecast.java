package dev.borderline.experiment;

import dev.borderline.model.Population;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunFailure;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Simulation;
import dev.borderline.yaml.InvalidInput;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Forecast of the number of events that an experiment will execute, from short pilots. The first replication of up to {@value
 * #CELLS} cells, evenly spread, is simulated month by month until it has executed {@value #EVENTS} events, and as many are
 * expected of each day that is left. Of a population above {@value #HOUSEHOLDS} households so many are simulated and counted for
 * the others. What later changes of policy or growth do is not seen: of fourteen shipped scenarios it is within 10 % for thirteen
 * and 35 % too low for {@code historical}, whose households multiply. It tells minutes from years, not one hour from two. Pilots
 * are kept nowhere and change nothing.
 *
 * @param runs to be made, at most
 * @param eventsPerRun in the mean of the cells tried
 */
public record EventForecast(int runs, double eventsPerRun) {
    private static final int CELLS = 4;
    private static final int EVENTS = 50_000;
    private static final int HOUSEHOLDS = 30_000;
    private static final String REFUGEES = "population.resettled_refugees";

    /** Needs come at most 100 times a year and take some three events each. The default scenario has eight a year in all. */
    private static final double EVENTS_PER_HOUSEHOLD_YEAR_MAX = 1000;

    private static final double DAYS_PER_YEAR = 365.25;

    /** The forecast of an experiment. */
    public static EventForecast of(Experiment experiment) {
        RunKey key = RunKey.of(experiment.seed());
        double perRun = scenarios(experiment).stream()
                .map(scenario -> eventsPerRun(scenario, key))
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(0);
        return new EventForecast(experiment.tasks().size(), perRun);
    }

    /**
     * Events that an experiment cannot well have more of, by the number of its households and years alone. In no time, to spare
     * the pilots where it is far below what matters.
     */
    public static double bound(Experiment experiment) {
        double householdYears = scenarios(experiment).stream()
                .mapToDouble(
                        scenario -> households(scenario) * scenario.period().days() / DAYS_PER_YEAR)
                .max()
                .orElse(0);
        return experiment.tasks().size() * householdYears * EVENTS_PER_HOUSEHOLD_YEAR_MAX;
    }

    /** Events in all. */
    public double events() {
        return runs * eventsPerRun;
    }

    /** This forecast where a past in common is simulated once: fewer events a run in the mean. */
    public EventForecast withPastsShared(Experiment experiment, Shard shard) {
        int replications = Math.min(shard.count(), experiment.replications()); // then it begins anew
        double work = SharedPasts.meanWork(experiment, task -> shard.contains(experiment.tasks(), task), replications);
        return new EventForecast(runs, eventsPerRun * work);
    }

    /** This forecast for another number of runs. */
    public EventForecast withRuns(int number) {
        return new EventForecast(number, eventsPerRun);
    }

    /** Those of the cells tried. */
    private static List<Scenario> scenarios(Experiment experiment) {
        int cells = experiment.tasks().cells();
        int arms = experiment.arms().size();
        int tried = Math.min(CELLS, cells);
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < tried; i++) {
            int cell = tried == 1 ? 0 : (int) ((long) i * (cells - 1) / (tried - 1));
            scenario(experiment, cell / arms, cell % arms).ifPresent(scenarios::add);
        }
        return scenarios;
    }

    /** A cell that is no scenario will fail when it is run, and cost nothing. */
    private static Optional<Scenario> scenario(Experiment experiment, int point, int arm) {
        try {
            return Optional.of(experiment.scenario(point, arm));
        } catch (InvalidInput refused) {
            return Optional.empty();
        }
    }

    private static int households(Scenario scenario) {
        Population population = scenario.population();
        return (int) Math.ceil(population.households() * population.simulatedShare());
    }

    /** Nothing of a run that breaks off. */
    private static OptionalDouble eventsPerRun(Scenario scenario, RunKey key) {
        double share = Math.min(1, (double) HOUSEHOLDS / Math.max(1, households(scenario)));
        Scenario tried = share < 1 ? scenario.with(REFUGEES, scenario.value(REFUGEES) * share) : scenario;
        SimulatedPeriod period = tried.period();
        try {
            RunInProgress run = Simulation.of(tried).start(key);
            while (run.events() < EVENTS && run.date().isBefore(period.end())) {
                run.runUntil(run.date().plusMonths(1));
            }
            double days = ChronoUnit.DAYS.between(period.start(), run.date());
            return OptionalDouble.of(run.events() / share * period.days() / days);
        } catch (RunFailure failure) {
            return OptionalDouble.empty();
        }
    }
}
