package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Population;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProportionsTest {
    private static final Scenario HISTORICAL = ShippedScenariosTest.read("historical");

    @Test
    void shippedScenarios_areInProportion() {
        for (String name : ShippedScenariosTest.known()) {
            assertThat(Proportions.warnings(ShippedScenariosTest.read(name)))
                    .as(name)
                    .isEmpty();
        }
    }

    /** A tenth of the people and all who cross: 56,026 arrived in eight years of {@code historical}, not a tenth of 18,506. */
    @Test
    void attempts_ofTheWholeCountryFromAShareOfIt_areWarnedOf() {
        Scenario tenth = HISTORICAL.with("population.resettled_refugees", 1_508);

        assertThat(Proportions.warnings(tenth))
                .singleElement()
                .asString()
                .startsWith(
                        "crossings.attempts_per_year is that of the whole country: 2,750 are 2.027 a year for each of 1,357")
                .endsWith("where population.resettled_refugees is a share of the country's, give it the same share");
        assertThat(Proportions.warnings(tenth.with("crossings.attempts_per_year", 359)))
                .isEmpty();
        assertThat(Proportions.warnings(
                        ShippedScenariosTest.read("pre-2011").with(Map.of("population.resettled_refugees", 100.0))))
                .as("nobody crosses there")
                .isEmpty();
    }

    @Test
    void limit_isTheUpperEndOfTheEvidence() {
        Scenario baseline = ShippedScenariosTest.read("baseline");
        double most = Evidence.shipped()
                .of("crossings.attempts_per_year", baseline)
                .orElseThrow()
                .high();
        int households = baseline.parameters("population", Population.class).households();

        assertThat(Proportions.ATTEMPTS_PER_HOUSEHOLD_MAX).isCloseTo(most / households, within(1e-4));
    }
}
