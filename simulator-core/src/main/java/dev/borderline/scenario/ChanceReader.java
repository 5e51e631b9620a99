package dev.borderline.scenario;

import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.JsonWriter;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reader of a sweep's replications, target precision and random numbers. */
final class ChanceReader {
    private static final String REPLICATIONS = "replications";
    static final String PRECISION = "precision";
    private static final String SEED = "seed";
    private static final String INDEPENDENT = "independent";
    private static final String RELATIVE = "relative";
    private static final String ABSOLUTE = "absolute";
    private static final String MEASURES = "measures";
    private static final String MAX_REPLICATIONS = "max_replications";

    /** Keys of a sweep that are read here. */
    static final List<String> KEYS = List.of(REPLICATIONS, PRECISION, SEED, INDEPENDENT);

    /** Greatest seed that a file takes. */
    static final long SEED_MAX = 999_999_999_999_999_999L;

    private static final List<String> PRECISION_KEYS = List.of(RELATIVE, ABSOLUTE, MEASURES, MAX_REPLICATIONS);
    private static final long REPLICATIONS_MAX = 1_000_000;
    private static final long REPLICATIONS_FIRST = 10; // of a sweep with a precision
    private static final long REPLICATIONS_USUAL = 200;
    private static final Pattern PERCENT = Pattern.compile("\\d+(\\.\\d+)?\\s*%");
    private static final double PERCENT_IN_ONE = 100;

    private final YamlNode.Mapping file;
    private final Faults faults;
    private final Scalars scalars;

