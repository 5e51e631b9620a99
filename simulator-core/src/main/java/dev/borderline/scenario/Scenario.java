package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Places;
import dev.borderline.model.Population;
import dev.borderline.model.Zone;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.Digest;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A world to simulate: every input of a catalog with a value, and dated policies. Immutable and valid: what exists has been
 * checked. Made by {@link ScenarioReader}; varied with {@code with}.
 */
public final class Scenario {
    private static final int DIGITS_SHOWN = 12;

    private final ScenarioParts parts;
    private final Origins origins;
    private final Map<List<Object>, Record> parameters =
            new ConcurrentHashMap<>(); // by group and type; made on first use
    private @Nullable String knownDigest; // made on first use; a race makes the same text twice

    /** Parts that {@link ScenarioCheck} has passed. */
    Scenario(ScenarioParts parts, Origins origins) {
        this.parts = parts;
        this.origins = origins;
    }

    /** Name by which it is run. */
    public String name() {
        return parts.header().name();
    }

    /** A few words. */
    public String title() {
        return parts.header().title();
    }

    /** Description, in one sentence; may be empty. */
    public String story() {
        return parts.header().story();
    }

    /** Source of its numbers; may be empty. */
    public String source() {
        return parts.header().source();
    }

    /** Limits of its results, in a sentence or two; may be empty. */
    public String limits() {
        return parts.header().limits();
    }

    /** A (counted), B (reported) or C (assumed). */
    public String grade() {
        return parts.header().grade();
    }

    /** Names of mechanisms that are switched off. */
    public List<String> without() {
        return parts.header().without();
    }

    /**
     * Signature: claims about its runs beside those of other scenarios; may be empty. Holds for the scenario as its file says,
     * unvaried.
     */
    public List<Claim> signature() {
        return parts.header().signature();
    }

    /**
     * Ensemble that it is run over, and the inputs it has of its own there. These are those it keeps, and those that a program
     * has set.
     */
    public EnsembleUse ensemble() {
        return parts.header().ensemble();
    }

    /** Throws {@link InvalidInput} for every line of the signature whose measure is none of {@code measures}. */
    public void checkSignature(Set<String> measures) {
        Faults faults = new Faults();
        for (Claim claim : signature()) {
            if (!measures.contains(claim.measure())) {
                String near = Faults.didYouMean(claim.measure(), measures);
                String message = "there is no measure " + Fault.quoted(claim.measure()) + near;
                faults.add(claim.mark(), ClaimReader.KEY, message);
            }
        }
        faults.throwIfAny();
    }

    /** The simulated days. */
    public SimulatedPeriod period() {
        return parts.header().period();
    }

    /** First simulated day. */
    public LocalDate start() {
        return period().start();
    }

    /** First day that is not simulated. */
    public LocalDate end() {
        return period().end();
    }

    /** Length of a run in milliseconds. */
    public long horizonMs() {
        return period().horizonMs();
    }

    /** The mechanisms it is made of. */
    public Catalog catalog() {
        return parts.catalog();
    }

    /** All inputs by path, sorted; switches are 0 or 1; levers have their value at the start. */
    public SortedMap<String, Double> values() {
        return parts.values();
    }

    /** The value at a path; throws {@link InvalidInput} when there is no such input. */
    public double value(String path) {
        Double value = parts.values().get(path);
        if (value == null) {
            throw unknown(path);
        }
        return value;
    }

    /** Unit, range, source and meaning of the input at a path; throws {@link InvalidInput} when there is no such input. */
    public InputSpec spec(String path) {
        if (!parts.values().containsKey(path)) {
            throw unknown(path);
        }
        return parts.tree().find(path).orElseThrow();
    }

    /** Names of the zones, sorted. */
    public List<String> zoneNames() {
        return InputTree.zoneNames(parts.values().keySet());
    }

    /** A zone; throws {@link InvalidInput} when there is none of that name. */
    public Zone zone(String name) {
        value(InputTree.zonePath(name, "household_share"));
        return parameters(InputTree.ZONES + "." + name, Zone.class);
    }

    /** Population of the scenario. */
    public Population population() {
        return parameters("population", Population.class);
    }

    /** Differences of remote places. */
    public Places places() {
        return parameters("places", Places.class);
    }

