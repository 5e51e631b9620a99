package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.measure.Measure;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Simulation.RunLimits;
import dev.borderline.yaml.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ends of an input's range can be run: both of them, all else as it is. */
class InputEndsTest {
    private static final double NO_END = 1e12; // "of at least": there is no upper end to be at
    private static final RunLimits FEW = new RunLimits(20_000, () -> false); // more work than this is no fault

    @Test
    void endsOfEveryRange_runOrAreRefusedInWords() {
        Scenario small = Runs.small(200, 1);
        List<String> broken = new ArrayList<>();
        int run = 0;
        for (String path : small.values().keySet()) {
            InputSpec spec = small.spec(path);
            for (double end : new double[] {spec.input().min(), spec.input().max()}) {
                boolean needsAMachine = path.equals("population.resettled_refugees") && end > 0;
                if (end < NO_END && !needsAMachine) {
                    run++;
                    broken.addAll(broken(small, path, end));
                }
            }
        }
        assertThat(run).isGreaterThan(200);
        assertThat(broken).isEmpty();
    }

    /** A hazard for which the candidates do not suffice is refused when the scenario is read, not by each run. */
    @Test
    void hazard_beyondItsCandidates_isRefusedInWords() {
        Scenario small = Runs.small(200, 1);
        assertThatThrownBy(() -> small.with("levers.surveillance.informants_per_year", 1000))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("more than 511 times informants.candidates_per_year");
        Map<String, Double> both =
                Map.of("levers.surveillance.informants_per_year", 1000.0, "informants.candidates_per_year", 10.0);
        assertThat(small.with(both).value("levers.surveillance.informants_per_year"))
                .isEqualTo(1000);
    }

    /** As many people as one table holds are allowed, more are refused in words before anything is laid out. */
    @Test
    void people_asManyAsFit_areAllowedAndNoMore() {
        Scenario small = Runs.small(200, 1);
        double most = small.spec("population.resettled_refugees").input().max();

        assertThat(small.with("population.resettled_refugees", most)
                        .population()
                        .households())
                .isEqualTo(60_000_000);
        assertThatThrownBy(() -> small.with(
                        Map.of("population.resettled_refugees", most, "population.kin_households_per_refugee", 1.01)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("from 1 to 60000000 are allowed");
    }

    private static List<String> broken(Scenario small, String path, double end) {
        try {
            RunResult result = Simulation.of(small.with(path, end)).run(RunKey.of(42), FEW);
            List<String> undefined = new ArrayList<>();
            for (Measure measure : result.outcomes().measures()) {
                double value = result.value(measure.name());
                if (Double.isInfinite(value)) {
                    undefined.add(path + " = " + end + ": " + measure.name() + " is " + value);
                }
            }
            return undefined;
        } catch (InvalidInput refusedInWords) {
            return List.of();
        } catch (RunFailure failure) {
            return failure.isAtLimit() ? List.of() : List.of(path + " = " + end + ": " + failure.getCause());
        } catch (RuntimeException e) {
            return List.of(path + " = " + end + ": " + e);
        }
    }
}
