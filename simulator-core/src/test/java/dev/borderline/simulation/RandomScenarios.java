package dev.borderline.simulation;

import dev.borderline.mechanism.Bench;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Scenarios drawn at random for property tests: levers and some parameters anywhere in wide ranges, and a policy of some
 * dated moves. A pure function of the seed, which the name of a failing test shows.
 */
final class RandomScenarios {
    /** Inputs that are drawn, and their bounds. */
    private static final Map<String, double[]> RANGES = new TreeMap<>(Map.ofEntries(
            range("network.domestic_blocked", 0.5, 1),
            range("surveillance.coverage", 0.02, 1),
            range("surveillance.locate_rate_per_minute", 0.05, 1),
            range("surveillance.latency_minutes", 0, 3),
            range("surveillance.identify_probability", 0, 1),
            range("surveillance.informants_per_year", 0, 1.5),
            range("surveillance.teams", 1, 8),
            range("surveillance.reach_probability", 0, 1),
            range("jamming.failure_probability", 0, 1),
            range("stops.rate_per_year", 0, 1),
            range("stops.revenue_motive", 0, 2),
            range("stops.false_accusation_probability", 0, 0.3),
            range("stops.quota_multiplier", 0, 3),
            range("settlement.bargaining_share", 0, 1),
            range("settlement.bribe_detection", 0, 0.4),
            range("settlement.officer_penalty_usd", 0, 20_000),
            range("settlement.payer_penalty_usd", 0, 4_000),
            range("settlement.arrest_reward_usd", 0, 300),
            range("settlement.passed_up_share", 0, 1),
            range("officers.corruptible_share", 0, 1),
            range("officers.pay_usd_per_month", 0, 20),
            range("sanctions.pretrial_days_mean", 0, 60),
            range("sanctions.camp_years_mean", 0.5, 15),
            range("transfers.interception_probability", 0, 0.5),
            range("transfers.tolerance_levy_share", 0, 1),
            range("border.fortification", 0, 1),
            range("border.interdiction_probability", 0, 1),
            range("border.guard_bribe_usd", 0, 500),
            range("border.crossing_price_usd", 1_000, 15_000)));

    private RandomScenarios() {}

    private static Map.Entry<String, double[]> range(String lever, double low, double high) {
        return Map.entry(lever, new double[] {low, high});
    }

    /** A scenario of fifteen hundred households over two years, without a policy. */
    static Scenario of(long seed) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
        Map<String, Double> inputs = new TreeMap<>();
        RANGES.forEach((lever, range) -> inputs.put("levers." + lever, random.nextDouble(range[0], range[1])));
        double[] shares = {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()};
        double sum = 1.000001 * (shares[0] + shares[1] + shares[2] + shares[3]);
        inputs.put("levers.sanctions.training_share", shares[0] / sum);
        inputs.put("levers.sanctions.reform_share", shares[1] / sum);
        inputs.put("levers.sanctions.camp_share", shares[2] / sum);
        inputs.put("needs.rate_mean_per_year", random.nextDouble(1, 8));
        inputs.put("handsets.request_rate_per_year", random.nextDouble(0, 3));
        inputs.put("brokers.per_thousand_pairs", random.nextDouble(0, 40));
        inputs.put("beliefs.overstatement", random.nextDouble(0, 3));
        return Runs.small(1_500, 2).with(Bench.all(inputs));
    }

    /** A policy of one to six moves, none before {@code earliest}. */
    static Policy policy(long seed, LocalDate earliest) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(~seed);
        List<Map.Entry<String, double[]>> levers = List.copyOf(RANGES.entrySet());
        List<Move> moves = new ArrayList<>();
        int count = random.nextInt(1, 7);
        for (int i = 0; i < count; i++) {
            Map.Entry<String, double[]> drawn = levers.get(random.nextInt(levers.size()));
            String lever = drawn.getKey();
            double[] range = drawn.getValue();
            double value = random.nextDouble(range[0], range[1]);
            LocalDate at = earliest.plusDays(random.nextInt(200));
            moves.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Move.set(at, lever, value);
                        case 1 -> Move.ramp(at, lever, value, at.plusDays(random.nextInt(1, 100)));
                        default -> scaled(at, lever, value, random.nextDouble());
                    });
        }
        return Policy.of("random", moves.toArray(new Move[0]));
    }

    /** Less than one team is refused, so their number is set where others are scaled. */
    private static Move scaled(LocalDate at, String lever, double value, double factor) {
        return lever.equals("surveillance.teams") ? Move.set(at, lever, value) : Move.scale(at, lever, factor);
    }
}
