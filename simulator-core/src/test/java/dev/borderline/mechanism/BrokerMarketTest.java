package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.SubjectKind;
import dev.borderline.simulation.RunResult;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The market of brokers day by day, in a world that the test sets, against the formulas of M10 written out anew. Zones by name:
 * capital 0, interior 1, near 2, reach 3; the first two go to reach.
 */
class BrokerMarketTest {
    private static final int DAYS = 365;
    private static final int CAPITAL = 0;
    private static final int NEAR = 2;
    private static final int REACH = 3;
    private static final double PRIOR = 0.05;
    private static final double LOSS_USD = 3_000; // of a broker, with three times the stake of others
    private static final double PER_MINUTE = 0.004; // chance of arrest by the session
    private static final double OTHERWISE = 0.01;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double SETTLES = 0.6;

    private static final Map<String, Double> INPUTS = Map.ofEntries(
            Map.entry("brokers.per_thousand_pairs", 30.0),
            Map.entry("brokers.contact_share", 0.5),
            Map.entry("brokers.made_good_share", 0.6),
            Map.entry("brokers.memory_days", 40.0),
            Map.entry("brokers.fill_rate_per_year", 30.0),
            Map.entry("places.remote_cost_usd", 60.0),
            Map.entry("levers.jamming.failure_probability", 0.0));

    private static class World implements Belief, LossIfCaught, Settling {
        private boolean settles;

        @Override
        public double arrestProbability(int household) {
            throw new IllegalStateException("brokers ask for the prior");
        }

        @Override
        public double priorArrestProbability() {
            return PRIOR;
        }

        @Override
        public double brokerLossUsd(double stakeMultiple) {
            return LOSS_USD / 3 * stakeMultiple;
        }

        @Override
        public boolean settles(int caseSlot, Stage stage, double remainingYears) {
            throw new IllegalStateException("nobody of a household is taken here");
        }

        @Override
        public double brokerSettlesProbability(double stakeMultiple) {
            assertThat(stakeMultiple).isEqualTo(3);
            return SETTLES;
        }

        /** Settlement with brokers at even needs, if they settle at all. */
        @Override
        public boolean settlesForBroker(int household, int occurrence, double stakeMultiple) {
            assertThat(stakeMultiple).isEqualTo(3);
            return settles && occurrence % 2 == 0;
        }
    }

    /** Does something at noon of every day; the day counts from 0. */
    private static RunResult run(World world, Map<String, Double> more, ObjIntConsumer<Wiring> atNoon) {
        var scene = Bench.stub("test.scene", wiring -> {
            wiring.provide(Belief.class, world);
            wiring.provide(LossIfCaught.class, world);
            wiring.provide(Settling.class, world);
            wiring.risk().addDetection((exposure, minutes) -> PER_MINUTE * exposure * minutes);
            wiring.risk().addOther(() -> OTHERWISE);
            int noon = wiring.scheduler().kind("test.noon", Phase.MODEL, (time, subject, day) -> {
                atNoon.accept(wiring, day);
                return 0;
            });
            wiring.onStart(() -> {
                for (int day = 0; day < DAYS; day++) {
                    wiring.scheduler().post(day * Times.DAY + Times.DAY / 2, noon, 0, day);
                }
            });
        });
        Catalog catalog = Catalog.of(scene, Connection.MECHANISM, Brokers.MECHANISM);
        return Bench.run(Bench.scenario(catalog, 1, Bench.all(Bench.households(1_000), INPUTS, more)), 0);
    }

    private static BrokerMarket market(Wiring wiring) {
        return wiring.port(BrokerMarket.class).get();
    }

    private static void session(Wiring wiring, int household, int zone, boolean brokered) {
        int call = wiring.calls().plan(household, 0, zone, false, brokered, 1);
        wiring.signal(Signals.SESSION_STARTED).emit(household, call);
        wiring.calls().close(call);
    }

    private static int firstOf(Wiring wiring, int zone) {
        int household = 0;
        while (wiring.households().zone(household) != zone) {
            household++;
        }
        return household;
    }

    private static int brokersWanted(Wiring wiring, int... zones) {
        return (int) StrictMath.rint(30 * householdsIn(wiring, zones) * 0.5 / 1_000);
    }

    private static int householdsIn(Wiring wiring, int... zones) {
        int households = 0;
        for (int household = 0; household < wiring.households().size(); household++) {
            for (int zone : zones) {
                households += wiring.households().zone(household) == zone ? 1 : 0;
            }
        }
        return households;
    }

