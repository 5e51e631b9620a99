package dev.borderline.model;

import dev.borderline.policy.InputSpec;
import dev.borderline.text.Nearest;
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
    /** Groups of inputs besides those of mechanisms. */
    private static final List<String> GROUPS = List.of("calling", "levers", "places", "population", "zones");

    public Catalog {
        mechanisms = List.copyOf(mechanisms);
        Set<String> names = new TreeSet<>(GROUPS);
        for (Mechanism<?> mechanism : mechanisms) {
            if (!names.add(mechanism.name())) {
                throw new IllegalArgumentException(
                        GROUPS.contains(mechanism.name())
                                ? "a mechanism cannot be called " + mechanism.name() + ", as a group of inputs is"
                                : "two mechanisms are called " + mechanism.name());
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

    /**
     * This catalog with another mechanism in the place of the one of that name: it is installed in its turn.
     *
     * @throws IllegalArgumentException naming the nearest, if there is no mechanism of that name
     */
    public Catalog replace(String name, Mechanism<?> mechanism) {
        checkKnown(name);
        return new Catalog(mechanisms.stream()
                .<Mechanism<?>>map(one -> one.name().equals(name) ? mechanism : one)
                .toList());
    }

    /** As {@link #without(Collection)}. */
    public Catalog without(String... names) {
        return without(List.of(names));
    }

    /**
     * This catalog without the mechanisms of these names.
     *
     * @throws IllegalArgumentException naming the nearest, if there is no mechanism of one of them
     */
    public Catalog without(Collection<String> names) {
        names.forEach(this::checkKnown);
        return new Catalog(mechanisms.stream()
                .filter(mechanism -> !names.contains(mechanism.name()))
                .toList());
    }

    private void checkKnown(String name) {
        if (!names().contains(name)) {
            String near = Nearest.nearest(name, names())
                    .map(other -> "; nearest is " + other)
                    .orElse("");
            throw new IllegalArgumentException("the catalog has no mechanism " + name + near);
        }
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
