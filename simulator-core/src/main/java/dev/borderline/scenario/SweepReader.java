package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.scenario.SweepFile.ArmEntry;
import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns sweep files into validated {@link SweepFile}s. Refuses with all faults at once. */
public final class SweepReader {
    private static final List<String> KEYS = Stream.of(
                    List.of("schema", "name", "title", "question", "scenario", "design", "vary", "arms", "outcomes"),
                    List.of(EnsembleKey.KEY, EnsembleKey.MEMBERS),
                    ChanceReader.KEYS,
                    DesignReader.KEYS)
            .flatMap(List::stream)
            .toList();

    private final SourceText source;
    private final ScenarioResolver resolver;
    private final Faults faults = new Faults();
    private final Scalars scalars = new Scalars(faults);

    private SweepReader(SourceText source, ScenarioResolver resolver) {
        this.source = source;
        this.resolver = resolver;
    }

    /** The sweep that a text describes; throws {@link InvalidInput}. */
    public static SweepFile read(Catalog catalog, SourceText source, ScenarioResolver resolver) {
        return new SweepReader(source, resolver).sweep(catalog);
    }

    /** The sweep of a file, whose scenario is a shipped one or a file; throws {@link InvalidInput}. */
    public static SweepFile read(Catalog catalog, Path file) {
        return read(catalog, SourceText.ofFile(file, YamlLimits.HAND_WRITTEN.maxBytes()), new ScenarioFiles());
    }

    /** Factors, and the design of their points. */
    private record Points(SweepDesign design, List<Factor> factors) {}

    private SweepFile sweep(Catalog catalog) {
        YamlNode root = YamlNode.read(source, YamlLimits.HAND_WRITTEN);
        YamlNode.Mapping file = scalars.mapping(root, "").orElseGet(() -> {
            faults.throwIfAny();
            throw new IllegalStateException("a node that is no mapping is a fault");
        });
        if (file.get("scenario").isEmpty() && file.get("extends").isPresent()) {
            throw new InvalidInput(file.mark(), "", "is a scenario, not a sweep; a sweep names one under 'scenario'");
        }
        checkKeys(file);
        Optional<Scenario> scenario = required(file, "scenario").flatMap(node -> scenario(node, catalog));
        DesignReader designReader = new DesignReader(file, faults);
        Optional<SweepDesign> design = designReader.read();
        List<String> outcomes = file.get("outcomes")
                .map(node -> MeasureNames.read(node, "outcomes", faults))
                .orElse(List.of());
        OptionalLong designSeed = designReader.seed(ChanceReader.SEED_MAX);
        SweepFile.Chance chance = new ChanceReader(file, faults).read(designSeed, outcomes);
        SweepFile.Heading heading = heading(file);
        if (scenario.isEmpty()) {
            faults.throwIfAny();
        }
        Scenario base = withEnsemble(file, scenario.orElseThrow());
        Points points = points(file, design, base);
        List<ArmEntry> arms = file.get("arms")
                .map(node -> new ArmReader(base, faults).read(node))
                .orElseGet(() -> List.of(new ArmEntry(ArmEntry.BASE, new TreeMap<>(), List.of())));
        faults.throwIfAny();
        SweepFile sweep = new SweepFile(
                heading,
                base,
                points.design(),
                points.factors(),
                arms,
                chance,
                outcomes,
                MeasureNames.marks(file),
                mark(file),
                warnings(file, points, base));
        new SweepCheck(sweep, file, faults).check();
        faults.throwIfAny();
        return sweep;
    }

    /** The scenario with what the sweep says of ensembles; what either keeps is kept. */
    private Scenario withEnsemble(YamlNode.Mapping file, Scenario scenario) {
        EnsembleKeyReader reader = new EnsembleKeyReader(
                path -> scenario.values().containsKey(path) ? Optional.of(scenario.spec(path)) : Optional.empty(),
                scenario.values().keySet(),
                faults);
        EnsembleKey said = EnsembleKey.NOTHING_SAID;
        for (String key : List.of(EnsembleKey.KEY, EnsembleKey.MEMBERS)) {
            Optional<YamlNode> node = file.get(key);
            if (node.isPresent()) {
                said = reader.add(said, key, node.get());
            }
        }
        return said.equals(EnsembleKey.NOTHING_SAID) ? scenario : scenario.with(said.over(scenario.ensemble()));
    }

    private void checkKeys(YamlNode.Mapping file) {
        SchemaVersion.check(file, faults);
        for (YamlNode.Entry entry : file.entries().values()) {
            if (!KEYS.contains(entry.key())) {
                faults.unknown(entry.keyMark(), entry.key(), entry.key(), KEYS);
            }
        }
    }

    private SweepFile.Heading heading(YamlNode.Mapping file) {
        String name = file.get("name")
                .flatMap(node -> scalars.name(node, "name", NameSyntax.KEBAB))
                .orElse(ScenarioReader.nameOf(source));
        String title =
                file.get("title").flatMap(node -> scalars.text(node, "title")).orElse(name);
        String question = file.get("question")
                .flatMap(node -> scalars.text(node, "question"))
                .orElse("");
        return new SweepFile.Heading(name, title, question);
    }

