package dev.borderline.scenario;

import dev.borderline.model.Population;
import dev.borderline.text.Numbers;
import java.util.List;

/**
 * Numbers of a scenario that stand for the whole country, held against its people. Teams and attempts to cross are such numbers:
 * who simulates a tenth of the households gives a tenth of them. Too many teams make pursuits quicker; too many attempts make
 * households multiply, because those who arrive leave new kin households behind, which make attempts in their turn.
 */
public final class Proportions {
    /** Upper end of row Q37, 10,000 attempts a year, over the 25,915 kin households of 2015 (rows P05 and P06). */
    static final double ATTEMPTS_PER_HOUSEHOLD_MAX = 10_000.0 / 25_915;

    private static final String ATTEMPTS = "crossings.attempts_per_year";

    private Proportions() {}

    /** Warnings before this scenario runs; empty where its numbers go together. */
    public static List<String> warnings(Scenario scenario) {
        if (!scenario.values().containsKey(ATTEMPTS)) {
            return List.of();
        }
        double attempts = scenario.value(ATTEMPTS);
        int households = scenario.parameters("population", Population.class).households();
        if (attempts <= ATTEMPTS_PER_HOUSEHOLD_MAX * households) {
            return List.of();
        }
        return List.of(ATTEMPTS + " is that of the whole country: " + Numbers.human(attempts) + " are "
                + Numbers.human(attempts / households) + " a year for each of " + Numbers.human((long) households)
                + " kin households, which multiply as people arrive; where population.resettled_refugees is a share of the"
                + " country's, give it the same share");
    }
}
