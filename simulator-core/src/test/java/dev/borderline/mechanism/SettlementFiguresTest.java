package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.model.Cases.Outcome;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Numbers told and kept of the terms of each case: those a diary shows, quartiles of prices, incomes of payers. */
class SettlementFiguresTest {
    private static final Route TEST = new Route("test", 31, false);
    private static final int N = 2_000;

    private final List<Map<String, Double>> told = new ArrayList<>(); // by household, in turn
    private final List<Long> paidCents = new ArrayList<>(); // likewise; 0 where nothing was
    private final List<Long> bribes = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>(); // of the officer
    private final List<Double> wealthUsd = new ArrayList<>();
    private long payerIncomeCents;

    /** Everybody has one case with an officer who can be approached. */
    private Mechanism<Bench.None> everybody() {
        return Bench.stub("test.everybody", wiring -> {
            int offer = wiring.scheduler().kind("test.offer", Phase.MODEL, (time, household, number) -> {
                offer(wiring, household);
                return 0;
            });
            wiring.signal(Signals.BRIBE_PAID)
                    .listen((household, slot) -> bribes.add(wiring.cases().priceCents(slot)));
            wiring.onStart(() -> {
                for (int household = 0; household < N; household++) {
                    wiring.scheduler().post(1 + household, offer, household, 0);
                }
            });
        });
    }

    private void offer(Wiring wiring, int household) {
        told.add(new TreeMap<>());
        int slot = wiring.cases()
                .open(household, TEST, 0, 0, false, wiring.scheduler().now());
        boolean settled = wiring.port(Settling.class).get().settles(slot, Stage.INVESTIGATION, 0);
        paidCents.add(settled ? wiring.cases().priceCents(slot) : 0L);
        wiring.cases().close(slot, settled ? Outcome.DROPPED : Outcome.WARNED);
        shares.add(0.5 * (1 - wiring.households().connections(household) / 2));
        wealthUsd.add(wiring.households().wealthUsd(household));
        payerIncomeCents += settled ? StrictMath.round(100 * wiring.households().incomeUsd(household)) : 0;
    }

    private RunResult run() {
        Map<String, Double> inputs = Map.of("levers.officers.corruptible_share", 1.0, "settlement.approach_base", 1.0);
        Catalog catalog = Catalog.of(everybody(), Settlement.MECHANISM, Sanctions.MECHANISM);
        return Simulation.of(Bench.scenario(catalog, 1, Bench.all(Bench.households(N), inputs)))
                .run(
                        new RunKey(Bench.SEED, 0),
                        hearing -> hearing.onFigure(figure -> {
                            assertThat(figure.household()).isEqualTo(told.size() - 1);
                            assertThat(told.get(figure.household()).put(figure.name(), figure.value()))
                                    .isNull();
                        }));
    }

    /** Worth, wealth and floor are told of each case and the price of each deal, and they are the terms of the Nash bargain. */
    @Test
    void figures_ofEachCase_explainItsPrice() {
        run();
        for (int household = 0; household < N; household++) {
            Map<String, Double> figures = told.get(household);
            double worth = figures.getOrDefault("settlement.worth_usd", Double.NaN);
            double wealth = figures.getOrDefault("settlement.wealth_usd", Double.NaN);
            double floor = figures.getOrDefault("settlement.floor_usd", Double.NaN);

            assertThat(wealth).isEqualTo(wealthUsd.get(household));
            assertThat(floor).isCloseTo(50 + 0.05 * (10_000 + 12 * 5 * 4), within(1e-9));
            if (worth < floor || wealth < floor) {
                assertThat(paidCents.get(household)).isZero();
                assertThat(figures).hasSize(3);
            } else {
                double share = shares.get(household);
                double price = Math.min(wealth, share * worth + (1 - share) * floor);
                assertThat(figures.get("settlement.price_usd")).isCloseTo(price, within(1e-9));
                assertThat(paidCents.get(household) / 100.0).isCloseTo(price, within(0.00501));
            }
        }
        assertThat(paidCents).contains(0L);
    }

    /** Each deal is told once, with its price; its quartiles are prices that were paid; the incomes are those of payers. */
    @Test
    void measures_ofPrices_equalThoseOfTheList() {
        RunResult run = run();
        List<Long> paid = new ArrayList<>(paidCents);
        paid.removeIf(cents -> cents == 0);

        assertThat(paid).hasSizeGreaterThan(200);
        assertThat(bribes).isEqualTo(paid);
        paid.sort(null);
        String[] quartiles = {"lower_quartile", "median", "upper_quartile"};
        for (int quarter = 1; quarter <= 3; quarter++) {
            double expected = paid.get((quarter * paid.size() + 3) / 4 - 1) / 100.0;
            assertThat(run.value("bribe_" + quartiles[quarter - 1] + "_usd")).isEqualTo(expected);
        }
        assertThat(run.value("bribe_payers_income_usd")).isEqualTo(payerIncomeCents / 100.0);
        assertThat(run.value("bribe_over_income"))
                .isCloseTo(100 * run.value("bribes_paid_usd") / payerIncomeCents, within(1e-12));
    }
}