    private Optional<YamlNode> required(YamlNode.Mapping file, String key) {
        Optional<YamlNode> node = file.get(key);
        if (node.isEmpty()) {
            faults.add(file.mark(), key, "is missing");
        }
        return node;
    }

    private Optional<Scenario> scenario(YamlNode node, Catalog catalog) {
        Optional<String> reference = scalars.text(node, "scenario");
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<SourceText> text = resolver.find(reference.get(), source.name());
            if (text.isEmpty()) {
                faults.add(node.mark(), "scenario", ScenarioReader.noScenario(reference.get(), resolver));
            }
            return text.map(found -> ScenarioReader.read(catalog, found, resolver));
        } catch (InvalidInput refusal) {
            faults.addAll(refusal);
            return Optional.empty();
        }
    }

    private static List<Fault> warnings(YamlNode.Mapping file, Points points, Scenario scenario) {
        Evidence evidence = Evidence.shipped();
        List<Fault> warnings = new ArrayList<>();
        for (Factor factor : points.factors()) {
            Mark mark = file.get("vary")
                    .flatMap(vary -> entry(vary, factor.path()))
                    .map(YamlNode.Entry::keyMark)
                    .orElse(mark(file));
            evidence.warning(factor, scenario)
                    .ifPresent(text -> warnings.add(Fault.at(mark, "vary." + factor.path(), text)));
        }
        uneven(file, points.design()).ifPresent(warnings::add);
        return warnings;
    }

    /** Sobol's sequence is even, and errors fall fastest, at powers of two (A. B. Owen, "On dropping the first Sobol' point", 2020). */
    private static Optional<Fault> uneven(YamlNode.Mapping file, SweepDesign design) {
        int points = design instanceof SweepDesign.Sobol of ? of.points() : 1;
        points = design instanceof SweepDesign.Saltelli of && !of.independent() ? of.basePoints() : points;
        if (Integer.bitCount(points) == 1) {
            return Optional.empty();
        }
        String key = design instanceof SweepDesign.Sobol ? "points" : "base_points";
        Mark mark = file.get(key).map(YamlNode::mark).orElse(mark(file));
        String message = points + " is no power of two, so the points fill the ranges less evenly than they might";
        return Optional.of(Fault.at(mark, key, message));
    }

    private static Optional<YamlNode.Entry> entry(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(key))
                : Optional.empty();
    }

    /** Place at which the file says what varies. */
    private static Mark mark(YamlNode.Mapping file) {
        return file.get("vary")
                .or(() -> file.get(DesignReader.FILE))
                .orElse(file)
                .mark();
    }

    private Points points(YamlNode.Mapping file, Optional<SweepDesign> known, Scenario scenario) {
        SweepDesign design = known.orElse(new SweepDesign.Grid());
        if (design instanceof SweepDesign.Listed) {
            file.get("vary")
                    .ifPresent(node -> faults.add(
                            node.mark(),
                            "vary",
                            "is not for the design list: the columns of its file are what varies"));
            return required(file, DesignReader.FILE)
                    .flatMap(node -> listed(node, scenario))
                    .orElse(new Points(design, List.of()));
        }
        boolean needed = !(design instanceof SweepDesign.Grid);
        Optional<YamlNode> vary = needed ? required(file, "vary") : file.get("vary");
        List<Factor> factors = vary.map(node -> factors(node, new FactorReader(known.orElse(null), faults), scenario))
                .orElse(List.of());
        if (needed && factors.isEmpty() && faults.isEmpty()) {
            faults.add(mark(file), "vary", "names no input; the design " + design.kind() + " needs one");
        }
        return new Points(design, factors);
    }

    private Optional<Points> listed(YamlNode node, Scenario scenario) {
        Optional<String> reference = scalars.text(node, DesignReader.FILE);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        Optional<SourceText> table = resolver.findTable(reference.get(), source.name());
        if (table.isEmpty()) {
            faults.add(node.mark(), DesignReader.FILE, "there is no file " + Fault.quoted(reference.get()));
            return Optional.empty();
        }
        PointsReader reader = new PointsReader(table.get(), scenario, faults);
        reader.read();
        return faults.isEmpty() ? Optional.of(new Points(reader.design(), reader.factors())) : Optional.empty();
    }

    private List<Factor> factors(YamlNode node, FactorReader reader, Scenario scenario) {
        List<Factor> factors = new ArrayList<>();
        scalars.mapping(node, "vary").ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                Optional<String> fault = InputNames.fault(entry.key(), scenario);
                if (fault.isPresent()) {
                    faults.add(entry.keyMark(), "vary." + entry.key(), fault.get());
                } else {
                    reader.read(entry, scenario.spec(entry.key())).ifPresent(factors::add);
                }
            }
        });
        return factors;
    }
}