    ChanceReader(YamlNode.Mapping file, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /** All of it; measures to be precise about are the outcomes unless they are named. */
    SweepFile.Chance read(OptionalLong designSeed, List<String> outcomes) {
        long seed = whole(required(SEED), SEED, 0, SEED_MAX).orElse(0);
        boolean independent = file.get(INDEPENDENT)
                .flatMap(node -> scalars.word(node, INDEPENDENT, List.of("true", "false")))
                .map(Boolean::parseBoolean)
                .orElse(false);
        Optional<YamlNode> asked = file.get(PRECISION);
        if (asked.isEmpty()) {
            long replications = whole(required(REPLICATIONS), REPLICATIONS, 1, REPLICATIONS_MAX)
                    .orElse(1);
            return new SweepFile.Chance((int) replications, seed, designSeed, independent, Optional.empty());
        }
        file.get(REPLICATIONS)
                .ifPresent(node -> faults.add(
                        node.mark(), REPLICATIONS, "does not go with 'precision', which decides how many there are"));
        Optional<YamlNode.Mapping> precision = mapping(asked.get());
        long most = precision.map(this::maxReplications).orElse(REPLICATIONS_USUAL);
        return new SweepFile.Chance(
                (int) most, seed, designSeed, independent, precision.map(node -> precision(node, outcomes)));
    }

    private Optional<YamlNode.Mapping> mapping(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        faults.add(
                node.mark(),
                PRECISION,
                node.description() + " is not allowed; it takes " + String.join(", ", PRECISION_KEYS)
                        + ", such as {relative: 5%}");
        return Optional.empty();
    }

    private Optional<YamlNode> required(String key) {
        if (file.get(key).isEmpty()) {
            faults.add(file.mark(), key, "is missing");
        }
        return file.get(key);
    }

    private OptionalLong whole(Optional<YamlNode> node, String key, long min, long max) {
        return node.map(found -> scalars.whole(found, key, min, max)).orElse(OptionalLong.empty());
    }

    private long maxReplications(YamlNode.Mapping precision) {
        String key = PRECISION + "." + MAX_REPLICATIONS;
        return whole(precision.get(MAX_REPLICATIONS), key, REPLICATIONS_FIRST, REPLICATIONS_MAX)
                .orElse(REPLICATIONS_USUAL);
    }

    private SweepFile.Precision precision(YamlNode.Mapping node, List<String> outcomes) {
        for (YamlNode.Entry entry : node.entries().values()) {
            if (!PRECISION_KEYS.contains(entry.key())) {
                faults.unknown(entry.keyMark(), PRECISION + "." + entry.key(), entry.key(), PRECISION_KEYS);
            }
        }
        double relative = node.get(RELATIVE).map(this::share).orElse(0.0);
        SortedMap<String, Double> absolute =
                node.get(ABSOLUTE).map(this::absolute).orElse(new TreeMap<>());
        List<String> named = node.get(MEASURES)
                .map(list -> MeasureNames.read(list, PRECISION + "." + MEASURES, faults))
                .orElse(outcomes);
        if (node.get(RELATIVE).isEmpty() && node.get(ABSOLUTE).isEmpty()) {
            faults.add(node.mark(), PRECISION, "asks for nothing; it takes 'relative' or 'absolute'");
        }
        if (node.get(RELATIVE).isPresent() && named.isEmpty()) {
            faults.add(node.mark(), PRECISION, "lacks 'measures', and the sweep names no 'outcomes'");
        }
        return new SweepFile.Precision(relative, absolute, node.get(RELATIVE).isPresent() ? named : List.of());
    }

    /** {@code 5%} or {@code 0.05}. */
    private double share(YamlNode node) {
        String key = PRECISION + "." + RELATIVE;
        String allowed = "it is a share of the mean above 0 and below 1, such as 5%";
        String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        if (PERCENT.matcher(text).matches()) {
            double share = Double.parseDouble(text.replaceAll("[\\s%]", "")) / PERCENT_IN_ONE;
            return inside(node, key, share, allowed);
        }
        OptionalDouble share = scalars.number(node, key, allowed);
        return share.isPresent() ? inside(node, key, share.getAsDouble(), allowed) : 0;
    }

    private double inside(YamlNode node, String key, double share, String allowed) {
        if (!(share > 0 && share < 1)) {
            faults.add(node.mark(), key, node.description() + " is not allowed; " + allowed);
        }
        return share;
    }

    private SortedMap<String, Double> absolute(YamlNode node) {
        SortedMap<String, Double> absolute = new TreeMap<>();
        String key = PRECISION + "." + ABSOLUTE;
        scalars.mapping(node, key).ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                String path = key + "." + entry.key();
                String allowed = "it is a half-width above 0, in the unit of the measure";
                OptionalDouble width = scalars.number(entry.value(), path, allowed);
                if (width.isPresent() && !(width.getAsDouble() > 0)) {
                    faults.add(entry.value().mark(), path, entry.value().description() + " is not allowed; " + allowed);
                }
                width.ifPresent(value -> absolute.put(entry.key(), value));
            }
        });
        return absolute;
    }

    /** The keys read here, where {@code measures} is the definition of a list of measures. */
    static void describe(SchemaWriter schema, String measures) {
        JsonWriter json = schema.json();
        schema.whole(REPLICATIONS, "Runs of every point and arm.", 1, REPLICATIONS_MAX);
        schema.whole(SEED, "Seed of all chance.", 0, SEED_MAX);
        schema.yes(INDEPENDENT, "Random numbers of its own for every point and arm, instead of common ones.");
        schema.described(PRECISION, "As many replications as it takes to know means this well.");
        schema.object();
        schema.described(RELATIVE, "Greatest error as a share of the mean, such as 5%.")
                .key("anyOf");
        json.beginArray().beginObject().key("type").value("number");
        json.key("exclusiveMinimum").value(0).key("exclusiveMaximum").value(1).endObject();
        json.beginObject().key("type").value("string").key("pattern").value("^" + PERCENT.pattern() + "$");
        json.endObject().endArray().endObject();
        schema.described(ABSOLUTE, "Greatest half-width by measure, in its unit.");
        json.key("type").value("object").key("additionalProperties").beginObject();
        json.key("type")
                .value("number")
                .key("exclusiveMinimum")
                .value(0)
                .endObject()
                .endObject();
        json.key(MEASURES).beginObject().key("$ref").value(measures).endObject();
        schema.whole(MAX_REPLICATIONS, "Where it gives up.", REPLICATIONS_FIRST, REPLICATIONS_MAX);
        json.endObject();
        schema.anyOf(List.of(List.of(RELATIVE), List.of(ABSOLUTE)));
        json.endObject();
    }
}
