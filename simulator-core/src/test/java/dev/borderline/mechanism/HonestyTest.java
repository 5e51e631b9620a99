package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.model.Cases.Outcome;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Wiring;
import dev.borderline.simulation.RunResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Officers and brokers who settle, at the margin. */
class HonestyTest {
    private static final Route TEST = new Route("test", 31, false);
    private static final int N = 2_000;
    private static final double Q = 0.05; // a bribe is found out
    private static final double OFFICER_PENALTY = 10_000;
    private static final double REWARD = 50;

    /** Takes everybody once and offers to drop the case, at the first moment. */
    private static Mechanism<Bench.None> offers(double[] greatestStakeUsd) {
        return Bench.stub("test.offers", wiring -> {
            int offer = wiring.scheduler().kind("test.offer", Phase.MODEL, (time, household, occurrence) -> {
                greatestStakeUsd[0] = Math.max(greatestStakeUsd[0], stakeUsd(wiring.households(), household));
                int slot = wiring.cases().open(household, TEST, 0, 0, false, time);
                boolean settled = wiring.port(Settling.class).get().settles(slot, Stage.INVESTIGATION, 0);
                wiring.cases().close(slot, settled ? Outcome.DROPPED : Outcome.WARNED);
                return 0;
            });
            wiring.onStart(() -> {
                for (int household = 0; household < N; household++) {
                    wiring.scheduler().post(1, offer, household, 0);
                }
            });
        });
    }

    /** S2 with everybody sent to training of half a year as people see it: κ Y A(½), κ = 3, δ = .75. */
    private static double stakeUsd(Households households, int household) {
        return 3 * households.incomeUsd(household) * (1 - StrictMath.sqrt(0.75)) / -StrictMath.log(0.75);
    }

    private static RunResult run(double[] greatestStakeUsd, double payUsdPerMonth) {
        Catalog catalog = Catalog.of(offers(greatestStakeUsd), Settlement.MECHANISM, Sanctions.MECHANISM);
        Map<String, Double> inputs = Map.of(
                "levers.officers.corruptible_share", 1.0,
                "settlement.approach_base", 1.0,
                "levers.officers.pay_usd_per_month", payUsdPerMonth,
                "levers.settlement.payer_penalty_usd", 0.0,
                "levers.sanctions.training_share", 1.0,
                "levers.sanctions.reform_share", 0.0,
                "levers.sanctions.camp_share", 0.0,
                "population.wealth_multiple_mean", 100.0);
        return Bench.run(Bench.scenario(catalog, 1, Bench.all(Bench.households(N), inputs)), 0);
    }

    /**
     * Becker and Stigler (1974): officers are honest towards everybody once five years of pay above what they would earn
     * elsewhere, at stake with the chance q, is worth more than the greatest stake: {@code pay* = 1 + ((S_max − R)/q − penalty)
     * / 60}. A cent a month below it exactly one case is dropped for a price, the one of that stake, and the price is all it is
     * worth.
     */
    @Test
    void pay_atBeckerAndStiglersThreshold_makesHonest() {
        double[] greatest = new double[1];
        RunResult poor = run(greatest, 5);
        double threshold = 1 + ((greatest[0] - REWARD) / Q - OFFICER_PENALTY) / (12 * 5);
        RunResult below = run(new double[1], threshold - 0.01);

        assertThat(poor.value("bribes_paid")).isBetween(100.0, (double) N);
        assertThat(run(new double[1], threshold + 0.01).value("bribes_paid")).isZero();
        assertThat(below.value("bribes_paid")).isEqualTo(1);
        assertThat(below.value("bribes_paid_usd")).isCloseTo(greatest[0], within(0.05));
    }

