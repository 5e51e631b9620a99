package dev.borderline.cli;

import dev.borderline.experiment.EventForecast;
import dev.borderline.experiment.Experiment;
import dev.borderline.model.Population;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Numbers;

/** Keeps people from beginning by mistake what would not end in their time. */
final class Guard {
    /** Events that are refused unless they are wished: some seven hours of one core at four million a second. */
    static final double LIMIT = 1e11;

    static final String LIMIT_WORDS = "100 billion";

    private static final double EVENTS_PER_SECOND = 4e6;
    private static final double SECONDS_PER_HOUR = 3600;

    /** A household-year takes some ten events; a thousand would be strange. Below this share of the limit no pilot is needed. */
    private static final double EVENTS_PER_HOUSEHOLD_YEAR_MAX = 1000;

    private static final double MS_PER_YEAR = 365.25 * 24 * 3600 * 1000;

    private Guard() {}

    /** Refuses an experiment whose forecast is above the limit. */
    static void refuseEndless(Experiment experiment, double limit) {
        if (householdYears(experiment) * EVENTS_PER_HOUSEHOLD_YEAR_MAX < limit) {
            return;
        }
        EventForecast forecast = EventForecast.of(experiment);
        if (forecast.events() > limit) {
            double hours = forecast.events() / EVENTS_PER_SECOND / SECONDS_PER_HOUR;
            throw new Refusal("about " + Numbers.human(Math.rint(forecast.events())) + " events are to be expected ("
                    + Numbers.human((long) forecast.runs()) + " runs of "
                    + Numbers.human(Math.rint(forecast.eventsPerRun()))
                    + "), which takes about " + Numbers.human(hours)
                    + " hours of one core; --force begins all the same");
        }
    }

    private static double householdYears(Experiment experiment) {
        Scenario base = experiment.base();
        double years = base.horizonMs() / MS_PER_YEAR;
        double households = base.parameters("population", Population.class).households();
        return households * years * experiment.tasks().size();
    }
}
