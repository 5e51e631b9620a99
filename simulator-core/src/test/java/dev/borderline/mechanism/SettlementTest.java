package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Cases;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Wiring;
import dev.borderline.simulation.RunResult;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments at each stage of a case, against the model's formulas written out anew. */
class SettlementTest {
    private static final Route TEST = new Route("test", 31, false);
    private static final int N = 5_000;
    private static final double NO_DEAL = -1;
    private static final double REMAINING_YEARS = 0.8;

    /** Everybody meets an officer who can be approached. */
    private static final Map<String, Double> APPROACHABLE =
            Map.of("levers.officers.corruptible_share", 1.0, "settlement.approach_base", 1.0);

    /** The formulas of M09 at the levers of the default scenario, for one person. */
    private record Terms(double q, double incomeUsd, double wealthUsd, double connections) {
        static Terms of(Wiring wiring, double q, int household) {
            var households = wiring.households();
            return new Terms(
                    q,
                    households.incomeUsd(household),
                    households.wealthUsd(household),
                    households.connections(household));
        }

        double floor() {
            double officerPenalty = 10_000 + 12 * 5 * (5 - 1);
            return 50 + q * officerPenalty;
        }

        double price(double stake) {
            double worth = stake - q * 2_000;
            if (worth < floor() || wealthUsd < floor()) {
                return NO_DEAL;
            }
            double share = 0.5 * (1 - connections / 2);
            return Math.min(wealthUsd, share * worth + (1 - share) * floor());
        }

        /** A(d): a yearly unit over d years at δ = .75. */
        static double annuity(double years) {
            return (1 - StrictMath.pow(0.75, years)) / -StrictMath.log(0.75);
        }

        /** S2: training .7, reform .25, camp .05, the latter two with odds e^.3 for each aggravating circumstance. */
        double formalStake(int aggravation) {
            double odds = StrictMath.exp(0.3 * aggravation);
            double all = 0.7 + 0.3 * odds;
            double years =
                    0.7 / all * annuity(0.5) + 0.25 * odds / all * annuity(1.5) + 0.05 * odds / all * annuity(10);
            return 3 * incomeUsd * years;
        }

        double streetStake(int aggravation) {
            double formal = formalStake(aggravation);
            double price = price(formal);
            double later = price == NO_DEAL ? formal : 0.5 * formal + 0.5 * price;
            return 3 * incomeUsd * annuity(20 / 365.25) + later;
        }

        double stake(Stage stage, int aggravation) {
            return switch (stage) {
                case STREET -> streetStake(aggravation);
                case INVESTIGATION -> formalStake(aggravation);
                case EARLY_RELEASE -> 3 * incomeUsd * annuity(REMAINING_YEARS);
            };
        }

        double loss(int aggravation) {
            double stake = streetStake(aggravation);
            double price = price(stake);
            return price == NO_DEAL ? stake : Math.min(price + q * 2_000, stake);
        }
    }

    /** Something to look into once, on the first day. */
    private static Mechanism<Bench.None> once(Consumer<Wiring> look) {
        return Bench.stub("test.once", wiring -> {
            int kind = wiring.scheduler().kind("test.once", Phase.MODEL, (time, subject, occurrence) -> {
                look.accept(wiring);
                return 0;
            });
            wiring.onStart(() -> wiring.scheduler().post(0, kind, 0, 0));
        });
    }

    private static RunResult run(Mechanism<?> test, int households, Map<String, Double> inputs) {
        return Bench.run(
                Bench.scenario(
                        Catalog.of(test, Settlement.MECHANISM, Sanctions.MECHANISM),
                        1,
                        Bench.all(Bench.households(households), inputs)),
                0);
    }

    private static double bribeUsd(Wiring wiring, int household, Stage stage, int aggravation, double u) {
        return wiring.port(Settling.class).get().bribeUsd(household, stage, aggravation, REMAINING_YEARS, u);
    }

    /** Opens a case, tries to settle it at a stage, closes it; cents paid, or −1. */
    private static long settle(Wiring wiring, int household, Stage stage, int aggravation) {
        Count bribes = wiring.existingCount("bribes_paid_usd");
        Cases cases = wiring.cases();
        long before = bribes.total();
        int slot = cases.open(household, TEST, aggravation, aggravation, false, 0);
        boolean settled = wiring.port(Settling.class).get().settles(slot, stage, REMAINING_YEARS);
        cases.close(slot, Cases.Outcome.SETTLED);
        long paid = bribes.total() - before;
        assertThat(paid > 0).isEqualTo(settled);
        return settled ? paid : -1;
    }

    /** Each case, to the cent. Both outcomes must occur often, as must prices that wealth caps. */
    @ParameterizedTest
    @EnumSource(Stage.class)
    void price_ofEachCase_closedForm(Stage stage) {
        int[] seen = new int[3]; // no deal, deal, deal at all that is owned
        run(
                once(wiring -> {
                    for (int household = 0; household < N; household++) {
                        Terms terms = Terms.of(wiring, 0.05, household);
                        for (int aggravation = 0; aggravation < 4; aggravation++) {
                            double price = terms.price(terms.stake(stage, aggravation));
                            long paid = settle(wiring, household, stage, aggravation);
                            double asked = bribeUsd(wiring, household, stage, aggravation, 0.999);
                            if (price == NO_DEAL) {
                                assertThat(paid).isEqualTo(-1);
                                assertThat(asked).isZero();
                                seen[0]++;
                            } else {
                                assertThat(paid / 100.0).isCloseTo(price, within(0.00501));
                                assertThat(asked).isCloseTo(price, within(1e-9 * price));
                                seen[price == terms.wealthUsd ? 2 : 1]++;
                            }
                        }
                    }
                }),
                N,
                APPROACHABLE);

        assertThat(seen[0]).isGreaterThan(100);
        assertThat(seen[1]).isGreaterThan(100);
        assertThat(seen[2]).isGreaterThan(10);
    }

