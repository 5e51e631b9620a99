package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns scenario files into validated {@link Scenario}s: the file, then what it {@code extends}, then checks of the whole.
 * Refuses with all faults at once.
 */
public final class ScenarioReader {
    private static final int ANCESTORS_MAX = 16;
    private static final List<String> DATES = List.of("start", "end");
    private static final int LISTED_MISSING_MAX = 5;

    private final Catalog catalog;
    private final ScenarioResolver resolver;
    private final InputTree tree;
    private final Faults faults = new Faults();

    private ScenarioReader(Catalog catalog, ScenarioResolver resolver) {
        this.catalog = catalog;
        this.resolver = resolver;
        this.tree = new InputTree(catalog);
    }

    /** The scenario that a text describes; throws {@link InvalidInput}. */
    public static Scenario read(Catalog catalog, SourceText source, ScenarioResolver resolver) {
        return new ScenarioReader(catalog, resolver).scenario(source);
    }

    /** The scenario called {@code reference} by a resolver, as named on a command line; throws {@link InvalidInput}. */
    public static Scenario read(Catalog catalog, String reference, ScenarioResolver resolver) {
        SourceText source = resolver.find(reference, "")
                .orElseThrow(() -> new InvalidInput(Mark.NONE, "", noScenario(reference, resolver)));
        return read(catalog, source, resolver);
    }

    static String noScenario(String reference, ScenarioResolver resolver) {
        boolean file = ScenarioFiles.isPath(reference);
        String nearest = Faults.didYouMean(reference, resolver.known());
        String others = nearest.isEmpty() && !file ? "; there are " + String.join(", ", resolver.known()) : nearest;
        return (file ? "there is no file " : "there is no scenario ") + Fault.quoted(reference) + others;
    }

    private Scenario scenario(SourceText source) {
        LayerReader layers = new LayerReader(tree, faults);
        Layer own = layers.read(source);
        Set<String> withoutEffect = own.without.isPresent() ? Set.of() : Set.copyOf(own.values.keySet());
        List<Layer> ancestors = inheritAll(own, source, layers);
        SortedMap<String, Double> values = new TreeMap<>();
        List<String> without = own.without.orElse(List.of());
        List<String> switchedOff =
                without.stream().filter(catalog.names()::contains).toList();
        Catalog kept = catalog.without(switchedOff);
        InputTree keptTree = switchedOff.isEmpty() ? tree : new InputTree(kept);
        own.values.forEach((path, said) -> values.put(path, said.value()));
        values.keySet().removeIf(path -> keptTree.find(path).isEmpty());
        withoutEffect.stream()
                .filter(path -> !values.containsKey(path))
                .forEach(path -> reportSwitchedOff(own, path, new SwitchedOff(without)));
        Optional<SimulatedPeriod> period = period(own);
        own.signature.forEach(claim -> checkScenario(claim, source));
        period.ifPresent(days -> own.signature.forEach(claim -> checkYears(claim, days)));
        faults.throwIfAny();
        reportMissing(own, values, keptTree);
        faults.throwIfAny();
        ScenarioParts parts = new ScenarioParts(
                header(own, source, period.orElseThrow(), policyLevers(own, ancestors)),
                kept,
                keptTree,
                values,
                policies(own, source));
        new ScenarioCheck(parts, faults, own::markOf).check(moveMarks(own));
        faults.throwIfAny();
        return new Scenario(parts, Origins.of(own));
    }

    /** An input that would have no effect, in a file that does not itself switch its mechanism off. */
    private void reportSwitchedOff(Layer own, String path, SwitchedOff off) {
        off.owner(catalog, path).ifPresent(name -> faults.add(own.markOf(List.of(path)), path, off.remedy(name)));
    }

    /**
     * Levers that the file sets to other values than what it extends. Its policy, which no member of an ensemble changes. A file with a
     * list under {@code ensemble} decides itself.
     */
    private List<String> policyLevers(Layer own, List<Layer> ancestors) {
        if (own.saysOwn) {
            return List.of();
        }
        List<String> levers = new ArrayList<>();
        own.values.forEach((path, said) -> {
            boolean isOwn = said.mark().file().equals(own.start.file());
            boolean isLever = path.startsWith(InputSpec.LEVERS);
            Optional<Double> above = ancestors.stream()
                    .filter(layer -> layer.values.containsKey(path))
                    .map(layer -> layer.values.get(path).value())
                    .findFirst();
            if (isOwn && isLever && above.isPresent() && !above.get().equals(said.value())) {
                levers.add(path);
            }
        });
        return levers;
    }

