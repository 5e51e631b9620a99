package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Ports.Sentencing;
import dev.borderline.model.Ports.Settling;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levers that move many numbers at once, against what they stand for. */
class StructureLeversTest {
    /** Twice the factor is twice the mean income and twice the mean amount, of which wealth is a multiple: the very same run. */
    @Test
    void incomeFactor_isIncomeWealthAndAmounts() {
        Scenario small = Scenarios.named("tightening-2015").with(Bench.households(1_500));
        RunResult byFactor = Bench.run(small.with("levers.population.income_factor", 2), 0);
        RunResult byInputs = Bench.run(
                small.with(Map.of(
                        "population.income_mean_usd", 2 * small.value("population.income_mean_usd"),
                        "transfers.amount_mean_usd", 2 * small.value("transfers.amount_mean_usd"))),
                0);

        assertThat(byFactor.fingerprint()).isEqualTo(byInputs.fingerprint());
        for (String measure : List.of("bribes_paid_usd", "bribe_over_income", "sent_usd", "fees_usd", "formal_cases")) {
            assertThat(byFactor.value(measure)).as(measure).isEqualTo(byInputs.value(measure));
        }
        assertThat(byFactor.fingerprint())
                .isNotEqualTo(Bench.run(small, 0).fingerprint());
    }

    /**
     * The odds of reform and of a camp against training are those of the shares times the lever, whatever the circumstances, and a
     * warning keeps its own beside training: weights .6, .2, .1 and .1.
     */
    @ParameterizedTest(name = "odds {0}, {1} circumstances")
    @CsvSource({"1, 0", "2, 0", "0.5, 2", "3, 1", "0, 0"})
    void severityOdds_multiplyReformAndCamp(double odds, int aggravation) {
        List<Double> shares = new ArrayList<>();
        Catalog catalog = Catalog.of(
                Bench.lineThatIsNeverUsed(),
                Bench.stub("test.look", wiring -> {
                    wiring.provide(Settling.class, (slot, stage, remainingYears) -> false);
                    wiring.onStart(() -> {
                        Sentencing mix = wiring.port(Sentencing.class).get();
                        for (int kind = 0; kind < Sentencing.KINDS; kind++) {
                            shares.add(mix.share(kind, aggravation));
                        }
                    });
                }),
                Sanctions.MECHANISM);
        Map<String, Double> inputs = Map.of(
                "levers.sanctions.training_share", 0.6,
                "levers.sanctions.reform_share", 0.2,
                "levers.sanctions.camp_share", 0.1,
                "levers.sanctions.severity_odds", odds);
        Bench.run(Bench.scenario(catalog, 1, Bench.all(Bench.households(1), inputs)), 0);
        double harsher = odds * StrictMath.exp(0.3 * aggravation);
        double sum = 0.6 + 0.3 * harsher + 0.1;

        assertThat(shares.get(0)).isCloseTo(0.6 / sum, within(1e-12));
        assertThat(shares.get(1)).isCloseTo(0.2 * harsher / sum, within(1e-12));
        assertThat(shares.get(2)).isCloseTo(0.1 * harsher / sum, within(1e-12));
    }
}