    /** Asks for many brokers of one household each; those who settle, the price and the share found out. */
    private static RunResult brokers(double stakeMultiple, Map<String, Double> more) {
        Mechanism<Bench.None> asking = Bench.stub("test.brokers", wiring -> {
            double settles = brokerPriceUsd(stakeMultiple) < 0 ? 0 : 0.56;
            wiring.onStart(() -> assertThat(wiring.port(Settling.class).get().brokerSettlesProbability(stakeMultiple))
                    .isCloseTo(
                            settles * wiring.lever("officers.corruptible_share").value() / 0.8, within(1e-12)));
            var settlements = wiring.neutral("Tests").count("test_settled", "brokers", "Brokers who settled");
            int take = wiring.scheduler().kind("test.take", Phase.MODEL, (time, household, need) -> {
                boolean settled = wiring.port(Settling.class).get().settlesForBroker(household, need, stakeMultiple);
                settlements.add(household, settled ? 1 : 0);
                return 0;
            });
            wiring.onStart(() -> postAll(wiring, take));
        });
        Catalog catalog = Catalog.of(asking, Settlement.MECHANISM, Sanctions.MECHANISM);
        return Bench.run(Bench.scenario(catalog, 1, Bench.all(Bench.households(N), more)), 0);
    }

    private static void postAll(Wiring wiring, int kind) {
        for (int need = 0; need < 5; need++) {
            for (int household = 0; household < N; household++) {
                wiring.scheduler().post(1 + need, kind, household, need);
            }
        }
    }

    /**
     * A broker in an officer's hands settles on the street for the price of an average household with {@code stakeMultiple}
     * times the stake: income 1,000, wealth 2,500, connections ¼, one aggravating circumstance, so θ' = .5 · .875, floor = 50 +
     * .05 · 10,240, q P_c = 100. He meets an officer who can be approached with .8 (.6 + .4/4) = .56. To the cent; shares within
     * five standard errors of 10,000 brokers, false alarm below 1e-6 each. A stake below floor + q P_c finds no deal.
     */
    @ParameterizedTest(name = "{0} times the stake")
    @CsvSource({"1", "3", "10", "0.1"})
    void broker_settles_closedForm(double stakeMultiple) {
        RunResult run = brokers(stakeMultiple, Map.of());
        double n = 5 * N;
        double price = brokerPriceUsd(stakeMultiple);
        double settled = run.value("test_settled");

        if (price < 0) {
            assertThat(settled).isZero();
            assertThat(run.value("broker_bribes_usd")).isZero();
            return;
        }
        assertThat(settled / n).isCloseTo(0.56, within(5 * StrictMath.sqrt(0.56 * 0.44 / n)));
        assertThat(run.value("broker_bribes_usd"))
                .isCloseTo(settled * StrictMath.rint(100 * price) / 100, within(1e-6));
        assertThat(run.value("removed_officers") / settled)
                .isCloseTo(Q, within(5 * StrictMath.sqrt(Q * (1 - Q) / settled)));
        assertThat(run.value("officer_revenue_usd") + run.value("passed_up_usd"))
                .isCloseTo(run.value("broker_bribes_usd"), within(1e-6));
        assertThat(run.value("passed_up_usd") / run.value("broker_bribes_usd")).isCloseTo(0.4, within(1e-4));
        assertThat(run.value("bribes_paid") + run.value("payer_penalties_usd")).isZero(); // those of households
    }

    private static double brokerPriceUsd(double stakeMultiple) {
        double odds = StrictMath.exp(0.3);
        double all = 0.7 + 0.3 * odds;
        double years = 0.7 / all * annuity(0.5) + 0.25 * odds / all * annuity(1.5) + 0.05 * odds / all * annuity(10);
        double formal = stakeMultiple * 3_000 * years;
        double later = priceUsd(formal);
        double bought = later < 0 ? 0 : 0.5;
        return priceUsd(stakeMultiple * 3_000 * annuity(20 / 365.25) + (1 - bought) * formal + bought * later);
    }

    private static double priceUsd(double stake) {
        double floor = REWARD + Q * (OFFICER_PENALTY + 12 * 5 * 4);
        double worth = stake - Q * 2_000;
        double share = 0.5 * 0.875;
        return worth < floor ? -1 : Math.min(2_500, share * worth + (1 - share) * floor);
    }

    private static double annuity(double years) {
        return (1 - StrictMath.pow(0.75, years)) / -StrictMath.log(0.75);
    }

    /** Honest officers everywhere: no broker settles. */
    @Test
    void broker_honestOfficers_neverSettles() {
        assertThat(brokers(3, Map.of("levers.officers.corruptible_share", 0.0)).value("test_settled"))
                .isZero();
    }
}
