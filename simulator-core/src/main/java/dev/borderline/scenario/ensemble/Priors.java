package dev.borderline.scenario.ensemble;

import dev.borderline.model.Rule;
import dev.borderline.model.RuleSpec;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.text.Digest;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prior beliefs about all inputs of a scenario, from the evidence tables. Immutable.
 *
 * <p>Inputs that name one row of evidence are one unknown and share its rank. Where such a row serves a lever and a parameter, the
 * parameter is what the lever is measured against, so only the lever has a value of 2010.
 */
public final class Priors {
    private static final String CANONICAL_FORM = "borderline priors 1";

    private final SortedMap<String, Entry> entries;

    /**
     * Belief about an input: its priors.
     *
     * @param path of the input
     * @param row of the evidence; inputs of one row share their rank
     * @param prior of 2015
     * @param prior2010 of 2010; that of 2015 where nothing else is known
     * @param siblings the other shares of the same whole; for the prior {@code rest} alone
     */
    public record Entry(String path, String row, Prior prior, Prior prior2010, List<String> siblings) {
        public Entry {
            siblings = List.copyOf(siblings);
        }

        /** The value of 2010 that has the rank of a value of 2015. */
        double in2010(double value) {
            return prior2010.text().equals(prior.text()) ? value : prior2010.at(prior.rank(value));
        }
    }

    private Priors(SortedMap<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * The priors of a scenario's inputs, but for those that it keeps.
     *
     * @throws dev.borderline.yaml.InvalidInput naming every input without a prior, and every prior that is none
     */
    public static Priors of(Scenario scenario) {
        return of(scenario, Evidence.shipped());
    }

    /** As {@link #of(Scenario)}, by other evidence. */
    static Priors of(Scenario scenario, Evidence evidence) {
        Faults faults = new Faults();
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (String path : scenario.values().keySet()) {
            if (!scenario.ensemble().keep().contains(path)) {
                entry(path, scenario, evidence, faults).ifPresent(entry -> entries.put(path, entry));
            }
        }
        faults.throwIfAny();
        return new Priors(entries);
    }

    private static Optional<Entry> entry(String path, Scenario scenario, Evidence evidence, Faults faults) {
        InputSpec spec = scenario.spec(path);
        Optional<Evidence.Row> row = evidence.of(path, scenario);
        if (row.isEmpty() || row.get().prior().isEmpty()) {
            String rowName = row.map(found -> "row " + found.id()).orElse("no row") + " of the evidence";
            faults.add(
                    Mark.NONE,
                    path,
                    "has no prior (" + rowName + " gives one), so it cannot vary over members; list it under"
                            + " 'ensemble: {keep: [...]}' to hold it, or ask for no ensemble");
            return Optional.empty();
        }
        PriorReader reader = new PriorReader(faults);
        Optional<Prior> prior = reader.read(row.get(), spec);
        Optional<Prior> prior2010 = isReference(path, scenario)
                ? prior
                : reader.read2010(row.get(), spec).or(() -> prior);
        return prior.map(of2015 -> new Entry(
                path,
                row.get().id(),
                of2015,
                prior2010.orElse(of2015),
                of2015.kind() == Prior.Kind.REST ? siblings(path, scenario, faults) : List.of()));
    }

    /** A parameter whose row is that of a lever. */
    private static boolean isReference(String path, Scenario scenario) {
        InputSpec spec = scenario.spec(path);
        return !spec.isLever()
                && scenario.catalog().inputs().stream()
                        .anyMatch(other -> other.isLever()
                                && other.input().source().equals(spec.input().source()));
    }

    private static List<String> siblings(String path, Scenario scenario, Faults faults) {
        List<String> found = new ArrayList<>();
        if (path.startsWith(InputTree.ZONES + ".")) {
            String component = path.substring(path.lastIndexOf('.') + 1);
            scenario.zoneNames().forEach(zone -> found.add(InputTree.zonePath(zone, component)));
        }
        RuleSpec.of(scenario.catalog()).stream()
                .filter(rule -> rule.kind() == Rule.Kind.SHARES && rule.paths().contains(path))
                .forEach(rule -> found.addAll(rule.paths()));
        found.remove(path);
        if (found.isEmpty()) {
            faults.add(Mark.NONE, path, "has the prior 'rest', and is no share of a whole with others");
        }
        return found;
    }

    /** The inputs with a prior, by path. */
    public SortedMap<String, Entry> entries() {
        return entries;
    }

    /** The inputs that vary: all but the fixed, by path. */
    public SortedMap<String, Entry> varying() {
        SortedMap<String, Entry> varying = new TreeMap<>(entries);
        varying.values().removeIf(entry -> entry.prior().kind() == Prior.Kind.FIXED);
        return varying;
    }

    /** SHA-256 of every input with its priors: of what an ensemble drawn from them depends on. */
    public String sha256() {
        StringBuilder text = new StringBuilder(CANONICAL_FORM).append('\n');
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            Entry entry = each.getValue();
            text.append(each.getKey()).append(' ').append(entry.row());
            for (Prior prior : List.of(entry.prior(), entry.prior2010())) {
                text.append(" | ").append(prior.kind() == Prior.Kind.FIXED ? "fixed" : described(prior));
            }
            text.append('\n');
        }
        return Digest.sha256(text.toString());
    }

    private static String described(Prior prior) {
        return prior.text() + " from " + Numbers.exact(prior.low()) + " to " + Numbers.exact(prior.high());
    }
}
