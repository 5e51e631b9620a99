package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.simulation.RunResult;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StopsTest {
    private static final double YEARS = 3 * 365.25 - 0.25; // 2009 to 2011
    private static final double BORDER_SHARE = 0.75; // reach and near
    private static final int HOUSEHOLDS = 20_000;

    private static RunResult run(Map<String, Double> more) {
        Map<String, Double> inputs = new HashMap<>(Map.of(
                "zones.reach.handset_share", 0.0,
                "zones.near.handset_share", 0.0,
                "levers.stops.rate_per_year", 0.2,
                "levers.stops.false_accusation_probability", 0.0));
        inputs.putAll(more);
        inputs.putAll(Bench.households(HOUSEHOLDS));
        Catalog catalog = Catalog.of(Settlement.MECHANISM, Sanctions.MECHANISM, Stops.MECHANISM);
        return Bench.run(Bench.scenario(catalog, 3, inputs), 0);
    }

    /** Without the motive stops are plain Poisson thinning: rate times household-years at the border. Five standard errors. */
    @Test
    void stops_withoutMotive_poisson() {
        double expected = 0.2 * BORDER_SHARE * HOUSEHOLDS * YEARS / 365.25;
        RunResult run = run(Map.of());

        // The share of households at the border is drawn too: its variance adds (expected per household)² n p (1 − p).
        double sd = StrictMath.sqrt(expected + 0.36 * HOUSEHOLDS * BORDER_SHARE * (1 - BORDER_SHARE));
        assertThat(run.value("stops")).isCloseTo(expected, within(5 * sd));
        assertThat(run.value("arrests")).isZero();
    }

    @Test
    void fruitless_falseAccusation_framesThatShare() {
        RunResult run = run(Map.of("levers.stops.false_accusation_probability", 0.1));
        double stops = run.value("stops");

        assertThat(run.value("framed")).isEqualTo(run.value("arrests_framed"));
        assertThat(run.value("framed") / stops).isCloseTo(0.1, within(5 * StrictMath.sqrt(0.09 / stops)));
    }

    @Test
    void owners_stopped_areTaken() {
        RunResult run = run(Map.of("zones.reach.handset_share", 1.0, "zones.near.handset_share", 1.0));

        assertThat(run.value("arrests_stopped")).isEqualTo(run.value("stops")).isPositive();
    }

    /**
     * The quota trebles stops from October to December: (273 + 3 · 92)/365 of the stops of a year without. A count of Poisson's with
     * the mean of a drawn number of households; five standard errors, a false alarm with probability 6e-7.
     */
    @Test
    void quota_multipliesItsMonths() {
        double expected = 0.2 * BORDER_SHARE * HOUSEHOLDS * YEARS / 365.25 * (273 + 3 * 92) / 365.0;
        RunResult run = run(Map.of("levers.stops.quota_multiplier", 3.0));

        double perHousehold = expected / (BORDER_SHARE * HOUSEHOLDS);
        double ofHouseholds = perHousehold * perHousehold * HOUSEHOLDS * BORDER_SHARE * (1 - BORDER_SHARE);
        double sd = StrictMath.sqrt(expected + ofHouseholds);
        assertThat(run.value("stops")).isCloseTo(expected, within(5 * sd));
    }

    /** With the motive off its arrests are exactly 0; with it on, what a stop earns makes for more of them. */
    @Test
    void motive_raisesStopsWhereTheyPay() {
        Map<String, Double> paying = Map.of(
                "levers.stops.false_accusation_probability", 0.3,
                "levers.stops.revenue_motive", 0.0);
        RunResult without = run(paying);
        Map<String, Double> keen = new HashMap<>(paying);
        keen.put("levers.stops.revenue_motive", 1.0);
        RunResult with = run(keen);

        assertThat(without.value("arrests_due_to_motive")).isZero();
        assertThat(with.value("stops")).isGreaterThan(1.2 * without.value("stops"));
        double difference = with.value("arrests") - without.value("arrests");
        // The expected number and the difference between two runs measure the same; people taken more often are held
        // more.
        assertThat(with.value("arrests_due_to_motive")).isCloseTo(difference, within(0.15 * difference + 60));
    }
}
