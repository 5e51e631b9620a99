package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import java.util.Optional;

/** Faults in the name of an input, in sweeps. */
final class InputNames {
    private InputNames() {}

    /** The message for a path that the scenario does not have, with the nearest that it has. Empty for one it has. */
    static Optional<String> fault(String path, Scenario scenario) {
        if (scenario.values().containsKey(path)) {
            return Optional.empty();
        }
        String asLever = InputSpec.LEVERS + path;
        String near = scenario.values().containsKey(asLever)
                ? "; did you mean '" + asLever + "'?"
                : Faults.didYouMean(path, scenario.values().keySet());
        return Optional.of("unknown input " + Fault.quoted(path) + near);
    }
}