    /** A parameter record; {@code group} is the mechanism's name. Levers are nobody's, at their value at the start. */
    public <P extends Record> P parameters(String group, Class<P> type) {
        if (InputSpec.of(group, type).stream().anyMatch(InputSpec::isLever)) {
            return RecordBinder.bind(group, type, parts.values()); // a lever can be moved, so it is not shared
        }
        List<Object> key = List.of(group, type);
        return type.cast(parameters.computeIfAbsent(key, absent -> RecordBinder.bind(group, type, parts.values())));
    }

    /**
     * A parameter record for one run.
     *
     * @param levers of the run, by name
     */
    public <P extends Record> P parameters(String group, Class<P> type, Map<String, Lever> levers) {
        return RecordBinder.bind(
                group, type, parts.values(), spec -> levers.get(spec.input().lever()));
    }

    /** Its policies, in the order in which their moves apply. */
    public List<Policy> policies() {
        return parts.policies();
    }

    /** The moves of all policies, in order. */
    public List<Move> moves() {
        return parts.moves();
    }

    /** This scenario with one input changed; throws {@link InvalidInput}. */
    public Scenario with(String path, double value) {
        return with(Map.of(path, value));
    }

    /**
     * This scenario with some inputs changed together, so that sums and orders need hold only afterwards. They are its own from
     * now on: no member of an ensemble changes them.
     */
    public Scenario with(Map<String, Double> changes) {
        return changed(changes, parts.header().with(ensemble().keeping(changes.keySet())));
    }

    /** This scenario with values that a member of an ensemble has; they are not its own. */
    public Scenario drawn(Map<String, Double> values) {
        return changed(values, parts.header());
    }

    private Scenario changed(Map<String, Double> changes, ScenarioHeader header) {
        SortedMap<String, Double> values = new TreeMap<>(parts.values());
        changes.forEach((path, value) -> {
            spec(path);
            values.put(path, value);
        });
        return checked(parts.with(header).with(values), origins.without(changes.keySet()));
    }

