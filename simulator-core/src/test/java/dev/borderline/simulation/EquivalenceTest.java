package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Tally;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A share of the people gives the answer of all: two one-sided tests (D. J. Schuirmann 1987) at 5 % each, that the mean at a share
 * differs from that of all people by less than a stated margin. A margin is at least 3.3 standard errors of the difference, so that
 * the power is 90 % or more where there is no difference: a test that could not tell fails too.
 */
@Tag("deep")
class EquivalenceTest {
    private static final double ONE_SIDED = 1.645;
    private static final double POWERFUL =
            3.29; // margin over standard error: 1.645 for the level and as much for a power of 90 %
    private static final String SHARE = "population.simulated_share";

    private static Scenario twoYears(String name) {
        return Scenarios.named(name).with(new SimulatedPeriod(LocalDate.of(2009, 1, 1), LocalDate.of(2011, 1, 1)));
    }

    private static Map<String, Tally> runs(Scenario scenario, Iterable<String> measures, IntStream seeds) {
        Simulation simulation = Simulation.of(scenario);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        seeds.forEach(seed -> {
            RunResult result = simulation.run(RunKey.of(seed));
            for (String measure : measures) {
                tallies.computeIfAbsent(measure, name -> new Tally()).add(result.value(measure));
            }
        });
        return tallies;
    }

    @ParameterizedTest(name = "{0} at a share of {1}")
    @CsvSource({"tightening-2015, 0.2", "border-closure, 0.1"})
    void shareOfThePeople_givesTheAnswerOfAll(String name, double share) {
        Map<String, Double> margins = MARGINS.getOrDefault(name, Map.of());
        Scenario all = twoYears(name);
        Map<String, Tally> full = runs(all, margins.keySet(), IntStream.range(0, 10));
        Map<String, Tally> some =
                runs(all.with(SHARE, share), margins.keySet(), IntStream.range(1000, 1000 + (int) (12 / share)));
        SoftAssertions softly = new SoftAssertions();
        margins.forEach((measure, margin) -> {
            Tally one = full.getOrDefault(measure, new Tally());
            Tally other = some.getOrDefault(measure, new Tally());
            double difference = other.mean() / one.mean() - 1;
            double error = Math.hypot(one.standardError(), other.standardError()) / one.mean();
            softly.assertThat(error * POWERFUL)
                    .as("3.3 standard errors of %s", measure)
                    .isLessThanOrEqualTo(margin);
            softly.assertThat(Math.abs(difference) + ONE_SIDED * error)
                    .as("%s differs by %.4f, standard error %.4f", measure, difference, error)
                    .isLessThanOrEqualTo(margin);
        });
        softly.assertAll();
    }

    /** Margins as shares of the mean, by scenario and measure. */
    private static final Map<String, Map<String, Double>> MARGINS = Map.of(
            "tightening-2015",
            Map.of(
                    "needs",
                    0.02,
                    "sessions",
                    0.02,
                    "contact_share",
                    0.02,
                    "arrests_expected",
                    0.02,
                    "pursuits",
                    0.06,
                    "arrests",
                    0.08,
                    "brokers",
                    0.02),
            "border-closure",
            Map.of(
                    "sessions",
                    0.02,
                    "arrests_expected",
                    0.02,
                    "arrivals",
                    0.04,
                    "kin_households",
                    0.02,
                    "handset_price_usd",
                    0.02));

    @Test
    void lesserShare_simulatesNoHouseholdThatAGreaterLacks() {
        Scenario half = twoYears("tightening-2015").with(SHARE, 0.5);
        Scenario fifth = half.with(SHARE, 0.2);
        assertThat(ids(half)).containsAll(ids(fifth));
        assertThat(ids(fifth)).hasSizeBetween(4_900, 5_500);
    }

    private static java.util.Set<Long> ids(Scenario scenario) {
        java.util.Set<Long> ids = new java.util.TreeSet<>();
        RunInProgress run = Simulation.of(scenario).start(RunKey.of(3));
        for (int household = 0; household < run.view().households(); household++) {
            ids.add(run.view().householdId(household));
        }
        return ids;
    }

    @Test
    void greatestNumberAtOnce_isNotToldOfAShare() {
        RunResult result = Simulation.run(twoYears("tightening-2015").with(SHARE, 0.1), RunKey.of(1));
        assertThat(result.value("peak_held")).isNaN();
        assertThat(result.value("needs")).isGreaterThan(50_000);
    }
}
