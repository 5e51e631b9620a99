package dev.borderline.model;

import dev.borderline.policy.InputSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The mechanisms that a scenario is made of, in the order in which they are installed. Immutable; an embedding program adds
 * its own with {@link #with}.
 *
 * @param mechanisms in order of installation; names are unique
 */
public record Catalog(List<Mechanism<?>> mechanisms) {
    public Catalog {
        mechanisms = List.copyOf(mechanisms);
        Set<String> names = new TreeSet<>();
        for (Mechanism<?> mechanism : mechanisms) {
            if (!names.add(mechanism.name())) {
                throw new IllegalArgumentException("two mechanisms are called " + mechanism.name());
            }
        }
    }

    /** A catalog of exactly these mechanisms. */
    public static Catalog of(Mechanism<?>... mechanisms) {
        return new Catalog(Arrays.asList(mechanisms));
    }

    /** This catalog with one more mechanism at the end. */
    public Catalog with(Mechanism<?> mechanism) {
        List<Mechanism<?>> all = new ArrayList<>(mechanisms);
        all.add(mechanism);
        return new Catalog(all);
    }

    /** This catalog without the mechanisms of these names. */
    public Catalog without(Collection<String> names) {
        return new Catalog(mechanisms.stream()
                .filter(mechanism -> !names.contains(mechanism.name()))
                .toList());
    }

    /** Names of the mechanisms, in order of installation. */
    public List<String> names() {
        return mechanisms.stream().<String>map(Mechanism::name).toList();
    }

    /**
     * Every number a scenario sets: those of the population, the places and the mechanisms. Zones come on top, one set of
     * {@link Zone} inputs per zone that the scenario names.
     */
    public List<InputSpec> inputs() {
        List<InputSpec> all = new ArrayList<>(InputSpec.of("population", Population.class));
        all.addAll(InputSpec.of("places", Places.class));
        all.addAll(InputSpec.of("calling", Calling.class));
        for (Mechanism<?> mechanism : mechanisms) {
            all.addAll(mechanism.inputs());
        }
        return List.copyOf(all);
    }
}
