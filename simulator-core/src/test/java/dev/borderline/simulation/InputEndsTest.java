package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Measure;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Scenario;
import dev.borderline.yaml.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an input's range allows can be run: at both of its ends, all else as it is. */
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
                if (end < NO_END) {
                    run++;
                    broken.addAll(broken(small, path, end));
                }
            }
        }
        assertThat(run).isGreaterThan(200);
        assertThat(broken).isEmpty();
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
