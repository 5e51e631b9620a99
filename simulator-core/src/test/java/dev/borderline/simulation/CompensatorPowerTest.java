package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.mechanism.Bench;
import dev.borderline.model.DrawSite;
import dev.borderline.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Power of the compensators: the least bias that they see. A site that accepts a share b too often shifts its standardised
 * difference by {@code b Σp / √Σp(1 − p)}; at a limit of 5 it is seen with probability .99 once the shift is 5 + 2.33. Two worlds
 * in which everything happens often and with a high probability make that bias small at every site of the model.
 */
class CompensatorPowerTest {
    private static final double LIMIT = 5;
    private static final double SHIFT = LIMIT + 2.33;

    /** Calls, arrests, bribes, transfers: callers without fear, officers who are everywhere, nobody held for long. */
    private static Scenario loud(int households) {
        Map<String, Double> inputs = new HashMap<>();
        inputs.putAll(calling());
        inputs.putAll(surveillance());
        inputs.putAll(settlement());
        inputs.putAll(trade());
        return Runs.small(households, 3).with(Bench.all(Bench.handsets(1), Bench.households(households), inputs));
    }

    private static Map<String, Double> calling() {
        return Map.of(
                "needs.rate_mean_per_year", 24.0,
                "needs.rate_shape", 5.0,
                "needs.money_probability", 0.8,
                "calling.value_mean_usd", 5_000.0,
                "beliefs.overstatement", 0.0,
                "beliefs.prior_weight", 1e6,
                "population.line_share", 0.9,
                "levers.network.domestic_blocked", 0.25,
                "levers.jamming.failure_probability", 0.75,
                "places.remote_cost_usd", 10_000.0);
    }

    private static Map<String, Double> surveillance() {
        return Map.ofEntries(
                Map.entry("connection.tries", 10.0),
                Map.entry("connection.retry_days", 0.1),
                Map.entry("levers.surveillance.coverage", 1.0),
                Map.entry("levers.surveillance.locate_rate_per_minute", 0.1),
                Map.entry("levers.surveillance.latency_minutes", 0.0),
                Map.entry("levers.surveillance.identify_probability", 1.0),
                Map.entry("detection.pseudonym_factor", 0.9),
                Map.entry("levers.surveillance.teams", 1e5),
                Map.entry("teams.reference_teams", 1e5),
                Map.entry("levers.surveillance.reach_probability", 0.7),
                Map.entry("levers.surveillance.informants_per_year", 1.8),
                Map.entry("informants.candidates_per_year", 2.0),
                Map.entry("levers.stops.rate_per_year", 4.5),
                Map.entry("stops.candidates_per_year", 5.0),
                Map.entry("levers.stops.revenue_motive", 0.0),
                Map.entry("levers.stops.false_accusation_probability", 0.9));
    }

    private static Map<String, Double> settlement() {
        return Map.ofEntries(
                Map.entry("levers.officers.corruptible_share", 0.95),
                Map.entry("settlement.approach_base", 0.75),
                Map.entry("levers.settlement.bribe_detection", 0.9),
                Map.entry("levers.settlement.officer_penalty_usd", 0.0),
                Map.entry("levers.settlement.payer_penalty_usd", 0.0),
                Map.entry("levers.settlement.arrest_reward_usd", 0.0),
                Map.entry("levers.officers.pay_usd_per_month", 1.0),
                Map.entry("levers.sanctions.training_share", 0.0),
                Map.entry("levers.sanctions.reform_share", 0.0),
                Map.entry("levers.sanctions.camp_share", 0.0),
                Map.entry("levers.sanctions.pretrial_days_mean", 0.1),
                Map.entry("sanctions.exile_probability", 0.9));
    }

    private static Map<String, Double> trade() {
        return Map.ofEntries(
                Map.entry("brokers.per_thousand_pairs", 1000.0),
                Map.entry("brokers.fill_rate_per_year", 1000.0),
                Map.entry("brokers.client_taken_probability", 0.8),
                Map.entry("brokers.dishonest_share", 0.8),
                Map.entry("transfers.by_guard_share", 0.5),
                Map.entry("levers.transfers.interception_probability", 0.6),
                Map.entry("levers.transfers.tolerance_levy_share", 0.6),
                Map.entry("border_goods.refused_at_full_fortification", 0.7),
                Map.entry("border_goods.seized_at_full_fortification", 0.9),
                Map.entry("levers.border.fortification", 1.0),
                Map.entry("handsets.request_rate_per_year", 20.0),
                Map.entry("crossings.attempts_per_year", 0.0));
    }

    /** Crossings: everybody tries some seven times a year, most are stopped and let go, families form behind who leaves. */
    private static Scenario leaving(int households) {
        Map<String, Double> inputs = new HashMap<>(settlement());
        inputs.put("knowledge.contact_share_at_start", 1.0);
        inputs.put("crossings.attempts_per_year", 14.0 * households);
        inputs.put("crossings.chain_share", 0.5);
        inputs.put("crossings.contact_share", 1.0);
        inputs.put("crossings.candidate_factor", 1.1);
        inputs.put("crossings.caller_leaves_probability", 0.9);
        inputs.put("crossings.households_per_arrival", 0.9);
        inputs.put("crossings.lag_years_mean", 0.001);
        inputs.put("crossings.pipeline_years", 0.0);
        inputs.put("levers.border.crossing_price_usd", 2_850.0);
        inputs.put("levers.border.interdiction_probability", 0.6);
        return Runs.small(households, 1).with(Bench.all(Bench.households(households), inputs));
    }

    /** Asserts that no site is biased, and that a site biased by {@code bias} would have been seen in one of the worlds. */
    private static void assertUnbiased(double bias, List<Scenario> worlds) {
        Map<String, Double> smallestSeen = new HashMap<>();
        for (Scenario world : worlds) {
            for (DrawSite.Tested site : Runs.run(world, 0).sites()) {
                assertThat(site.z()).as("%s", site).isBetween(-LIMIT, LIMIT);
                double seen = site.expected() == 0
                        ? Double.POSITIVE_INFINITY
                        : SHIFT * StrictMath.sqrt(site.variance()) / site.expected();
                smallestSeen.merge(site.purpose(), seen, Math::min);
            }
        }

        assertThat(smallestSeen).hasSizeGreaterThan(25);
        assertThat(smallestSeen)
                .allSatisfy(
                        (site, seen) -> assertThat(seen).as(site).isPositive().isLessThan(bias));
    }

    @Test
    void biasOfFivePercent_atAnySite_isSeen() {
        assertUnbiased(0.05, List.of(loud(1_000), leaving(3_000)));
    }

    @Test
    @Tag("deep")
    void biasOfOnePercent_atAnySite_isSeen() {
        assertUnbiased(0.01, List.of(loud(25_000), leaving(70_000)));
    }
}