    /**
     * This scenario with some inputs changed together to what texts say, by the rules that hold for values in files. Throws {@link
     * InvalidInput} with all faults.
     *
     * @param source where the texts come from, as faults name it
     * @param texts numbers and switches by path
     */
    public Scenario withTexts(String source, Map<String, String> texts) {
        Faults faults = new Faults();
        Scalars scalars = new Scalars(faults);
        Map<String, Double> changes = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            if (!parts.values().containsKey(path)) {
                faults.addAll(unknown(path));
                return;
            }
            YamlNode node = new YamlNode.Scalar(Mark.whole(source), text.strip(), false);
            scalars.input(node, path, spec(path)).ifPresent(value -> changes.put(path, value));
        });
        faults.throwIfAny();
        return with(changes);
    }

    /** This scenario with another use of ensembles. */
    public Scenario with(EnsembleUse use) {
        return new Scenario(parts.with(parts.header().with(use)), origins);
    }

    /** This scenario with a policy more, whose moves come after the others of the same day. */
    public Scenario with(Policy policy) {
        List<Policy> policies = new ArrayList<>(parts.policies());
        policies.add(policy);
        return checked(parts.with(policies), origins);
    }

    /**
     * This scenario, in which one input is what it is in another. Its value and, if it is a lever, all its moves. Throws {@link
     * InvalidInput} where that does not go together with the rest.
     */
    public Scenario withInputOf(Scenario other, String path) {
        SortedMap<String, Double> values = new TreeMap<>(parts.values());
        spec(path);
        values.put(path, other.value(path));
        List<Policy> policies = new ArrayList<>(
                parts.policies(moves -> moves.filter(move -> !move.path().equals(path))));
        List<Move> moves =
                other.moves().stream().filter(move -> move.path().equals(path)).toList();
        policies.add(new Policy(other.name(), moves));
        return checked(parts.with(values).with(policies), Origins.NONE);
    }

    /** This scenario with every move of its policies changed or left as it is; throws {@link InvalidInput}. */
    public Scenario withMoves(UnaryOperator<Move> change) {
        return checked(parts.with(parts.policies(moves -> moves.map(change))), Origins.NONE);
    }

    /** This scenario over other days; throws {@link InvalidInput} when a policy would lie outside. */
    public Scenario with(SimulatedPeriod period) {
        return checked(parts.with(parts.header().with(period)), origins);
    }

    /** This scenario ended on an earlier day, without the moves from that day on; what happens before is the same. */
    public Scenario endedBefore(LocalDate end) {
        ScenarioHeader header = parts.header().with(new SimulatedPeriod(period().start(), end));
        List<Policy> policies =
                parts.policies(moves -> moves.filter(move -> move.at().isBefore(end)));
        return checked(parts.with(header).with(policies), origins);
    }

    /**
     * This scenario with other mechanisms: the inputs that both ask for keep their values, the others are dropped.
     *
     * @throws InvalidInput when {@code catalog} asks for an input that this scenario does not have
     */
    public Scenario with(Catalog catalog) {
        InputTree tree = new InputTree(catalog);
        SortedMap<String, Double> values = new TreeMap<>(parts.values());
        values.keySet().removeIf(path -> tree.find(path).isEmpty());
        for (InputSpec spec : catalog.inputs()) {
            value(spec.path());
        }
        return checked(new ScenarioParts(parts.header(), catalog, tree, values, parts.policies()), origins);
    }

    /**
     * This scenario with a mechanism more, installed after the others.
     *
     * @param values of the inputs the mechanism asks for, by path
     * @throws InvalidInput naming each of them that is missing or out of range, and each value that is of no input
     */
    public Scenario with(Mechanism<?> mechanism, Map<String, Double> values) {
        Catalog catalog = parts.catalog().with(mechanism);
        InputTree tree = new InputTree(catalog);
        Faults faults = new Faults();
        for (String path : new TreeSet<>(values.keySet())) {
            if (tree.find(path).isEmpty()) {
                faults.unknown(Mark.NONE, "", path, tree.specs().keySet());
            }
        }
        SortedMap<String, Double> all = new TreeMap<>(parts.values());
        all.putAll(values);
        for (InputSpec spec : mechanism.inputs()) {
            if (!all.containsKey(spec.path())) {
                faults.add(Mark.NONE, spec.path(), "is missing; mechanism " + mechanism.name() + " asks for it");
            }
        }
        faults.throwIfAny();
        return checked(
                new ScenarioParts(parts.header(), catalog, tree, all, parts.policies()),
                origins.without(values.keySet()));
    }

    /** This scenario without some more of its mechanisms and their inputs; throws {@link InvalidInput}. */
    public Scenario without(Collection<String> names) {
        Catalog kept = SwitchedOff.kept(parts.catalog(), names);
        InputTree tree = new InputTree(kept);
        SortedMap<String, Double> values = new TreeMap<>(parts.values());
        values.keySet().removeIf(path -> tree.find(path).isEmpty());
        return checked(new ScenarioParts(parts.header().without(names), kept, tree, values, parts.policies()), origins);
    }

    private static Scenario checked(ScenarioParts parts, Origins origins) {
        Faults faults = new Faults();
        new ScenarioCheck(parts, faults, paths -> Mark.NONE).check(List.of());
        faults.throwIfAny();
        return new Scenario(parts, origins);
    }

    /** Place in a file of the value at a path; empty if a program has set it. */
    public Optional<Mark> origin(String path) {
        return origins.of(path);
    }

    /** Place in a file of a move; empty if a program has added it. */
    public Optional<Mark> origin(Move move) {
        return origins.of(move);
    }

    /** The scenario as a file that can be read again, complete, one input a line. */
    public String toYaml() {
        return ScenarioText.yaml(this);
    }

    /** SHA-256 of everything that moves a result: period, values and moves, not names and stories. */
    public String sha256() {
        String digest = knownDigest;
        if (digest == null) {
            digest = Digest.sha256(ScenarioText.canonical(this));
            knownDigest = digest;
        }
        return digest;
    }

    /** True for a scenario of the same name that gives the same runs: see {@link #sha256}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scenario scenario
                && name().equals(scenario.name())
                && sha256().equals(scenario.sha256());
    }

    @Override
    public int hashCode() {
        return sha256().hashCode();
    }

    /** Name, days, and the beginning of the digest. */
    @Override
    public String toString() {
        return name() + ", " + start() + " to before " + end() + ", " + sha256().substring(0, DIGITS_SHOWN);
    }

    private InvalidInput unknown(String path) {
        String near = Faults.didYouMean(path, parts.values().keySet());
        String off = new SwitchedOff(without()).hint(path);
        return new InvalidInput(Mark.NONE, path, "there is no such input" + near + off);
    }
}
