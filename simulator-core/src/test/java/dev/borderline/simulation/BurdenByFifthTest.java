package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Recorder;
import dev.borderline.mechanism.Bench;
import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Burden of bribery-driven enforcement, in shares of the income of a wealth fifth. In cash the richest: a bribe grows with income,
 * and the poorest fifth has less than the least an officer takes. But who cannot pay is held, and with a year held at what people
 * would pay to avoid it (P60, three incomes) the poorest fifth bears more.
 */
class BurdenByFifthTest {
    private static final int REPLICATIONS = 6;
    private static final int RICHEST = Recorder.FIFTHS - 1;
    private static final double YEARS = 7;
    private static final double LEVEL = 0.999; // two claims, false alarm below 1e-3 together

    /** Burden that a run took from a fifth, in shares of its income over all years. */
    private record Burden(double inCash, double withYearsHeld) {
        Burden minus(Burden other) {
            return new Burden(inCash - other.inCash, withYearsHeld - other.withYearsHeld);
        }
    }

    private static Scenario quarter(String name) {
        Scenario scenario = Scenarios.named(name);
        double quarter = 0.25;
        return scenario.with(Bench.all(
                Bench.households((int) (scenario.population().households() * quarter)),
                Map.of("crossings.attempts_per_year", scenario.value("crossings.attempts_per_year") * quarter)));
    }

    private static Burden[] burdens(Scenario scenario, int replication) {
        var incomes = Bench.stub("test.incomes", wiring -> {
            var income = wiring.neutral("Tests").money("test_income_usd", "Yearly income of all households");
            var households = wiring.neutral("Tests").count("test_households", "households", "All households");
            wiring.onStart(() -> {
                for (int household = 0; household < wiring.households().size(); household++) {
                    income.add(household, Math.round(wiring.households().incomeUsd(household) * 100));
                    households.add(household);
                }
            });
        });
        RunResult run = Runs.run(scenario.with(scenario.catalog().with(incomes)), replication);
        double yearsHeldWorth = scenario.value("settlement.stake_per_income_year");
        Burden[] burdens = new Burden[Recorder.FIFTHS];
        for (int fifth = 0; fifth < Recorder.FIFTHS; fifth++) {
            double cash = run.outcomes().inFifth("bribes_paid_usd", fifth)
                    / (run.outcomes().inFifth("test_income_usd", fifth) * YEARS);
            double held = run.outcomes().inFifth("person_years_held", fifth)
                    / (run.outcomes().inFifth("test_households", fifth) * YEARS);
            burdens[fifth] = new Burden(cash, cash + yearsHeldWorth * held);
        }
        return burdens;
    }

    @Test
    void briberyDrivenEnforcement_burdensThePoorestMoreOnceYearsHeldCount() {
        Scenario baseline = quarter("baseline");
        Scenario driven = quarter("bribery-driven-enforcement");
        Tally inCash = new Tally();
        Tally withYearsHeld = new Tally();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            Burden[] before = burdens(baseline, replication);
            Burden[] after = burdens(driven, replication);
            Burden gap = after[0].minus(before[0]).minus(after[RICHEST].minus(before[RICHEST]));
            inCash.add(gap.inCash);
            withYearsHeld.add(gap.withYearsHeld);
        }

        assertThat(Intervals.studentT(inCash, LEVEL).high()).as("in cash").isNegative();
        assertThat(Intervals.studentT(withYearsHeld, LEVEL).low())
                .as("with years held")
                .isPositive();
    }
}
