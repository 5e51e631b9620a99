package dev.borderline.scenario.ensemble;

import dev.borderline.scenario.Scenario;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Unknowns of a model and the members that their ranks stand for. An unknown is a row of evidence with a distribution: inputs that
 * name one row share its rank. Immutable, thread-safe.
 */
public final class PriorSpace {
    private final Scenario scenario;
    private final SortedMap<String, Priors.Entry> varying;
    private final List<String> rows;
    private final List<String> paths;
    private final List<Priors.Entry> drawn; // as ranks say
    private final List<Priors.Entry> limited; // of them, shares of wholes of which one is the rest
    private final List<Priors.Entry> rests;

    private PriorSpace(Scenario scenario, Priors priors) {
        this.scenario = scenario;
        varying = priors.varying();
        paths = List.copyOf(varying.keySet());
        drawn = ofKind(varying, Prior.Kind.DRAWN);
        rests = ofKind(varying, Prior.Kind.REST);
        rows = drawn.stream().map(Priors.Entry::row).distinct().sorted().toList();
        Set<String> shares =
                rests.stream().flatMap(entry -> entry.siblings().stream()).collect(Collectors.toUnmodifiableSet());
        limited = drawn.stream().filter(entry -> shares.contains(entry.path())).toList();
    }

    private static List<Priors.Entry> ofKind(SortedMap<String, Priors.Entry> varying, Prior.Kind kind) {
        return varying.values().stream()
                .filter(entry -> entry.prior().kind() == kind)
                .toList();
    }

    /** The unknowns of a scenario; throws {@link InvalidInput} naming every input without a prior. */
    public static PriorSpace of(Scenario scenario) {
        return new PriorSpace(scenario, Priors.of(scenario));
    }

    /** Rows of evidence, sorted: one rank each. */
    public List<String> rows() {
        return rows;
    }

    /** Paths of the inputs that vary, sorted. */
    public List<String> paths() {
        return paths;
    }

    /** Paths of the inputs that share a row's rank. */
    public List<String> pathsOf(String row) {
        return varying.values().stream()
                .filter(entry -> entry.row().equals(row) && entry.prior().kind() == Prior.Kind.DRAWN)
                .map(Priors.Entry::path)
                .toList();
    }

    /** The value of an input at a rank of its row. */
    public double value(String path, double rank) {
        Priors.Entry entry = varying.get(path);
        if (entry == null) {
            throw new IllegalArgumentException(path + " does not vary");
        }
        return entry.prior().at(rank);
    }

    /**
     * The member with these ranks, by path; empty where it breaks a joint limit of shares.
     *
     * @param ranks one for each row, 0 to 1
     */
    public Optional<SortedMap<String, Double>> member(double[] ranks) {
        SortedMap<String, Double> values = drawn(ranks);
        return broken(values).isEmpty() ? Optional.of(values) : Optional.empty();
    }

    /**
     * True if {@link #member} has a member at these ranks, by row. Asks for those of shares with a joint limit alone.
     */
    public boolean allows(IntToDoubleFunction ranks) {
        return broken(drawn(ranks, limited)).isEmpty();
    }

    /** Values of all inputs, joint limits unchecked. */
    SortedMap<String, Double> drawn(double[] ranks) {
        return drawn(row -> ranks[row], drawn);
    }

    private SortedMap<String, Double> drawn(IntToDoubleFunction ranks, List<Priors.Entry> wanted) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (Priors.Entry entry : wanted) {
            values.put(
                    entry.path(), entry.prior().at(ranks.applyAsDouble(Collections.binarySearch(rows, entry.row()))));
        }
        for (Priors.Entry entry : rests) {
            values.put(entry.path(), Ensemble.rest(entry, values, scenario));
        }
        return values;
    }

    /** Rows whose shares leave a rest outside its evidence. */
    SortedSet<String> broken(SortedMap<String, Double> values) {
        SortedSet<String> broken = new TreeSet<>();
        for (Priors.Entry entry : rests) {
            double rest = values.getOrDefault(entry.path(), Double.NaN);
            if (rest < entry.prior().low() || rest > entry.prior().high()) {
                entry.siblings().stream()
                        .flatMap(path -> Optional.ofNullable(varying.get(path)).stream())
                        .filter(sibling -> sibling.prior().kind() == Prior.Kind.DRAWN)
                        .forEach(sibling -> broken.add(sibling.row()));
            }
        }
        return broken;
    }

    /**
     * The scenarios of members: another scenario as {@link Ensemble#applyTo} makes it of each; empty where its inputs contradict one
     * another.
     *
     * @throws InvalidInput naming every uncertain input of the other scenario that is none here
     */
    public Function<SortedMap<String, Double>, Optional<Scenario>> applied(Scenario other) {
        Priors priors = Priors.of(other);
        Faults faults = new Faults();
        for (String path : priors.varying().keySet()) {
            if (!paths.contains(path)) {
                faults.add(Mark.NONE, path, "varies in " + other.name() + ", and is no input of " + scenario.name());
            }
        }
        faults.throwIfAny();
        return member -> {
            try {
                return Optional.of(ensemble(Ensemble.FITTED, List.of(member)).applyTo(other, priors, 0));
            } catch (InvalidInput contradiction) {
                return Optional.empty();
            }
        };
    }

    /** The ensemble of some members. */
    public Ensemble ensemble(String name, List<SortedMap<String, Double>> members) {
        List<double[]> table = new ArrayList<>();
        members.forEach(member -> table.add(Ensemble.row(paths, member)));
        return Ensemble.of(name, paths, table);
    }
}
