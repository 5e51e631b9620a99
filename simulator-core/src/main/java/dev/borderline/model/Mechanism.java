package dev.borderline.model;

import dev.borderline.policy.Input;
import dev.borderline.policy.InputSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Mechanism as the catalog lists it: name, parameter record, installer, owner and version of the code. The mechanism itself is
 * one class whose constructor takes its parameters and the {@link Wiring} of the run.
 *
 * @param name snake_case; prefix of its parameters' paths
 * @param parameters record whose components all carry {@link Input}
 * @param installer makes the mechanism inside one run; what it gives is only looked at, for state that is not declared
 * @param owner who answers for the code, for example {@code org.example}; no white space
 * @param version of the code: to be changed whenever results may change, so that runs of both are not taken for one another's; no white
 *     space
 * @param <P> type of the parameters
 */
public record Mechanism<P extends Record>(
        String name, Class<P> parameters, BiFunction<P, Wiring, ?> installer, String owner, String version) {
    /** Owner of the mechanisms that are shipped: their package. */
    private static final String SHIPPED = "dev.borderline.mechanism";

    private static final String FIRST_VERSION = "1";

    public Mechanism {
        checkWord("owner", owner, name);
        checkWord("version", version, name);
    }

    /** Version 1 of a mechanism whose owner is the package of its code. */
    public Mechanism(String name, Class<P> parameters, BiFunction<P, Wiring, ?> installer) {
        this(name, parameters, installer, installer.getClass().getPackageName(), FIRST_VERSION);
    }

    private static void checkWord(String what, String word, String name) {
        if (word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    what + " of mechanism " + name + " is \"" + word + "\"; it is one word, without white space");
        }
    }

    /** This mechanism in another version of its owner's. */
    public Mechanism<P> version(String newVersion) {
        return new Mechanism<>(name, parameters, installer, owner, newVersion);
    }

    /** Makes the mechanism inside a run, where it lives on in what it has connected itself to. Gives what the installer made. */
    public @Nullable Object install(P values, Wiring wiring) {
        AtomicReference<@Nullable Object> made = new AtomicReference<>();
        wiring.install(label(), () -> made.set(installer.apply(values, wiring)));
        return made.get();
    }

    /** Name, owner and version, for messages and digests; the name alone where it is shipped, in its first version. */
    public String label() {
        return isAsShipped() ? name : name + " (" + owner + " " + version + ")";
    }

    /** True for the first version of a mechanism that is shipped with the model. */
    public boolean isAsShipped() {
        return owner.equals(SHIPPED) && version.equals(FIRST_VERSION);
    }

    /** The numbers this mechanism asks a scenario for. */
    public List<InputSpec> inputs() {
        return InputSpec.of(name, parameters);
    }
}
