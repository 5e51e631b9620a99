package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Ports.Smuggling;
import dev.borderline.model.Signals;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Transfers of 500 each, asked for at a constant rate, through a market that the test sets. */
class TransfersTest {
    private static final double CONTACTS_PER_YEAR = 4;

    private static RunResult run(double commission, double dishonest, Map<String, Double> more) {
        Map<String, Double> inputs = new HashMap<>(Map.of(
                "transfers.amount_mean_usd", 500.0,
                "transfers.amount_sigma", 0.0,
                "transfers.by_guard_share", 0.0,
                "levers.transfers.tolerance_levy_share", 0.0,
                "levers.transfers.interception_probability", 0.1));
        inputs.putAll(more);
        inputs.putAll(Bench.households(5_000));
        Mechanism<Bench.None> asking = Bench.poisson(
                "test.asking",
                CONTACTS_PER_YEAR,
                wiring -> {
                    wiring.provide(NeedView.class, new AlwaysForMoney());
                    wiring.provide(BrokerMarket.class, new Market(commission, dishonest));
                    wiring.provide(Smuggling.class, (household, need) -> need % 2 == 0);
                },
                (wiring, household, occurrence) ->
                        wiring.signal(Signals.CONTACT_COMPLETED).emit(household, occurrence));
        Scenario scenario = Bench.scenario(Catalog.of(asking, Transfers.MECHANISM), 3, inputs);
        return Bench.run(scenario, 0);
    }

    private static final class AlwaysForMoney implements NeedView {
        @Override
        public double valueUsd(int household, int need) {
            return 250;
        }

        @Override
        public boolean forMoney(int household, int need) {
            return true;
        }
    }

    private record Market(double commission, double dishonest) implements BrokerMarket {
        @Override
        public double commissionShare(int zone) {
            return commission;
        }

        @Override
        public double dishonestShare() {
            return dishonest;
        }
    }

    /** 500 less a commission of .3, lost with .1: 315 arrive in the mean. Some 60,000 transfers, five standard errors. */
    @Test
    void received_commissionAndLoss_closedForm() {
        RunResult run = run(0.3, 0, Map.of());
        double n = run.value("transfers");
        double arrived = (run.value("received_usd") + run.value("intercepted_usd")) / 350;
        double mean = run.value("received_usd") / arrived;

        assertThat(n).isGreaterThan(50_000);
        assertThat(mean).isCloseTo(315, within(5 * 350 * StrictMath.sqrt(0.09 / arrived)));
        assertThat(run.value("commission_share")).isCloseTo(0.3, within(1e-9));
        assertThat(run.value("stolen_usd")).isZero();
    }

    /** The legs of the commission are a quarter, a half and a quarter of it, to the cent in sum. */
    @Test
    void commission_legs_addUp() {
        RunResult run = run(0.3, 0, Map.of());

        assertThat(run.value("commission_payer_usd")).isCloseTo(run.value("commission_usd") / 2, within(1e-6));
        assertThat(run.value("commission_south_usd")
                        + run.value("commission_payer_usd")
                        + run.value("commission_north_usd"))
                .isCloseTo(run.value("commission_usd"), within(1e-6));
    }

    /** Officials come first: of what they leave, dishonest brokers keep their share. */
    @Test
    void lost_interceptionThenTheft_closedForm() {
        RunResult run = run(0, 0.2, Map.of());
        double arrived = run.value("received_usd") + run.value("intercepted_usd") + run.value("stolen_usd");
        double tolerance = 5 * StrictMath.sqrt(0.25 / run.value("transfers"));

        assertThat(run.value("intercepted_usd") / arrived).isCloseTo(0.1, within(tolerance));
        assertThat(run.value("stolen_usd") / arrived).isCloseTo(0.9 * 0.2, within(tolerance));
    }

    @Test
    void levy_everybodyPays_shareOfWhatArrives() {
        RunResult run = run(
                0,
                0,
                Map.of("levers.transfers.tolerance_levy_share", 1.0, "levers.transfers.interception_probability", 0.0));

        assertThat(run.value("levies_usd"))
                .isCloseTo(0.2 * (run.value("levies_usd") + run.value("received_usd")), within(0.01));
    }

    /** Half of the parcels of this test pass; those that do not are counted as intercepted, and no broker is paid. */
    @Test
    void byGuard_allParcels_halfPass() {
        RunResult run = run(
                0.3, 0.5, Map.of("transfers.by_guard_share", 1.0, "levers.transfers.interception_probability", 1.0));
        double share = run.value("intercepted_usd") / run.value("sent_usd");

        assertThat(share).isCloseTo(0.5, within(0.3)); // candidates are numbered from an even one on
        assertThat(run.value("commission_usd")).isZero();
        assertThat(run.value("stolen_usd")).isZero();
    }

    /**
     * A delivery is confirmed when the next contact comes within 90 days: 1 − e^(−90 λ) of them, less at the end of the run,
     * where there is less time than that. A contact that comes before the money does (a day in 91) confirms nothing; days are
     * whole: together below .02.
     */
    @Test
    void confirmed_nextContactInTime_closedForm() {
        RunResult run = run(0, 0, Map.of("levers.transfers.interception_probability", 0.0));
        double perDay = CONTACTS_PER_YEAR / 365.25;
        double days = 3 * 365;
        double inTime = 1 - StrictMath.exp(-90 * perDay);
        double expected = ((days - 90) * inTime + 90 - inTime / perDay) / days;

        assertThat(run.value("delivered_share")).isCloseTo(expected, within(0.02));
    }
}