    /** Λ of each household, asked for in any order, before and after a lever has moved. 70,000 households. */
    @Test
    void loss_ofEachHousehold_closedForm() {
        int n = 70_000; // more than are remembered at a time
        run(
                once(wiring -> {
                    LossIfCaught loss = wiring.port(LossIfCaught.class).get();
                    for (double q : new double[] {0.05, 0.2}) {
                        wiring.lever("settlement.bribe_detection").move(q);
                        for (int i = 0; i < 2 * n; i++) {
                            int household = i % 2 == 0 ? i / 2 : (i / 2 + 65_536) % n;
                            int aggravation = i % 3;
                            double expected = Terms.of(wiring, q, household).loss(aggravation);
                            double asked = loss.lossUsd(household, aggravation);
                            if (Math.abs(asked - expected) > 1e-9 * expected) {
                                assertThat(asked).as("household %s", household).isEqualTo(expected);
                            }
                        }
                        for (double multiple : new double[] {0.3, 1, 3}) {
                            Terms broker = new Terms(q, multiple * 1_000, 2_500, 0.25);
                            assertThat(loss.brokerLossUsd(multiple)).isCloseTo(broker.loss(1), within(1e-9));
                        }
                    }
                }),
                n,
                APPROACHABLE);
    }

    /** A lever of the sanctions that moves during a run moves Λ at once to what it is in a run that starts there. */
    @ParameterizedTest
    @CsvSource({
        "sanctions.camp_years_mean, 3",
        "sanctions.training_share, 0.2",
        "sanctions.pretrial_days_mean, 90",
        "settlement.officer_penalty_usd, 100",
        "settlement.bargaining_share, 0.9"
    })
    void loss_afterALeverMoved_asIfItHadBeenThere(String lever, double value) {
        double[] before = new double[N];
        double[] moved = new double[N];
        double[] there = new double[N];
        run(
                once(wiring -> {
                    askAll(wiring, before);
                    wiring.lever(lever).move(value);
                    askAll(wiring, moved);
                }),
                N,
                Map.of());
        run(once(wiring -> askAll(wiring, there)), N, Map.of("levers." + lever, value));

        assertThat(moved).isEqualTo(there).isNotEqualTo(before);
    }

    private static void askAll(Wiring wiring, double[] losses) {
        LossIfCaught loss = wiring.port(LossIfCaught.class).get();
        for (int household = 0; household < losses.length; household++) {
            losses[household] = loss.lossUsd(household, household % 5);
        }
    }

    /**
     * An officer can be approached with corruptible (.6 + .4 connections); a bribe is found out with q, which costs the payer
     * P_c; a share of each is passed up. Five standard errors: false alarm below 1e-6 each.
     */
    @Test
    void approachAndFindingOut_shares() {
        double[] expected = new double[2]; // sum of probabilities, of their variances
        RunResult run = run(
                once(wiring -> {
                    for (int household = 0; household < 10 * N; household++) {
                        Terms terms = Terms.of(wiring, 0.05, household);
                        settle(wiring, household, Stage.STREET, 1);
                        if (terms.price(terms.streetStake(1)) != NO_DEAL) {
                            double p = 0.8 * (0.6 + 0.4 * terms.connections);
                            expected[0] += p;
                            expected[1] += p * (1 - p);
                        }
                    }
                }),
                10 * N,
                Map.of());
        double bribes = run.value("bribes_paid");

        assertThat(bribes).isCloseTo(expected[0], within(5 * StrictMath.sqrt(expected[1])));
        assertThat(run.value("removed_officers")).isCloseTo(0.05 * bribes, within(5 * StrictMath.sqrt(bribes / 20)));
        assertThat(run.value("payer_penalties_usd")).isEqualTo(2_000 * run.value("removed_officers"));
        assertThat(run.value("officer_revenue_usd") + run.value("passed_up_usd"))
                .isCloseTo(run.value("bribes_paid_usd"), within(1e-6));
        assertThat(run.value("passed_up_usd") / run.value("bribes_paid_usd")).isCloseTo(0.4, within(1e-4));
        assertThat(run.value("bribe_mean_usd")).isEqualTo(run.value("bribes_paid_usd") / bribes);
    }

    /** No bribes where each is found out at a forbidding penalty, nor where no officer takes any, in the whole model. */
    @ParameterizedTest(name = "found out {0}, officer loses {1}, corruptible {2}")
    @CsvSource({"1, 1e9, 0.8", "0.05, 10000, 0"})
    void bribes_foundOutForCertainOrHonestOfficers_none(double q, double penalty, double corruptible) {
        RunResult run = Bench.run(
                Bench.scenario(
                        StandardCatalog.standard(),
                        3,
                        Bench.all(
                                Bench.households(5_000),
                                Map.of(
                                        "levers.surveillance.coverage", 0.5,
                                        "levers.surveillance.informants_per_year", 0.1,
                                        "levers.settlement.bribe_detection", q,
                                        "levers.settlement.officer_penalty_usd", penalty,
                                        "levers.officers.corruptible_share", corruptible))),
                0);

        assertThat(run.value("arrests")).isGreaterThan(50);
        assertThat(run.value("bribes_paid")).isZero();
        assertThat(run.value("settled")).isZero();
        assertThat(run.value("dropped") + run.value("early_releases")).isZero();
        assertThat(run.value("broker_bribes_usd") + run.value("officer_revenue_usd") + run.value("passed_up_usd"))
                .isZero();
        assertThat(run.value("formal_cases")).isEqualTo(run.value("arrests"));
    }
}
