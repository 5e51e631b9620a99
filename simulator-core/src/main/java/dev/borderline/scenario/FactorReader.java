package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.syntax.LawReader;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a factor of a sweep goes through. A list, ends and a number of steps, two ends of a range, or a distribution. All
 * values lie in the hard range of the input.
 */
final class FactorReader {
    static final String UNIT = LawReader.UNIT;

    /** Keys whose values lie in the input's range. */
    static final List<String> ENDS = List.of("from", "to", "min", "max");

    private static final List<String> STEPS_KEYS = List.of("from", "to", "steps", "scale", UNIT);
    private static final List<String> SPAN_KEYS = List.of("min", "max", "scale", UNIT);
    private static final List<String> LIST_KEYS = List.of("values", UNIT);
    private static final List<String> ALL_KEYS =
            List.of("values", "from", "to", "steps", "min", "max", "scale", LawReader.KEY, UNIT);

    private final @Nullable SweepDesign design; // null: not known
    private final Faults faults;
    private final Scalars scalars;

    FactorReader(@Nullable SweepDesign design, Faults faults) {
        this.design = design;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    Optional<Factor> read(YamlNode.Entry entry, InputSpec spec) {
        String key = "vary." + entry.key();
        YamlNode node = entry.value();
        Optional<Range> range = node instanceof YamlNode.Mapping mapping
                ? mapping(mapping, key, spec)
                : values(list(node, key, spec), node, key);
        boolean whole = spec.kind() != InputSpec.Kind.REAL;
        Optional<Factor> factor = range.map(found -> new Factor(entry.key(), whole ? found.whole() : found));
        factor.ifPresent(found -> checkSuits(found.range(), node, key));
        return factor;
    }

    /** A grid needs values; a step of Morris' must lead somewhere. */
    private void checkSuits(Range range, YamlNode node, String key) {
        if (design instanceof SweepDesign.Grid && !(range instanceof Range.Values)) {
            faults.add(node.mark(), key, "is a range; a grid takes a list, or 'from', 'to' and 'steps'");
        }
        if (design instanceof SweepDesign.Morris morris) {
            range.stuckAt(morris.levels())
                    .ifPresent(value -> faults.add(
                            node.mark(),
                            key,
                            "has the value " + Numbers.file(value)
                                    + " at both ends of a step; it has too few values for " + morris.levels()
                                    + " levels"));
        }
    }

    private Optional<Range> mapping(YamlNode.Mapping mapping, String key, InputSpec spec) {
        mapping.get(UNIT).ifPresent(node -> checkUnit(node, key + "." + UNIT, spec));
        if (mapping.get(LawReader.KEY).isPresent()) {
            return new DistributionReader(faults).read(mapping, key, spec, goesToTheEnds());
        }
        Optional<YamlNode> values = mapping.get("values");
        if (values.isPresent()) {
            refuseOthers(mapping, key, LIST_KEYS);
            return values(list(values.get(), key, spec), values.get(), key);
        }
        SpanReader reader = new SpanReader(mapping, key, spec, faults);
        if (mapping.get("min").isPresent() || mapping.get("max").isPresent()) {
            refuseOthers(mapping, key, SPAN_KEYS);
            return reader.span();
        }
        refuseOthers(mapping, key, STEPS_KEYS);
        return values(reader.steps(), mapping, key);
    }

    /** True if the places 0 or 1 occur, where a distribution may have no value. */
    private boolean goesToTheEnds() {
        return design instanceof SweepDesign.Morris
                || (design instanceof SweepDesign.Sobol sobol && !sobol.scramble())
                || (design instanceof SweepDesign.Saltelli saltelli && !saltelli.scramble());
    }

    private void refuseOthers(YamlNode.Mapping mapping, String key, List<String> own) {
        for (YamlNode.Entry entry : mapping.entries().values()) {
            String path = key + "." + entry.key();
            if (!ALL_KEYS.contains(entry.key())) {
                faults.unknown(entry.keyMark(), path, entry.key(), ALL_KEYS);
            } else if (!own.contains(entry.key())) {
                faults.add(entry.keyMark(), path, "does not go with the others; take of " + String.join(", ", own));
            }
        }
    }

    private void checkUnit(YamlNode node, String key, InputSpec spec) {
        String unit = spec.input().unit();
        scalars.text(node, key).filter(text -> !text.equals(unit)).ifPresent(text -> {
            String message = Fault.quoted(text) + " is not its unit; it is '" + unit + "'";
            faults.add(node.mark(), key, message);
        });
    }

    private Optional<Range> values(List<Double> values, YamlNode node, String key) {
        if (new HashSet<>(values).size() < values.size()) {
            faults.add(node.mark(), key, "has the same value twice");
            return Optional.empty();
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(Range.values(values));
    }

    private List<Double> list(YamlNode node, String key, InputSpec spec) {
        List<YamlNode> items = scalars.items(node, key);
        if (node instanceof YamlNode.Sequence && items.isEmpty()) {
            faults.add(node.mark(), key, "is an empty list");
        }
        List<Double> values = new ArrayList<>();
        for (YamlNode item : items) {
            scalars.input(item, key, spec).ifPresent(values::add);
        }
        return values;
    }

    /** The keys of a mapping whose values do not depend on the input. */
    static void describe(SchemaWriter schema) {
        schema.whole("steps", "Number of values from 'from' to 'to'.", 2, SpanReader.STEPS_MAX);
        schema.word("scale", "Whether steps are equal, or equal factors.", SpanReader.SCALES);
        DistributionReader.describe(schema);
    }

    /** Keys that go together. */
    static void describeForms(SchemaWriter schema) {
        JsonWriter json = schema.json();
        json.key("if").beginObject();
        schema.strings("required", List.of(LawReader.KEY));
        json.endObject().key("then").beginObject();
        DistributionReader.describeForms(schema);
        json.endObject().key("else").beginObject().key("oneOf").beginArray();
        form(schema, List.of("values"), LIST_KEYS);
        form(schema, List.of("from", "to", "steps"), STEPS_KEYS);
        form(schema, List.of("min", "max"), SPAN_KEYS);
        json.endArray().endObject();
    }

    private static void form(SchemaWriter schema, List<String> needed, List<String> own) {
        schema.json().beginObject();
        schema.strings("required", needed);
        schema.never(ALL_KEYS.stream().filter(key -> !own.contains(key)).toList());
        schema.json().endObject();
    }
}
