package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Smuggling;
import dev.borderline.model.Signals;
import dev.borderline.simulation.RunResult;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BorderGoodsTest {
    private static RunResult run(double fortification, Map<String, Double> more) {
        Map<String, Double> inputs = new HashMap<>(Map.of("levers.border.fortification", fortification));
        inputs.putAll(more);
        inputs.putAll(Bench.households(5_000));
        Mechanism<Bench.None> asking = Bench.poisson(
                "test.asking",
                2,
                wiring -> {},
                (wiring, household, occurrence) ->
                        wiring.signal(Signals.HANDSET_ASKED).emit(household, occurrence));
        return Bench.run(Bench.scenario(Catalog.of(asking, BorderGoods.MECHANISM), 3, inputs), 0);
    }

    /** {@code g0 (1 + e F)} of a margin of 900, and {@code 130.5 (1 + 1.207 F)/(1 − .25 F)}, at most 500 for the bribe. */
    @ParameterizedTest(name = "F {0}: cut {1}, handset {2}")
    @CsvSource({"0, 0.036667, 130.5", "0.1, 0.11, 150.003", "0.4, 0.33, 215.002", "1, 0.555556, 384.018"})
    void prices_closedForm(double fortification, double cut, double handset) {
        RunResult run = run(fortification, Map.of());

        assertThat(run.value("guard_cut")).isCloseTo(cut, within(1e-5));
        assertThat(run.value("handset_price_usd")).isCloseTo(handset, within(0.01));
    }

    /** Refused .5 F, seized .25 F of the rest; some 30,000 requests, five standard errors. */
    @Test
    void passed_sharesRiseWithFortification() {
        RunResult run = run(0.4, Map.of());
        double n = run.value("parcels");
        double tolerance = 5 * StrictMath.sqrt(0.25 / n);

        assertThat(n).isGreaterThan(25_000);
        assertThat(run.value("parcels_refused") / n).isCloseTo(0.2, within(tolerance));
        assertThat(run.value("parcels_seized") / n).isCloseTo(0.8 * 0.1, within(tolerance));
        assertThat(run(0, Map.of()).value("parcels_refused")).isZero();
    }

    @Test
    void bribe_setByPolicy_replacesTheFormula() {
        RunResult run = run(0.4, Map.of("levers.border.guard_bribe_usd", 90.0));

        assertThat(run.value("guard_cut")).isCloseTo(0.1, within(1e-9));
    }

    /** A handset that passed is there after an exponential time, here of mean 40 days. Five standard errors, 1e-6 each. */
    @Test
    void handsets_thatPass_arriveAfterAnExponentialTime() {
        int n = 10_000;
        int[] days = {10, 40, 100, 300};
        int[] owners = new int[days.length];
        Mechanism<Bench.None> asking = Bench.stub("test.asking", wiring -> {
            int look = wiring.scheduler().kind("test.look", Phase.MODEL, (time, number, unused) -> {
                for (int household = 0; household < n; household++) {
                    owners[number] += wiring.households().ownsHandset(household) ? 1 : 0;
                }
                return 0;
            });
            int ask = wiring.scheduler().kind("test.ask", Phase.MODEL, (time, household, request) -> {
                wiring.signal(Signals.HANDSET_ASKED).emit(household, request);
                return 0;
            });
            wiring.onStart(() -> {
                for (int household = 0; household < n; household++) {
                    wiring.scheduler().post(Times.DAY, ask, household, 0);
                }
                for (int number = 0; number < days.length; number++) {
                    wiring.scheduler().post((1 + days[number]) * Times.DAY, look, number, 0);
                }
            });
        });
        RunResult run = Bench.run(
                Bench.scenario(
                        Catalog.of(asking, BorderGoods.MECHANISM),
                        2,
                        Bench.all(
                                Bench.households(n),
                                Bench.handsets(0),
                                Map.of("levers.border.fortification", 0.4, "border_goods.lag_days_mean", 40.0))),
                0);
        double passed = 0.8 * 0.9;

        for (int number = 0; number < days.length; number++) {
            double share = passed * -StrictMath.expm1(-days[number] / 40.0);
            assertThat(owners[number] / (double) n)
                    .isCloseTo(share, within(5 * StrictMath.sqrt(share * (1 - share) / n)));
        }
        assertThat(run.value("handsets_delivered"))
                .isEqualTo(n - run.value("parcels_refused") - run.value("parcels_seized"));
    }

    /** A parcel of money passes unless it is refused or seized, each of which is counted. */
    @Test
    void money_passesUnlessRefusedOrSeized() {
        int[] passed = new int[1];
        Mechanism<Bench.None> sending = Bench.poisson(
                "test.sending",
                2,
                wiring -> wiring.port(Smuggling.class),
                (wiring, household, need) ->
                        passed[0] += wiring.port(Smuggling.class).get().passesMoney(household, need) ? 1 : 0);
        RunResult run = Bench.run(
                Bench.scenario(
                        Catalog.of(sending, BorderGoods.MECHANISM),
                        2,
                        Bench.all(Bench.households(2_000), Map.of("levers.border.fortification", 0.8))),
                0);

        assertThat(run.value("parcels_refused")).isPositive();
        assertThat(run.value("parcels_seized")).isPositive();
        assertThat(passed[0]).isPositive().isEqualTo((int)
                (run.value("parcels") - run.value("parcels_refused") - run.value("parcels_seized")));
    }

    /** Three checkpoints that set their tolls apart take half as much again, 33 (1 + 20 F) × 6/4 of 900, up to the limit. */
    @Test
    void bribe_ofThreeCheckpoints_halfAsMuchAgain() {
        RunResult run = run(0.1, Map.of("border_goods.checkpoints", 3.0));

        assertThat(run.value("guard_cut")).isCloseTo(0.165, within(1e-5));
    }

    /**
     * Olken and Barron: under linear demand q = 1 − p, n checkpoints that each choose their toll against the others' take
     * p = n/(n + 1) in all. The fixed point is found here by best responses, one after the other.
     */
    @ParameterizedTest(name = "{0} checkpoints")
    @CsvSource({"1", "2", "3", "10"})
    void tolls_independentCheckpoints_addUp(int checkpoints) {
        double[] tolls = new double[checkpoints];
        for (int round = 0; round < 2_000; round++) {
            int own = round % checkpoints;
            double others = java.util.Arrays.stream(tolls).sum() - tolls[own];
            tolls[own] = (1 - others) / 2; // maximises t (1 − others − t)
        }
        double total = java.util.Arrays.stream(tolls).sum();

        assertThat(total).isCloseTo(checkpoints / (checkpoints + 1.0), within(1e-9));
        assertThat(BorderGoods.tollOfCheckpoints(checkpoints)).isCloseTo(total / 0.5, within(1e-9));
    }
}
