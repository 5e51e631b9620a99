package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.Difference;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Differences of ratios to the last bit: what nothing moves differs by exactly 0 between arms. */
class RatioDifferenceTest {
    private static final Scenario FEW = Scenarios.named("baseline")
            .with(Map.of("population.resettled_refugees", 3_000.0, "crossings.attempts_per_year", 350.0));

    /** Cents that were turned into dollars before they were divided once made differences of 1e-15 between arms with one price. */
    @Test
    void price_thatNothingMoves_differsByZeroWhateverTheNumbers() {
        Scenario many =
                FEW.with("handsets.request_rate_per_year", 0.7).with("levers.border.interdiction_probability", 0.9);
        Comparison comparison = Compare.arms(FEW, many).replications(6).run();

        assertThat(comparison.difference("handsets_bought").interval95().low()).isPositive();
        assertThat(comparison.difference("arrivals").interval95().high()).isNegative();
        for (String price : new String[] {"handset_price_usd", "guard_cut", "crossing_price_usd"}) {
            Difference difference = comparison.difference(price);
            assertThat(difference.n()).as(price).isEqualTo(6);
            assertThat(difference.mean()).as(price).isZero();
            assertThat(difference.halfWidth95()).as(price).isZero();
        }
    }

    /** Else it is the difference of the two values, but for a rounding. */
    @Test
    void less_isTheDifferenceOfTheValues() {
        Scenario other = FEW.with("levers.border.fortification", 0.7);
        Comparison comparison = Compare.arms(FEW, other).replications(2).run();
        FinishedRun one = comparison.arms().get(0).runs().get(0);
        FinishedRun two = comparison.arms().get(1).runs().get(0);

        for (int i = 0; i < one.layout().measures().size(); i++) {
            String name = one.layout().measures().get(i).name();
            double byValues = two.value(i) - one.value(i);
            double less = two.less(one, name);
            if (Double.isNaN(byValues)) {
                assertThat(less).as(name).isNaN();
            } else {
                assertThat(less)
                        .as(name)
                        .isCloseTo(
                                byValues,
                                within(1e-14 * Math.abs(one.value(i)) + 1e-14 * Math.abs(two.value(i)) + 1e-300));
            }
        }
    }
}