    /** A broker's choice under jamming: place, length and what a session costs him in the mean. */
    private record Choice(boolean remote, double minutes, double sessionLossUsd) {
        static Choice under(double jamming) {
            Choice town = at(false);
            Choice remote = at(true);
            return remote.netUsd(jamming) > town.netUsd(jamming) ? remote : town;
        }

        private static Choice at(boolean remote) {
            double exposure = remote ? 0.5 : 1;
            double minutes = 1.5 * StrictMath.log(250 * 5 / (1.5 * PRIOR * LOSS_USD * detectionShare() * exposure));
            return new Choice(remote, minutes, PER_MINUTE * exposure * minutes * LOSS_USD);
        }

        private static double detectionShare() {
            return 5 * PER_MINUTE / (5 * PER_MINUTE + OTHERWISE); // of the risk of five minutes in town
        }

        private double netUsd(double jamming) {
            double exposure = remote ? 0.5 : 1;
            double jammed = jamming * (remote ? 0.4 : 1);
            double w = detectionShare();
            double risk = PRIOR * LOSS_USD * (w * exposure * minutes / 5 + 1 - w);
            double worth = 250 * (1 - StrictMath.exp(-minutes / 1.5)) - risk;
            return (1 - StrictMath.pow(jammed, 3)) * worth - (remote ? 60 : 0);
        }
    }

    /** Memory of the brokers of one zone in the morning. */
    private static final class Memory {
        private double lossUsd;
        private double madeGoodUsd;
        private double sessions;
        private double dollars;

        void fade() {
            double kept = StrictMath.exp(-1 / 40.0);
            lossUsd *= kept;
            madeGoodUsd *= kept;
            sessions *= kept;
            dollars *= kept;
        }

        double feeUsd() {
            return sessions == 0 ? 20 : 15 + 0.2 * lossUsd / sessions;
        }

        double commission() {
            return dollars == 0 ? 0.3 : Math.min(1, 0.255 + (0.8 * lossUsd + madeGoodUsd) / dollars);
        }

        /** Fees and a quarter of the commission less losses, a year and broker. */
        double profitUsdPerYear(int brokers) {
            double earned = feeUsd() * sessions + commission() * dollars / 4 - lossUsd;
            return earned * DAYS_PER_YEAR / 40 / Math.max(1, brokers);
        }
    }

    /** Over and over from none to all but certain, so that brokers change places. */
    private static double jammingOn(int day) {
        return day % 80 / 80.0;
    }

    /** Place, length and worth of a call, whichever is asked for first. */
    private static void assertChoice(BrokerMarket market, int zone, Choice choice, int day) {
        List<Runnable> questions = Arrays.asList(
                () -> assertThat(market.remote(zone)).isEqualTo(choice.remote),
                () -> assertThat(market.minutes(zone)).isCloseTo(choice.minutes, within(1e-9)),
                () -> assertThat(market.worthShare(zone))
                        .isCloseTo(1 - StrictMath.exp(-choice.minutes / 1.5), within(1e-12)));
        Collections.rotate(questions, day);
        questions.forEach(Runnable::run);
    }

