package dev.borderline.scenario.syntax;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.RuleSpec;
import dev.borderline.model.Zone;
import dev.borderline.policy.InputSpec;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Keys of scenarios: dotted paths of a catalog's inputs, cut at their dots, and those of zones. */
public final class InputTree {
    public static final String ZONES = "zones";

    private static final Map<String, InputSpec> OF_A_ZONE = ofAZone();

    private final SortedMap<String, InputSpec> specs = new TreeMap<>();
    private final Map<String, InputSpec> byPath = new HashMap<>(); // the same, found sooner
    private final Map<String, SortedSet<String>> children = new TreeMap<>();

    private final List<String> mechanisms;
    private final Map<String, List<InputSpec>> ofMechanism = new TreeMap<>();
    private final List<RuleSpec> rules;

    public InputTree(Catalog catalog) {
        mechanisms = catalog.names();
        rules = RuleSpec.of(catalog);
        for (Mechanism<?> mechanism : catalog.mechanisms()) {
            ofMechanism.put(mechanism.name(), List.copyOf(mechanism.inputs()));
        }
        for (InputSpec spec : catalog.inputs()) {
            InputSpec known = specs.putIfAbsent(spec.path(), spec);
            if (known != null && !known.equals(spec)) {
                throw new IllegalArgumentException("two different inputs are called " + spec.path());
            }
            addToParents(spec.path());
        }
        byPath.putAll(specs);
    }

    private void addToParents(String path) {
        String rest = path;
        while (!rest.isEmpty()) {
            int dot = rest.lastIndexOf('.');
            String parent = dot < 0 ? "" : rest.substring(0, dot);
            children.computeIfAbsent(parent, p -> new TreeSet<>()).add(rest.substring(dot + 1));
            rest = parent;
        }
    }

    /** Names of the mechanisms. */
    public List<String> mechanisms() {
        return mechanisms;
    }

    /** The inputs of a mechanism, in the order of its parameters' components. */
    public List<InputSpec> ofMechanism(String name) {
        return ofMechanism.getOrDefault(name, List.of());
    }

    /** The relations between inputs. */
    public List<RuleSpec> rules() {
        return rules;
    }

    /** The inputs outside zones, by path. */
    public SortedMap<String, InputSpec> specs() {
        return Collections.unmodifiableSortedMap(specs);
    }

    /** Keys below a path; empty when it is not a group. */
    public Collection<String> keysBelow(String path) {
        return Collections.unmodifiableCollection(children.getOrDefault(path, Collections.emptySortedSet()));
    }

    public boolean isGroup(String path) {
        return children.containsKey(path);
    }

    /** The input at a path, zones included. */
    public Optional<InputSpec> find(String path) {
        InputSpec spec = byPath.get(path);
        return spec != null ? Optional.of(spec) : findOfZone(path);
    }

    private static Optional<InputSpec> findOfZone(String path) {
        String[] parts = path.split("\\.", -1);
        boolean ofZone = parts.length == 3 && parts[0].equals(ZONES);
        return ofZone ? Optional.ofNullable(OF_A_ZONE.get(parts[2])) : Optional.empty();
    }

    /** The lever of that name. */
    public Optional<InputSpec> findLever(String lever) {
        return Optional.ofNullable(specs.get(InputSpec.LEVERS + lever));
    }

    /** Names of all levers. */
    public List<String> leverNames() {
        int prefix = InputSpec.LEVERS.length();
        return specs.values().stream()
                .filter(InputSpec::isLever)
                .map(spec -> spec.path().substring(prefix))
                .toList();
    }

    /** The first path, of an input or a group, that ends in {@code key}. */
    public Optional<String> pathEndingIn(String key) {
        return Stream.concat(children.keySet().stream(), specs.keySet().stream())
                .filter(path -> path.endsWith("." + key))
                .findFirst();
    }

    /** Inputs of one zone by component name, in the order of the record. */
    public static Map<String, InputSpec> zoneInputs() {
        return OF_A_ZONE;
    }

    /** Path of a zone's input. */
    public static String zonePath(String zone, String component) {
        return ZONES + "." + zone + "." + component;
    }

    private static Map<String, InputSpec> ofAZone() {
        Map<String, InputSpec> byName = new TreeMap<>();
        for (InputSpec spec : InputSpec.of("zone", Zone.class)) {
            byName.put(spec.path().substring(spec.path().indexOf('.') + 1), spec);
        }
        return Collections.unmodifiableMap(byName);
    }

    /** Names of the zones that paths of inputs speak of, sorted. */
    public static List<String> zoneNames(Collection<String> paths) {
        SortedSet<String> names = new TreeSet<>();
        for (String path : paths) {
            if (path.startsWith(ZONES + ".")) {
                names.add(path.split("\\.", -1)[1]);
            }
        }
        return List.copyOf(names);
    }
}
