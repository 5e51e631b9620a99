package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.policy.Lever;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.state.IntCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Mechanisms keep what they keep in the state of the run, so that no fork misses it. */
class DeclaredStateTest {
    @Test
    void mechanismsOfTheStandardCatalog_keepNothingElsewhere() {
        Map<String, List<String>> faults = new TreeMap<>();
        for (ShippedScenarios.Listing shipped : Scenarios.list()) {
            Run run = new Run(Simulation.of(Scenarios.named(shipped.name())), RunKey.of(1));
            run.measures();
            run.installed().forEach((name, made) -> faults.put(name, DeclaredState.faults(made.getClass())));
        }

        assertThat(faults.keySet())
                .containsExactlyInAnyOrderElementsOf(StandardCatalog.standard().names());
        assertThat(faults.values()).allSatisfy(found -> assertThat(found).isEmpty());
    }

    @SuppressWarnings("unused") // looked at, not run
    private static class Helper {
        private final long[] forgotten = {};
    }

    @SuppressWarnings("unused") // looked at, not run
    private static final class Forgetful extends Helper {
        private int counter;
        private final double[] column = {};
        private final List<String> names = new ArrayList<>();
        private final Helper helper = new Helper();
        private final IntCell declared;
        private final Lever[] levers = {};
        private final String name = "";

        private Forgetful(IntCell declared) {
            this.declared = declared;
        }
    }

    @Test
    void fieldsOutsideTheState_areAllNamed() {
        assertThat(DeclaredState.faults(Forgetful.class))
                .containsExactly(
                        "Forgetful.counter, which is not final",
                        "Forgetful.column of type double[]",
                        "Forgetful.names of type List",
                        "Helper.forgotten of type long[]");
    }
}