    /** Fee, commission, place and length on every day, with nothing to remember at first. */
    @Test
    void prices_ofEachDay_closedForm() {
        Memory[] memories = {new Memory(), new Memory()}; // reach, near
        double[] feesUsd = new double[1];
        int[] capped = new int[1];
        RunResult run = run(new World(), Map.of(), (wiring, day) -> {
            wiring.lever("jamming.failure_probability").move(jammingOn(day));
            Choice choice = Choice.under(jammingOn(day));
            BrokerMarket market = market(wiring);
            for (int i = 0; i < 2; i++) {
                int zone = i == 0 ? REACH : NEAR;
                Memory memory = memories[i];
                assertThat(market.feeUsd(zone)).isCloseTo(memory.feeUsd(), within(1e-9));
                assertThat(market.commissionShare(zone)).isCloseTo(memory.commission(), within(1e-12));
                assertChoice(market, zone, choice, day);
                capped[0] += memory.commission() == 1 ? 1 : 0;
                int sessions = day < 3 ? 0 : (day + i) % 4;
                double dollars = day < 6 ? 0 : day < 10 ? 20 : 100.0 * (day % 7);
                double feeCents = StrictMath.rint(100 * memory.feeUsd());
                memory.fade();
                for (int call = 0; call < sessions; call++) {
                    session(wiring, day, zone, true);
                    session(wiring, day, zone, false); // on a handset of one's own
                    memory.sessions++;
                    memory.lossUsd += choice.sessionLossUsd;
                    feesUsd[0] += feeCents / 100;
                }
                market.carries(i == 0 ? CAPITAL : NEAR, dollars);
                memory.dollars += dollars;
                market.loses(i == 0 ? CAPITAL : NEAR, 10 * i + day % 3);
                memory.madeGoodUsd += 0.6 * (10 * i + day % 3);
            }
            assertThat(market.feeUsd(CAPITAL)).isEqualTo(market.feeUsd(REACH));
            assertThat(market.commissionShare(CAPITAL)).isEqualTo(market.commissionShare(REACH));
        });

        assertThat(Choice.under(0).remote).isFalse();
        assertThat(Choice.under(0.8).remote).isTrue();
        assertThat(capped[0]).isBetween(2, 100);
        assertThat(memories[0].feeUsd()).isGreaterThan(17);
        assertThat(run.value("fees_usd")).isCloseTo(feesUsd[0], within(1e-6));
    }

    /** Nothing is gained by less risk than none: without a loss brokers stay in town, even where going costs nothing, and talk on. */
    @Test
    void choice_withoutRisk_longestInTown() {
        World fearless = new World() {
            @Override
            public double brokerLossUsd(double stakeMultiple) {
                return 0;
            }
        };
        run(
                fearless,
                Map.of(
                        "brokers.dishonest_share",
                        0.07,
                        "brokers.client_taken_probability",
                        0.4,
                        "places.remote_cost_usd",
                        0.0),
                (wiring, day) -> {
                    BrokerMarket market = market(wiring);
                    assertThat(market.minutes(NEAR)).isEqualTo(20);
                    assertThat(market.remote(NEAR)).isFalse();
                    assertThat(market.worthShare(NEAR)).isCloseTo(1 - StrictMath.exp(-20 / 1.5), within(1e-12));
                    assertThat(market.dishonestShare()).isEqualTo(0.07);
                    assertThat(market.clientTakenProbability()).isEqualTo(0.4);
                });
    }

    /** Takes all brokers of the zone and tells how many there were. */
    private static int takeAll(Wiring wiring, int zone) {
        int count = 0;
        for (; count < 1_000 && market(wiring).available(zone); count++) {
            market(wiring).taken(firstOf(wiring, zone), 1, zone);
        }
        return count;
    }

    /**
     * A vacancy fills within a day with probability {@code 1 − e^(−30 (profit/5000) / 365.25)}: the numbers of
     * each day from its own draw, as brokers are taken one, then two at a time, then all. Nobody is taken in near.
     */
    @Test
    void vacancies_fillAsProfitSays() {
        Draws fills = Draws.of(Bench.drawKey(0), "brokers.fills", SubjectKind.ZONE);
        Memory memory = new Memory();
        int[] active = {-1};
        int[] filledWith = new int[2]; // days on which brokers came while there was none, some
        int[] wantedNear = new int[1];
        RunResult run = run(new World(), Map.of(), (wiring, day) -> {
            int wanted = brokersWanted(wiring, 0, 1, REACH);
            wantedNear[0] = brokersWanted(wiring, NEAR);
            if (day > 0) {
                double perYear = 30 * Math.max(0, memory.profitUsdPerYear(active[0])) / 5_000;
                double each = -StrictMath.expm1(-perYear / DAYS_PER_YEAR);
                int came = Inversion.binomial(fills.uniform(REACH, day), wanted - active[0], each);
                filledWith[active[0] == 0 ? 0 : 1] += came > 0 ? 1 : 0;
                active[0] += came;
            } else {
                active[0] = wanted;
            }
            assertThat(market(wiring).available(CAPITAL)).isEqualTo(active[0] > 0);
            if (day % 12 == 11) {
                assertThat(takeAll(wiring, REACH)).isEqualTo(active[0]);
                active[0] = 0;
            } else if (day % 4 == 3 && active[0] > 0) {
                market(wiring).taken(firstOf(wiring, REACH), 1, REACH);
                active[0]--;
            }
            int sessions = day < 250 ? 8 : 0; // after which there is little left to earn
            memory.fade();
            for (int call = 0; call < sessions; call++) {
                session(wiring, day, REACH, true);
            }
            memory.sessions += sessions;
            memory.lossUsd += sessions * Choice.under(0).sessionLossUsd;
            market(wiring).carries(REACH, 500);
            memory.dollars += 500;
        });

        assertThat(filledWith[0]).isGreaterThan(5);
        assertThat(filledWith[1]).isGreaterThan(5);
        assertThat(wantedNear[0]).isPositive();
        assertThat(run.value("brokers")).isEqualTo(wantedNear[0] + active[0]);
    }