    /** Reads the chain of parents, nearest first, each filling what is still open; gives the parents. */
    private List<Layer> inheritAll(Layer own, SourceText source, LayerReader layers) {
        Map<String, Layer> chain = new LinkedHashMap<>();
        chain.put(source.name(), own);
        Layer child = own;
        String from = source.name();
        while (child.words.containsKey("extends")) {
            Layer.Said<String> said = child.words.get("extends");
            Optional<SourceText> parent = parent(said, from, chain);
            if (parent.isEmpty()) {
                break;
            }
            from = parent.get().name();
            child = layers.read(parent.get());
            chain.put(from, child);
            own.inherit(child);
        }
        return List.copyOf(chain.values()).subList(1, chain.size());
    }

    private Optional<SourceText> parent(Layer.Said<String> said, String from, Map<String, Layer> chain) {
        Optional<SourceText> parent = resolver.find(said.value(), from);
        if (parent.isEmpty()) {
            faults.add(said.mark(), "extends", noScenario(said.value(), resolver));
        } else if (chain.containsKey(parent.get().name())) {
            faults.add(
                    said.mark(), "extends", Fault.quoted(said.value()) + " leads back to a scenario that extends it");
            return Optional.empty();
        } else if (chain.size() > ANCESTORS_MAX) {
            faults.add(said.mark(), "extends", "more than " + ANCESTORS_MAX + " scenarios extend one another");
            return Optional.empty();
        }
        return parent;
    }

    /** Only when nothing else is wrong: a misspelt key is missing too, and telling so twice helps nobody. */
    private void reportMissing(Layer own, SortedMap<String, Double> values, InputTree keptTree) {
        List<String> missing = new ArrayList<>(keptTree.specs().keySet());
        for (String zone : InputTree.zoneNames(values.keySet())) {
            InputTree.zoneInputs().keySet().forEach(key -> missing.add(InputTree.zonePath(zone, key)));
        }
        missing.removeAll(values.keySet());
        DATES.stream().filter(key -> !own.dates.containsKey(key)).forEach(missing::add);
        String hint = own.words.containsKey("extends") ? "" : "; 'extends: baseline' gives all defaults";
        if (missing.size() > LISTED_MISSING_MAX) {
            faults.add(own.start, "", missing.size() + " inputs are missing, the first is " + missing.get(0) + hint);
        } else {
            missing.forEach(path -> faults.add(own.start, path, "is missing" + hint));
        }
    }

    private Optional<SimulatedPeriod> period(Layer own) {
        Layer.Said<LocalDate> start = own.dates.get("start");
        Layer.Said<LocalDate> end = own.dates.get("end");
        if (start == null || end == null) {
            return Optional.empty();
        }
        if (!start.value().isBefore(end.value())) {
            String message = end.value() + " is not after the start, " + start.value();
            faults.add(own.markOf(DATES), "end", message);
            return Optional.empty();
        }
        return Optional.of(new SimulatedPeriod(start.value(), end.value()));
    }

    private static ScenarioHeader header(
            Layer own, SourceText source, SimulatedPeriod period, List<String> policyLevers) {
        String name = own.word("name", nameOf(source));
        return new ScenarioHeader(
                name,
                own.word("title", name),
                own.word("story", ""),
                own.word("source", ""),
                own.word("limits", ""),
                own.word("grade", "C"),
                period,
                own.without.orElse(List.of()),
                own.signature,
                own.ensemble.use().keeping(policyLevers));
    }

    private void checkScenario(Claim claim, SourceText source) {
        String other = claim.scenario();
        if (!other.isEmpty() && resolver.find(other, source.name()).isEmpty()) {
            faults.add(claim.mark(), ClaimReader.KEY, noScenario(other, resolver));
        }
    }

    private void checkYears(Claim claim, SimulatedPeriod period) {
        for (Claim.Part part : List.of(claim.part(), claim.otherPart())) {
            boolean simulated = part.number() >= period.start().getYear()
                    && part.number() <= period.end().minusDays(1).getYear();
            if (part.kind() == Claim.Part.Kind.YEAR && !simulated) {
                String days = " is not simulated; the days are " + period.start() + " to before " + period.end();
                faults.add(claim.mark(), ClaimReader.KEY, part + days);
                return;
            }
        }
    }

    /** The name of a file without folder and ending, made into a name. */
    static String nameOf(SourceText source) {
        String file = source.name().replace('\\', '/');
        String stem = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.ya?ml$", "");
        String name =
                stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^[-_]+|[-_]+$", "");
        return NameSyntax.KEBAB.fits(name) ? name : "unnamed";
    }

    private static List<Policy> policies(Layer own, SourceText source) {
        List<Move> moves =
                own.moves.orElse(List.of()).stream().map(Layer.Said::value).toList();
        return moves.isEmpty() ? List.of() : List.of(new Policy(own.word("name", nameOf(source)), moves));
    }

    private static List<Mark> moveMarks(Layer own) {
        return own.moves.orElse(List.of()).stream().map(Layer.Said::mark).toList();
    }
}
