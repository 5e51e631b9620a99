package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Crossings where every household is in contact, or none. */
class CrossingsTest {
    private static final double ATTEMPTS = 3_300;

    private static RunResult run(boolean inContact, Map<String, Double> more) {
        return Bench.run(scenario(inContact, more), 0);
    }

    private static Scenario scenario(boolean inContact, Map<String, Double> more) {
        Map<String, Double> inputs = new HashMap<>(Map.of(
                "crossings.households_per_arrival", 0.0,
                "crossings.caller_leaves_probability", 0.0,
                "crossings.contact_share", 1.0,
                "crossings.pipeline_years", 0.0,
                "levers.border.interdiction_probability", 0.0));
        inputs.putAll(more);
        Catalog catalog = Catalog.of(
                Bench.stub("test.contact", wiring -> wiring.provide(ContactView.class, household -> inContact)),
                Settlement.MECHANISM,
                Sanctions.MECHANISM,
                Crossings.MECHANISM);
        return Bench.scenario(catalog, 3, inputs);
    }

    /**
     * Attempts a year are the base rate times (price/2850)^−.46 with price 1131 (1 + 15.2 F), 70 % of them by the chain when all
     * are in contact. Five standard errors of a Poisson number.
     */
    @ParameterizedTest(name = "F {0}: price {1}")
    @CsvSource({"0.1, 2850.12", "0.4, 8007.48", "0.8, 14883.96"})
    void attempts_followThePrice(double fortification, double priceUsd) {
        RunResult run = run(true, Map.of("levers.border.fortification", fortification));
        double expected = ATTEMPTS * 3 * 365 / 365.25 * StrictMath.pow(priceUsd / 2850, -0.46);

        assertThat(run.value("crossings")).isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
        assertThat(run.value("crossings_by_phone")).isCloseTo(0.7 * expected, within(5 * StrictMath.sqrt(expected)));
    }

    /** Fortification closes a part of the border besides what it does to the price, here held: .4 of .8. */
    @Test
    void fortification_closesApartFromThePrice() {
        RunResult run = run(
                true,
                Map.of(
                        "levers.border.crossing_price_usd", 2850.0,
                        "levers.border.fortification", 0.8,
                        "crossings.closed_at_full_fortification", 0.5));
        double expected = ATTEMPTS * 3 * 365 / 365.25 * (1 - 0.5 * 0.8);

        assertThat(run.value("crossings")).isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
        assertThat(run.value("crossing_price_usd")).isCloseTo(2850, within(1e-9));
    }

    @Test
    void price_setByPolicy_replacesTheFormula() {
        RunResult run = run(true, Map.of("levers.border.crossing_price_usd", 2850.0));
        double expected = ATTEMPTS * 3 * 365 / 365.25;

        assertThat(run.value("crossings")).isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
    }

    /** A price so low that attempts go beyond the candidate factor, 1.95 to 1.5: further layers of candidates are laid. */
    @Test
    void price_farBelowTheReference_attemptsFollow() {
        RunResult run = run(true, Map.of("levers.border.crossing_price_usd", 667.0));
        double expected = ATTEMPTS * 3 * 365 / 365.25 * StrictMath.pow(667.0 / 2850, -0.46);
        double byPhone = run.value("crossings_by_phone");

        assertThat(byPhone).isCloseTo(0.7 * expected, within(5 * StrictMath.sqrt(0.7 * expected)));
        assertThat(run.value("crossings") - byPhone)
                .isCloseTo(0.3 * expected, within(5 * StrictMath.sqrt(0.3 * expected)));
    }

    /** The price falls after two of three years: what came before is the same, and the rest has layers that begin that day. */
    @Test
    void price_fallingLate_layersAreLaidFromThatDay() {
        Policy fall = Policy.of("fall", Move.set(LocalDate.of(2011, 1, 1), "border.crossing_price_usd", 285));
        RunResult before = run(false, Map.of("levers.border.crossing_price_usd", 2850.0));
        RunResult fallen = Bench.run(
                scenario(false, Map.of("levers.border.crossing_price_usd", 2850.0))
                        .with(fall),
                0);
        double expected = 0.3 * ATTEMPTS * StrictMath.pow(0.1, -0.46);

        for (int year = 0; year < 2; year++) {
            assertThat(fallen.outcomes().inYear("crossings", year))
                    .isEqualTo(before.outcomes().inYear("crossings", year));
        }
        assertThat(fallen.outcomes().inYear("crossings", 2)).isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
    }

    @Test
    void nobodyInContact_chainIsSilent() {
        RunResult run = run(false, Map.of());

        assertThat(run.value("crossings_by_phone")).isZero();
        assertThat(run.value("crossings")).isPositive();
    }

    /** People who are stopped never leave; those of a kin household are a formal case, nothing settled on the spot. */
    @Test
    void interdictionCertain_nobodyLeaves() {
        RunResult run = run(true, Map.of("levers.border.interdiction_probability", 1.0));

        assertThat(run.value("crossings")).isZero();
        assertThat(run.value("arrivals")).isZero();
        assertThat(run.value("settled")).isZero();
        assertThat(run.value("formal_cases"))
                .isEqualTo(run.value("arrests_stopped_at_border"))
                .isPositive();
        assertThat(run.value("crossings_stopped")).isGreaterThan(run.value("formal_cases"));
    }

    /** After an exponential lag of a year 1 − (1 − e^−3)/3 of three years' departures have arrived. */
    @Test
    void arrivals_followDeparturesWithALag() {
        RunResult run = run(true, Map.of());
        double expected = run.value("crossings") * (1 - (1 - StrictMath.exp(-3)) / 3);

        assertThat(run.value("arrivals")).isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
    }

    /** With the pipeline of ever filled, arrivals of the first year are those of any other. */
    @Test
    void pipeline_filled_arrivalsAreSteady() {
        RunResult run = run(true, Map.of("crossings.pipeline_years", 20.0, "levers.border.fortification", 0.1));

        for (int year = 0; year < 3; year++) {
            assertThat(run.outcomes().inYear("arrivals", year))
                    .isCloseTo(ATTEMPTS, within(5 * StrictMath.sqrt(ATTEMPTS)));
        }
    }

    /** Two and a half households per arrival: two for certain, a third by chance. */
    @Test
    void households_formByArrival() {
        RunResult run = run(false, Map.of("crossings.households_per_arrival", 2.5));
        double arrivals = run.value("arrivals");

        assertThat(run.value("households_formed"))
                .isCloseTo(2.5 * arrivals, within(5 * StrictMath.sqrt(0.25 * arrivals)));
    }

    @Test
    void caller_leaves_householdIsGone() {
        RunResult run = run(true, Map.of("crossings.caller_leaves_probability", 1.0));

        double left = run.outcomes().inYear("kin_households", 2);
        assertThat(left + run.value("crossings_by_phone")).isEqualTo(25_915);
    }
}