    /**
     * A simulated session stands for w sessions of all households, and a broker taken over it for himself alone. Over the other
     * w − 1 there go a Poisson number a day, by the day's own draw, of mean (w − 1) Σ P(taken) (1 − P(settles)).
     */
    @Test
    void others_ofSessionsNotSimulated_goAsTheirRiskSays() {
        Draws fills = Draws.of(Bench.drawKey(0), "brokers.fills", SubjectKind.ZONE);
        double[] active = {-1};
        double[] w = new double[1];
        int[] alone = new int[1];
        int[] others = new int[1];
        Map<String, Double> inputs = Map.of(
                "population.simulated_share", 0.1,
                "brokers.fill_rate_per_year", 0.0,
                "brokers.per_thousand_pairs", 200.0);
        RunResult run = run(new World(), inputs, (wiring, day) -> {
            w[0] = wiring.households().peoplePerSimulated();
            if (day == 0) {
                active[0] = StrictMath.rint(200 * 0.5 * w[0] * householdsIn(wiring, NEAR) / 1_000);
            } else {
                double mean = risk(day - 1) * (w[0] - 1) * (1 - SETTLES);
                int gone = Inversion.poisson(fills.uniform(NEAR, day, 2), mean);
                others[0] += gone;
                active[0] = Math.max(0, active[0] - gone);
            }
            assertThat(market(wiring).available(NEAR)).isEqualTo(active[0] > 0);
            if (day % 10 == 3 && active[0] > 0) {
                market(wiring).taken(firstOf(wiring, NEAR), 1, NEAR); // of the session that is simulated, he alone
                active[0]--;
                alone[0]++;
            }
            market(wiring).risks(NEAR, risk(day) / 4);
            market(wiring).risks(NEAR, risk(day) * 3 / 4);
        });

        assertThat(w[0]).isBetween(8.0, 12.0);
        assertThat(active[0]).isZero();
        assertThat(alone[0]).isGreaterThan(5);
        assertThat(others[0]).isGreaterThan(5);
        assertThat(run.value("brokers_arrested")).isCloseTo(w[0] * alone[0], within(1e-9));
    }

    private static double risk(int day) {
        return day % 5 * 0.02;
    }

    /**
     * The cost of being a broker is spread over sessions and dollars like the risk. From a session a day on to one in ten days,
     * the fee rises with the cost a session, and never falls below its base.
     */
    @Test
    void standingCost_spreadOverSessions_closedForm() {
        Memory memory = new Memory();
        double[] feesUsd = new double[DAYS];
        Map<String, Double> inputs =
                Map.of("brokers.standing_cost_usd_per_year", 365.25, "brokers.fill_rate_per_year", 0.0);
        run(new World(), inputs, (wiring, day) -> {
            int brokers = brokersWanted(wiring, NEAR);
            assertThat(market(wiring).feeUsd(NEAR)).isCloseTo(memory.feeUsd(), within(1e-9));
            assertThat(market(wiring).commissionShare(NEAR)).isCloseTo(memory.commission(), within(1e-12));
            assertThat(memory.feeUsd()).isGreaterThan(15);
            feesUsd[day] = memory.feeUsd();
            memory.fade();
            memory.lossUsd += brokers; // a dollar a day each
            if (day < 100 || day % 10 == 0) {
                session(wiring, day, NEAR, true);
                memory.sessions++;
                memory.lossUsd += Choice.under(0).sessionLossUsd;
                market(wiring).carries(NEAR, 200);
                memory.dollars += 200;
            }
        });

        assertThat(feesUsd[DAYS - 1]).isGreaterThan(feesUsd[99] + 5);
    }

