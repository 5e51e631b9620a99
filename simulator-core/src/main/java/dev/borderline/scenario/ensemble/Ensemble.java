package dev.borderline.scenario.ensemble;

import dev.borderline.model.Catalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.syntax.ShippedText;
import dev.borderline.text.Csv;
import dev.borderline.text.Digest;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Equally weighted members, each with a value for every uncertain input: what is thought possible, as a sample. Its spread is
 * ignorance, beside the chance that replications show. Immutable.
 *
 * <pre>{@code
 * Ensemble prior = Ensemble.shipped(StandardCatalog.standard(), "prior");
 * Scenario third = prior.applyTo(Scenarios.named("tightening-2015"), 2);
 * }</pre>
 *
 * <p>Values are those of 2015. A scenario of 2010 takes the value that has the same rank in the prior of 2010.
 */
public final class Ensemble {
    /** Name of the shipped ensemble that is drawn from the priors. */
    public static final String PRIOR = "prior";

    /** Name of the shipped ensemble that is fitted to the targets. */
    public static final String FITTED = "fitted";

    /** The word for no ensemble: one guess. */
    public static final String NONE = "none";

    private static final String FOLDER = "ensembles/";
    private static final String MEMBER = "member";

    private final String name;
    private final List<String> paths;
    private final List<double[]> members;

    private Ensemble(String name, List<String> paths, List<double[]> members) {
        this.name = name;
        this.paths = List.copyOf(paths);
        this.members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble needs a member");
        }
    }

    /**
     * The ensemble of these members.
     *
     * @param paths of the inputs, sorted
     * @param members a value for each input, in their order
     */
    static Ensemble of(String name, List<String> paths, List<double[]> members) {
        return new Ensemble(name, paths, members);
    }

    /**
     * Draws members from priors, a Latin hypercube over their ranks; see {@link PriorSample}.
     *
     * @param scenario whose joint limits each member keeps
     */
    public static Ensemble draw(Scenario scenario, int members, long seed) {
        return new PriorSample(scenario, members, seed).ensemble();
    }

    /** A shipped ensemble; throws {@link InvalidInput} where there is none of that name. */
    public static Ensemble shipped(Catalog catalog, String name) {
        SourceText text = ShippedText.find(FOLDER + name + ".csv")
                .orElseThrow(() -> new InvalidInput(
                        Mark.NONE, "", "there is no shipped ensemble " + Fault.quoted(name) + "; it is not made yet"));
        return read(catalog, name, text);
    }

    /** The ensemble of a file; throws {@link InvalidInput}. */
    public static Ensemble read(Catalog catalog, Path file) {
        return read(catalog, file.toString(), SourceText.ofFile(file, YamlLimits.MACHINE_WRITTEN.maxBytes()));
    }

    /** The ensemble of a table with the column {@code member}, then a column for each input; throws {@link InvalidInput}. */
    public static Ensemble read(Catalog catalog, String name, SourceText table) {
        return new EnsembleReader(catalog, table).read(name);
    }

    /** Origin: a shipped name, or a file. */
    public String name() {
        return name;
    }

    /** Paths of the inputs that it has values of, sorted. */
    public List<String> paths() {
        return paths;
    }

    /** Number of members. */
    public int size() {
        return members.size();
    }

    /** The values of a member, counted from 0, by path. */
    public SortedMap<String, Double> member(int member) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (int i = 0; i < paths.size(); i++) {
            values.put(paths.get(i), members.get(member)[i]);
        }
        return Collections.unmodifiableSortedMap(values);
    }

    /** The value of a member for an input; empty where the ensemble has none. */
    OptionalDouble value(int member, String path) {
        int column = Collections.binarySearch(paths, path);
        return column < 0 ? OptionalDouble.empty() : OptionalDouble.of(members.get(member)[column]);
    }

    /** All values of an input, by member. */
    public double[] column(String path) {
        int column = Collections.binarySearch(paths, path);
        if (column < 0) {
            throw new IllegalArgumentException("the ensemble " + name + " has no values of " + path);
        }
        return members.stream().mapToDouble(values -> values[column]).toArray();
    }

    /** Its first members; throws {@link IllegalArgumentException} where it has fewer. */
    public Ensemble first(int count) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException(
                    count + " members are asked for; the ensemble " + name + " has " + size());
        }
        return new Ensemble(name, paths, members.subList(0, count));
    }

    /**
     * A scenario as a member has it. The scenario's own are the inputs that it keeps and those that are fixed; dated moves act on
     * top.
     *
     * @throws InvalidInput naming every uncertain input without a prior or without values here, and what does not go together
     */
    public Scenario applyTo(Scenario scenario, int member) {
        return applyTo(scenario, Priors.of(scenario), member);
    }

    Scenario applyTo(Scenario scenario, Priors priors, int member) {
        Faults faults = new Faults();
        SortedMap<String, Double> values = new TreeMap<>();
        boolean earlier = scenario.ensemble().isEarlier();
        for (Priors.Entry entry : priors.varying().values()) {
            OptionalDouble value = value(member, entry.path());
            if (value.isEmpty()) {
                faults.add(
                        Mark.whole(name),
                        entry.path(),
                        "is uncertain, and the ensemble has no column for it; keep it in the scenario, or draw the ensemble anew");
            } else if (entry.prior().kind() == Prior.Kind.DRAWN) {
                double of2015 = value.getAsDouble();
                values.put(entry.path(), earlier ? entry.in2010(of2015) : of2015);
            }
        }
        faults.throwIfAny();
        rests(scenario, priors, values);
        try {
            return scenario.drawn(values);
        } catch (InvalidInput refusal) {
            throw refusal.at(Mark.whole(name), MEMBER + " " + member, "with scenario " + scenario.name() + ": ");
        }
    }

    /** The shares that make wholes full, after all others: also of what the scenario keeps. */
    private static void rests(Scenario scenario, Priors priors, SortedMap<String, Double> values) {
        for (Priors.Entry entry : priors.varying().values()) {
            if (entry.prior().kind() == Prior.Kind.REST) {
                values.put(entry.path(), rest(entry, values, scenario));
            }
        }
    }

    /** One less the siblings of a share, as they are drawn or, where the scenario keeps them, as it has them. */
    static double rest(Priors.Entry entry, Map<String, Double> values, Scenario scenario) {
        double others = 0;
        for (String sibling : entry.siblings()) {
            others += values.getOrDefault(sibling, scenario.value(sibling));
        }
        return Double.parseDouble(Numbers.file(1 - others));
    }

    /** SHA-256 of all its values. */
    public String sha256() {
        return Digest.sha256(toCsv());
    }

    /** As a table: the column {@code member}, then a column for each input. */
    public String toCsv() {
        List<String> heading = new ArrayList<>(List.of(MEMBER));
        heading.addAll(paths);
        StringBuilder text = new StringBuilder(Csv.record(heading.toArray(new String[0])));
        for (int member = 0; member < size(); member++) {
            List<String> fields = new ArrayList<>(List.of(Integer.toString(member)));
            for (double value : members.get(member)) {
                fields.add(Numbers.exact(value));
            }
            text.append(Csv.record(fields.toArray(new String[0])));
        }
        return text.toString();
    }

    /** The heading of the column that numbers members. */
    static String memberColumn() {
        return MEMBER;
    }

    @Override
    public String toString() {
        return name + " (" + size() + " members)";
    }

    /** Values by path as one row in the order of {@code paths}. */
    static double[] row(List<String> paths, Map<String, Double> values) {
        return paths.stream()
                .mapToDouble(path -> values.getOrDefault(path, Double.NaN))
                .toArray();
    }
}
