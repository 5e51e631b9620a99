package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.model.InputSpec;
import dev.borderline.model.Move;
import dev.borderline.scenario.SweepFile.Arm;
import dev.borderline.scenario.SweepFile.Factor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns sweep files into validated {@link SweepFile}s. Refuses with all faults at once. */
public final class SweepReader {
    private static final List<String> KEYS = List.of(
            "schema",
            "name",
            "title",
            "question",
            "scenario",
            "design",
            "vary",
            "arms",
            "replications",
            "seed",
            "outcomes");
    private static final List<String> DESIGNS_TO_COME =
            List.of("one_at_a_time", "list", "lhs", "sobol", "saltelli", "morris");
    private static final long REPLICATIONS_MAX = 1_000_000;
    private static final long SEED_MAX = 999_999_999_999_999_999L;
    private static final double RUNS_MAX = 1e8;

    private final SourceText source;
    private final Faults faults = new Faults();
    private final Scalars scalars = new Scalars(faults);

    private SweepReader(SourceText source) {
        this.source = source;
    }

    /** The sweep that a text describes; throws {@link InvalidInput}. */
    public static SweepFile read(Catalog catalog, SourceText source, ScenarioResolver resolver) {
        return new SweepReader(source).sweep(catalog, resolver);
    }

    /** The sweep of a file, whose scenario is a shipped one or a file; throws {@link InvalidInput}. */
    public static SweepFile read(Catalog catalog, Path file) {
        return read(catalog, SourceText.ofFile(file, YamlLimits.HAND_WRITTEN.maxBytes()), new ScenarioFiles());
    }

    private SweepFile sweep(Catalog catalog, ScenarioResolver resolver) {
        YamlNode root = YamlNode.read(source, YamlLimits.HAND_WRITTEN);
        YamlNode.Mapping file = scalars.mapping(root, "").orElseGet(() -> {
            faults.throwIfAny();
            throw new IllegalStateException("a node that is no mapping is a fault");
        });
        SchemaVersion.check(file, faults);
        for (YamlNode.Entry entry : file.entries().values()) {
            if (!KEYS.contains(entry.key())) {
                faults.unknown(entry.keyMark(), entry.key(), entry.key(), KEYS);
            }
        }
        Optional<Scenario> scenario = required(file, "scenario").flatMap(node -> scenario(node, catalog, resolver));
        String design = file.get("design").map(this::design).orElse(SweepFile.GRID);
        int replications = (int) required(file, "replications", 1, REPLICATIONS_MAX);
        long seed = required(file, "seed", 0, SEED_MAX);
        List<String> outcomes = outcomes(file);
        SweepFile.Heading heading = heading(file);
        if (scenario.isEmpty()) {
            faults.throwIfAny();
        }
        Scenario base = scenario.orElseThrow();
        List<Factor> factors = file.get("vary").map(node -> factors(node, base)).orElse(List.of());
        List<Arm> arms = file.get("arms")
                .map(node -> arms(node, base))
                .orElseGet(() -> List.of(new Arm(Arm.BASE, new TreeMap<>(), List.of())));
        SweepFile sweep = new SweepFile(heading, base, design, factors, arms, replications, seed, outcomes);
        checkSize(sweep, file);
        faults.throwIfAny();
        new SweepCheck(sweep, file, faults).check();
        faults.throwIfAny();
        return sweep;
    }