    /** Brokers give up if being one costs more than they earn; while it costs nothing, nobody does. */
    @ParameterizedTest(name = "standing cost {0}")
    @ValueSource(doubles = {0, 10_000})
    void standingCost_notEarned_brokersGiveUp(double costUsd) {
        int[] wanted = new int[1];
        Map<String, Double> inputs = Map.of("brokers.standing_cost_usd_per_year", costUsd);
        RunResult run = run(
                new World(),
                inputs,
                (wiring, day) -> wanted[0] = brokersWanted(wiring, NEAR) + brokersWanted(wiring, 0, 1, REACH));

        if (costUsd == 0) {
            assertThat(run.value("brokers")).isEqualTo(wanted[0]);
        } else {
            assertThat(run.value("brokers")).isLessThan(wanted[0] / 2.0);
        }
    }

    /**
     * Without sessions every broker gives up at the rate of what he remembers to have paid. With memory m a day n brings the cost
     * {@code c/365.25} more to what is left of the days before. Five standard deviations of a binomial number.
     */
    @Test
    void standingCost_noSessions_brokersGiveUpAtTheRateOfTheirLoss() {
        double costUsd = 1_000;
        double memoryDays = 40;
        double ratePerYear = 0.5;
        double referenceUsd = 800;
        double[] all = new double[1];
        Map<String, Double> inputs = Map.of(
                "brokers.per_thousand_pairs", 1_000.0,
                "brokers.contact_share", 1.0,
                "brokers.memory_days", memoryDays,
                "brokers.standing_cost_usd_per_year", costUsd,
                "brokers.fill_rate_per_year", ratePerYear,
                "brokers.reference_profit_usd", referenceUsd);
        RunResult run = run(
                new World(),
                inputs,
                (wiring, day) -> all[0] = wiring.households().size());
        double active = 1; // share of the brokers of the start
        double paidUsd = 0;
        for (int day = 1; day < DAYS; day++) {
            paidUsd = paidUsd * StrictMath.exp(-1 / memoryDays) + active * costUsd / DAYS_PER_YEAR;
            double lossUsdPerYear = DAYS_PER_YEAR / memoryDays * paidUsd / active;
            active *= StrictMath.exp(-ratePerYear * lossUsdPerYear / referenceUsd / DAYS_PER_YEAR);
        }

        assertThat(active).isBetween(0.3, 0.7);
        assertThat(run.value("brokers"))
                .isCloseTo(all[0] * active, within(5 * StrictMath.sqrt(all[0] * active * (1 - active))));
    }

    /** Brokers who settle stay; those who do not are gone, but nobody is lost of whom there is none. */
    @Test
    void taken_settledOrNot_counts() {
        World settling = new World();
        settling.settles = true;
        int[] near = new int[1];
        RunResult run = run(settling, Map.of("brokers.fill_rate_per_year", 0.0), (wiring, day) -> {
            if (day == 0) {
                near[0] = brokersWanted(wiring, NEAR);
                for (int need = 0; need < 2 * near[0] + 4; need++) {
                    assertThat(market(wiring).available(NEAR)).isEqualTo(need < 2 * near[0]);
                    market(wiring).taken(firstOf(wiring, NEAR), need, NEAR);
                }
                assertThat(market(wiring).available(REACH)).isTrue();
            }
        });

        assertThat(run.value("brokers_taken")).isEqualTo(2 * near[0] + 4);
        assertThat(run.value("brokers_arrested")).isEqualTo(near[0]);
    }

    /** Clients who wait when the last broker has gone are called on the midnight on which another comes. */
    @Test
    void vacancyFilled_whoWaits_isCalled() {
        long[] calledAt = {-1};
        run(
                new World(),
                Map.of("brokers.queueing", 1.0, "brokers.patience_hours", 1e6, "brokers.fill_rate_per_year", 1_000.0),
                (wiring, day) -> {
                    if (day > 0) {
                        return;
                    }
                    wiring.signal(Signals.CLIENT_CALLED)
                            .listen((household, call) ->
                                    calledAt[0] = wiring.scheduler().now());
                    takeAll(wiring, NEAR);
                    market(wiring).carries(NEAR, 1e6);
                    wiring.needs().arisen(firstOf(wiring, NEAR));
                    int call = wiring.calls().plan(firstOf(wiring, NEAR), 0, NEAR, false, true, 1);
                    wiring.signal(Signals.CALL_PLANNED).emit(firstOf(wiring, NEAR), call);
                });

        assertThat(calledAt[0]).isEqualTo(Times.DAY);
    }
}
