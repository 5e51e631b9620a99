package dev.borderline.model;

import dev.borderline.policy.Input;
import dev.borderline.policy.InputSpec;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A mechanism as the catalog lists it: a name, a record of parameters, and how it is put into a run. The mechanism itself
 * is one class whose constructor takes its parameters and the {@link Wiring} of the run.
 *
 * @param name snake_case; prefix of its parameters' paths
 * @param parameters record whose components all carry {@link Input}
 * @param installer makes the mechanism inside one run; the result is not used
 * @param <P> type of the parameters
 */
public record Mechanism<P extends Record>(String name, Class<P> parameters, BiFunction<P, Wiring, ?> installer) {

    /** Makes the mechanism inside a run; it lives on in what it has connected itself to. */
    public void install(P values, Wiring wiring) {
        Object unused = installer.apply(values, wiring);
    }

    /** The numbers this mechanism asks a scenario for. */
    public List<InputSpec> inputs() {
        return InputSpec.of(name, parameters);
    }
}
