package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prices of brokers in whole runs of the default scenario. */
class BrokersTest {
    private static final double BASE_FEE = 15;
    private static final double BASE_COMMISSION = 0.255;

    private static RunResult run(Map<String, Double> inputs) {
        Scenario scenario =
                Scenarios.named("tightening-2015").with(Bench.households(8_000)).with(inputs);
        return Bench.run(scenario, 0);
    }

    /** Without risk the fee is its base and the commission its own, once the first day is over. */
    @Test
    void prices_withoutRisk_areTheirBase() {
        RunResult run =
                run(Map.of("levers.surveillance.coverage", 0.0, "levers.surveillance.informants_per_year", 0.0));

        assertThat(run.value("fee_usd")).isCloseTo(BASE_FEE, within(0.01));
        assertThat(run.value("commission_share")).isCloseTo(BASE_COMMISSION, within(0.001));
        assertThat(run.value("brokers_taken")).isZero();
    }

    /**
     * Fee and commission split one risk: with X the loss a session, fee = c0 + .2 X and commission = φ0 + .8 X sessions/dollars,
     * so the commission follows from the fee. Memory blurs the ratio of sessions to dollars: two per cent of the difference
     * between it and its base, and the first day.
     */
    @Test
    void commission_followsFromFee() {
        RunResult run = run(Map.of("levers.surveillance.coverage", 0.12));
        double lossPerSession = (run.value("fee_usd") - BASE_FEE) / 0.2;
        double perDollar = run.value("brokered_sessions") / run.value("sent_by_brokers_usd");
        double expected = 0.8 * lossPerSession * perDollar;

        assertThat(lossPerSession).isPositive();
        assertThat(run.value("commission_share") - BASE_COMMISSION).isCloseTo(expected, within(0.05 * expected));
    }

    /** Broker arrests leave vacancies; where nothing fills them, their number falls year by year. */
    @Test
    void vacancies_neverFilled_brokersDwindle() {
        RunResult run = run(Map.of("levers.surveillance.coverage", 0.12, "brokers.fill_rate_per_year", 0.0));

        for (int year = 1; year < 7; year++) {
            assertThat(run.outcomes().inYear("brokers", year))
                    .isLessThanOrEqualTo(run.outcomes().inYear("brokers", year - 1));
        }
        double wanted = Math.rint(0.015 * 0.45 * 8_000); // by zone, so rounded twice
        assertThat(run.outcomes().inYear("brokers", 6))
                .isCloseTo(Math.max(0, wanted - run.value("brokers_arrested")), within(2.0));
    }
}
