package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.random.Law;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.syntax.LawReader;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads the distribution of a factor: {@code {distribution: normal, mean: 0.1, sd: 0.02, min: 0, max: 1}}. */
final class DistributionReader {
    private static final double NEVER = 0x1p-53; // the smallest probability that a place inside the unit cube can have

    private final Faults faults;

    DistributionReader(Faults faults) {
        this.faults = faults;
    }

    /**
     * The distribution in a mapping that has the key.
     *
     * @param toTheEnds true where the design goes to the ends of the distribution, where some have no value
     */
    Optional<Range> read(YamlNode.Mapping mapping, String key, InputSpec spec, boolean toTheEnds) {
        Optional<LawReader.Named> named = new LawReader(faults).named(mapping, key);
        if (named.isPresent() && !fits(named.get().law(), toTheEnds, spec)) {
            faults.add(mapping.mark(), key, outside(named.get().law(), toTheEnds, spec));
            return Optional.empty();
        }
        try {
            return named.map(found -> range(found, spec));
        } catch (IllegalArgumentException e) {
            faults.add(mapping.mark(), key, "is no distribution: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Of a uniform law of whole numbers each is as likely as another. Rounding would give the ends half their share. */
    private static Range range(LawReader.Named named, InputSpec spec) {
        boolean isLinear = named.name().equals("uniform");
        if ((isLinear || named.name().equals("log_uniform")) && spec.kind() != InputSpec.Kind.REAL) {
            double min = named.numbers().getOrDefault(LawReader.MIN, Double.NaN);
            double max = named.numbers().getOrDefault(LawReader.MAX, Double.NaN);
            return (isLinear ? Range.linear(min, max) : Range.log(min, max)).whole();
        }
        return Range.distribution(named.law(), named.text());
    }

    private static boolean fits(Law law, boolean toTheEnds, InputSpec spec) {
        double least = law.quantile(toTheEnds ? 0 : NEVER);
        double greatest = law.quantile(toTheEnds ? 1 : 1 - NEVER);
        return least >= spec.input().min() && greatest <= spec.input().max();
    }

    private static String outside(Law law, boolean toTheEnds, InputSpec spec) {
        double least = law.quantile(toTheEnds ? 0 : NEVER);
        double greatest = law.quantile(toTheEnds ? 1 : 1 - NEVER);
        return "reaches from " + Numbers.human(least) + " to " + Numbers.human(greatest) + "; " + Scalars.allowed(spec)
                + ": cut it with 'min' and 'max'";
    }

    /** The name of a distribution, and what it has of its own. */
    static void describe(SchemaWriter schema) {
        schema.word(LawReader.KEY, "A distribution to draw from, instead of a range.", LawReader.NAMES);
        for (String key : LawReader.OWN_KEYS) {
            schema.json().key(key).beginObject().key("type").value("number").endObject();
        }
    }

    /** Keys that each distribution needs, and those that go with none. */
    static void describeForms(SchemaWriter schema) {
        JsonWriter json = schema.json();
        schema.never(List.of("values", "from", "to", "steps", "scale"));
        json.key("allOf").beginArray();
        for (String name : LawReader.NAMES) {
            List<String> needed = LawReader.needed(name);
            json.beginObject().key("if").beginObject().key("properties").beginObject();
            json.key(LawReader.KEY).beginObject().key("const").value(name).endObject();
            json.endObject().endObject().key("then").beginObject();
            schema.strings("required", needed);
            schema.never(LawReader.OWN_KEYS.stream()
                    .filter(key -> !needed.contains(key))
                    .toList());
            json.endObject().endObject();
        }
        json.endArray();
    }
}
