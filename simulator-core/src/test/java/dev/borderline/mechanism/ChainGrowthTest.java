package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.simulation.RunResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Growth of kin households where all are in contact, nobody but the chain leaves, and an arrival adds one at once. */
class ChainGrowthTest {
    private static final double ATTEMPTS = 4_000;

    private static RunResult run(int households, double chainGrowth, Map<String, Double> more) {
        Map<String, Double> inputs = Map.ofEntries(
                Map.entry("crossings.attempts_per_year", ATTEMPTS),
                Map.entry("crossings.chain_share", 1.0),
                Map.entry("crossings.chain_growth", chainGrowth),
                Map.entry("crossings.contact_share", 1.0),
                Map.entry("crossings.households_per_arrival", 1.0),
                Map.entry("crossings.caller_leaves_probability", 0.0),
                Map.entry("crossings.pipeline_years", 0.0),
                Map.entry("crossings.lag_years_mean", 0.001),
                Map.entry("levers.border.interdiction_probability", 0.0),
                Map.entry("levers.border.crossing_price_usd", 2_850.0));
        Catalog catalog = Catalog.of(
                Bench.stub("test.contact", wiring -> wiring.provide(ContactView.class, household -> true)),
                Settlement.MECHANISM,
                Sanctions.MECHANISM,
                Crossings.MECHANISM);
        return Bench.run(Bench.scenario(catalog, 3, Bench.all(inputs, more, Bench.households(households))), 0);
    }

    /**
     * With b attempts a year and household at the start, {@code dH/dt = b H0 (H/H0)^γ}: exponential at γ = 1, a power of time below,
     * {@code H0 (1 + (1 − γ) b t)^(1/(1 − γ))}, linear at γ = 0. Five standard deviations of a Yule process, which is at most H − H0
     * in number and has variance {@code H (H/H0 − 1)}; and the lag of nine hours, a thousandth of H.
     */
    @ParameterizedTest(name = "growth {0}")
    @CsvSource({"1", "0.5", "0"})
    void households_growAsThePowerSays(double growth) {
        int start = 20_000;
        double bt = ATTEMPTS / start * 3 * 365 / 365.25;
        double ratio = growth == 1 ? StrictMath.exp(bt) : StrictMath.pow(1 + (1 - growth) * bt, 1 / (1 - growth));
        RunResult run = run(start, growth, Map.of());
        double tolerance = 5 * StrictMath.sqrt(start * ratio * (ratio - 1)) + 0.001 * start * ratio;

        assertThat(run.outcomes().inYear("kin_households", 2)).isCloseTo(start * ratio, within(tolerance));
    }

    /** If the chain brings a number of people whatever the number of households, a fifth has as many arrivals. */
    @Test
    void fifthOfThePeople_noGrowth_asManyArrivals() {
        double expected = 3 * ATTEMPTS;

        assertThat(run(4_000, 0, Map.of()).value("crossings"))
                .isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
        assertThat(run(4_000, 1, Map.of()).value("crossings")).isGreaterThan(4 * expected);
    }

    /** Households that go leave others that bring no more than they did. */
    @Test
    void householdsGo_othersBringNoMore() {
        Map<String, Double> allGo =
                Map.of("crossings.caller_leaves_probability", 1.0, "crossings.households_per_arrival", 0.0);

        assertThat(run(20_000, 0, allGo).value("crossings"))
                .isEqualTo(run(20_000, 1, allGo).value("crossings"));
    }
}