    private SweepFile.Heading heading(YamlNode.Mapping file) {
        String name = file.get("name")
                .flatMap(node -> scalars.name(node, "name", Names.KEBAB))
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

    private long required(YamlNode.Mapping file, String key, long min, long max) {
        OptionalLong value = required(file, key)
                .map(node -> scalars.whole(node, key, min, max))
                .orElse(OptionalLong.empty());
        return value.orElse(min);
    }

    private Optional<Scenario> scenario(YamlNode node, Catalog catalog, ScenarioResolver resolver) {
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

    private String design(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && DESIGNS_TO_COME.contains(scalar.text())) {
            faults.add(node.mark(), "design", node.description() + " is not available yet; grid is");
        } else {
            scalars.word(node, "design", List.of(SweepFile.GRID));
        }
        return SweepFile.GRID;
    }

    private List<String> outcomes(YamlNode.Mapping file) {
        List<String> names = new ArrayList<>();
        file.get("outcomes").ifPresent(node -> {
            for (YamlNode item : scalars.items(node, "outcomes")) {
                scalars.name(item, "outcomes", Names.SNAKE).ifPresent(name -> {
                    if (names.contains(name)) {
                        faults.add(item.mark(), "outcomes", item.description() + " stands here twice");
                    }
                    names.add(name);
                });
            }
        });
        return names;
    }

    private List<Factor> factors(YamlNode node, Scenario scenario) {
        List<Factor> factors = new ArrayList<>();
        FactorReader reader = new FactorReader(faults);
        scalars.mapping(node, "vary").ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                spec(entry, "vary", scenario)
                        .flatMap(spec -> reader.read(entry, spec))
                        .ifPresent(factors::add);
            }
        });
        return factors;
    }

    private Optional<InputSpec> spec(YamlNode.Entry entry, String parent, Scenario scenario) {
        if (scenario.values().containsKey(entry.key())) {
            return Optional.of(scenario.spec(entry.key()));
        }
        String key = parent + "." + entry.key();
        String asLever = InputSpec.LEVERS + entry.key();
        if (scenario.values().containsKey(asLever)) {
            String message = "unknown input " + Fault.quoted(entry.key()) + "; did you mean '" + asLever + "'?";
            faults.add(entry.keyMark(), key, message);
        } else {
            String near = Faults.didYouMean(entry.key(), scenario.values().keySet());
            faults.add(entry.keyMark(), key, "unknown input " + Fault.quoted(entry.key()) + near);
        }
        return Optional.empty();
    }

    private List<Arm> arms(YamlNode node, Scenario scenario) {
        List<Arm> arms = new ArrayList<>();
        scalars.mapping(node, "arms").ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                String key = "arms." + entry.key();
                if (!Names.KEBAB.fits(entry.key())) {
                    String message = Fault.quoted(entry.key()) + " is not a name; " + Names.KEBAB.rule();
                    faults.add(entry.keyMark(), key, message);
                }
                arms.add(arm(entry, key, scenario));
            }
            if (arms.isEmpty()) {
                faults.add(node.mark(), "arms", "names no arm");
            }
        });
        return arms;
    }

    private Arm arm(YamlNode.Entry entry, String key, Scenario scenario) {
        MoveReader moveReader = new MoveReader(new InputTree(scenario.catalog()), faults);
        SortedMap<String, Double> settings = new TreeMap<>();
        List<Move> moves = new ArrayList<>();
        if (entry.value() instanceof YamlNode.Sequence list) {
            moveReader.read(list, key).forEach(said -> moves.add(said.value()));
            return new Arm(entry.key(), settings, moves);
        }
        if (entry.value() instanceof YamlNode.Scalar scalar && scalar.isNull()) {
            return new Arm(entry.key(), settings, moves);
        }
        Map<String, YamlNode.Entry> parts = scalars.mapping(entry.value(), key)
                .map(YamlNode.Mapping::entries)
                .orElse(Map.of());
        for (YamlNode.Entry part : parts.values()) {
            String partKey = key + "." + part.key();
            switch (part.key()) {
                case "set" -> settings.putAll(settings(part.value(), partKey, scenario));
                case "policies" -> moveReader.read(part.value(), partKey).forEach(said -> moves.add(said.value()));
                default -> faults.unknown(part.keyMark(), partKey, part.key(), List.of("set", "policies"));
            }
        }
        return new Arm(entry.key(), settings, moves);
    }

    private SortedMap<String, Double> settings(YamlNode node, String key, Scenario scenario) {
        SortedMap<String, Double> settings = new TreeMap<>();
        scalars.mapping(node, key).ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                spec(entry, key, scenario).ifPresent(spec -> {
                    OptionalDouble value = scalars.input(entry.value(), key + "." + entry.key(), spec);
                    value.ifPresent(number -> settings.put(entry.key(), number));
                });
            }
        });
        return settings;
    }

    private void checkSize(SweepFile sweep, YamlNode.Mapping file) {
        double runs = (double) sweep.replications() * sweep.arms().size();
        for (Factor factor : sweep.factors()) {
            runs *= factor.values().size();
        }
        if (runs > RUNS_MAX) {
            faults.add(file.mark(), "vary", "asks for more than 100000000 runs");
        }
    }
}
