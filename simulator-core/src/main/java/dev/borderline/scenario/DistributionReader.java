package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.random.Law;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the distribution of a factor: {@code {distribution: normal, mean: 0.1, sd: 0.02, min: 0, max: 1}}. */
final class DistributionReader {
    /** The key that tells a distribution from other ranges. */
    static final String KEY = "distribution";

    private static final String MIN = "min";
    private static final String MAX = "max";
    private static final String MEAN = "mean";
    private static final double NEVER = 0x1p-53; // the smallest probability that a place inside the unit cube can have

    /** Names of distributions, with the keys each needs. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "uniform", List.of(MIN, MAX),
            "log_uniform", List.of(MIN, MAX),
            "triangular", List.of(MIN, "mode", MAX),
            "normal", List.of(MEAN, "sd"),
            "lognormal", List.of(MEAN, "sigma"),
            "beta", List.of("alpha", "beta"));

    private static final List<String> NAMES =
            List.of("uniform", "log_uniform", "triangular", "normal", "lognormal", "beta");

    private static final List<String> OWN_KEYS = List.of("mode", MEAN, "sd", "sigma", "alpha", "beta");

    private final Faults faults;
    private final Scalars scalars;

    /**
     * A law as a text describes it.
     *
     * @param name of its family
     * @param law its quantile function
     * @param numbers its parameters
     * @param cut true where the text gives an end
     */
    record Named(String name, Law law, Map<String, Double> numbers, boolean cut) {
        /** Name and parameters. */
        String text() {
            return DistributionReader.text(name, numbers);
        }
    }

    DistributionReader(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /**
     * The distribution in a mapping that has the key.
     *
     * @param toTheEnds true where the design goes to the ends of the distribution, where some have no value
     */
    Optional<Range> read(YamlNode.Mapping mapping, String key, InputSpec spec, boolean toTheEnds) {
        Optional<Named> named = named(mapping, key);
        if (named.isPresent() && !fits(named.get().law(), toTheEnds, spec)) {
            faults.add(mapping.mark(), key, outside(named.get().law(), toTheEnds, spec));
            return Optional.empty();
        }
        try {
            return named.map(found -> range(found.name(), found.law(), found.numbers(), spec));
        } catch (IllegalArgumentException e) {
            return refused(mapping, key, e);
        }
    }

    private <T> Optional<T> refused(YamlNode.Mapping mapping, String key, IllegalArgumentException reason) {
        faults.add(mapping.mark(), key, "is no distribution: " + reason.getMessage());
        return Optional.empty();
    }

    /** The law in a mapping that has the key, whatever numbers it may give. */
    Optional<Named> named(YamlNode.Mapping mapping, String key) {
        Optional<String> name = mapping.get(KEY).flatMap(node -> scalars.word(node, key + "." + KEY, NAMES));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Map<String, Double>> numbers = numbers(mapping, key, name.get());
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        try {
            Law law = law(name.get(), numbers.get());
            boolean cut = numbers.get().containsKey(MIN) || numbers.get().containsKey(MAX);
            return Optional.of(new Named(name.get(), law, numbers.get(), cut));
        } catch (IllegalArgumentException e) {
            return refused(mapping, key, e);
        }
    }

    /** Of a uniform law of whole numbers each is as likely as another: rounding would give the ends half their share. */
    private static Range range(String name, Law law, Map<String, Double> numbers, InputSpec spec) {
        boolean isUniform = name.equals("uniform") || name.equals("log_uniform");
        if (isUniform && spec.kind() != InputSpec.Kind.REAL) {
            double min = value(numbers, MIN);
            double max = value(numbers, MAX);
            return (name.equals("uniform") ? Range.linear(min, max) : Range.log(min, max)).whole();
        }
        return Range.distribution(law, text(name, numbers));
    }

    private Optional<Map<String, Double>> numbers(YamlNode.Mapping mapping, String key, String name) {
        List<String> known = new ArrayList<>(NEEDED.getOrDefault(name, List.of()));
        Map<String, Double> numbers = new HashMap<>();
        boolean complete = true;
        for (String needed : known) {
            if (mapping.get(needed).isEmpty()) {
                faults.add(mapping.mark(), key, "lacks '" + needed + "', which " + name + " needs");
                complete = false;
            }
        }
        known.addAll(List.of(KEY, MIN, MAX, FactorReader.UNIT));
        for (YamlNode.Entry entry : mapping.entries().values()) {
            String path = key + "." + entry.key();
            if (!known.contains(entry.key())) {
                faults.unknown(entry.keyMark(), path, entry.key(), known);
            } else if (!entry.key().equals(KEY) && !entry.key().equals(FactorReader.UNIT)) {
                OptionalDouble value = scalars.number(entry.value(), path, "it is a number");
                complete &= value.isPresent();
                value.ifPresent(number -> numbers.put(entry.key(), number));
            }
        }
        return complete ? Optional.of(numbers) : Optional.empty();
    }

    private static Law law(String name, Map<String, Double> numbers) {
        double min = numbers.getOrDefault(MIN, Double.NEGATIVE_INFINITY);
        double max = numbers.getOrDefault(MAX, Double.POSITIVE_INFINITY);
        return switch (name) {
            case "uniform" -> Law.uniform(min, max);
            case "log_uniform" -> Law.logUniform(min, max);
            case "triangular" -> Law.triangular(min, value(numbers, "mode"), max);
            case "normal" -> cut(Law.normal(value(numbers, MEAN), value(numbers, "sd")), min, max);
            case "lognormal" -> cut(Law.logNormal(value(numbers, MEAN), value(numbers, "sigma")), min, max);
            default ->
                Law.beta(
                        value(numbers, "alpha"),
                        value(numbers, "beta"),
                        numbers.getOrDefault(MIN, 0.0),
                        numbers.getOrDefault(MAX, 1.0));
        };
    }

    private static Law cut(Law law, double min, double max) {
        return Double.isInfinite(min) && Double.isInfinite(max) ? law : law.between(min, max);
    }

    private static double value(Map<String, Double> numbers, String key) {
        return numbers.getOrDefault(key, Double.NaN);
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

    private static String text(String name, Map<String, Double> numbers) {
        StringBuilder text = new StringBuilder(name);
        for (String key : List.of(MEAN, "sd", "sigma", "alpha", "beta", MIN, "mode", MAX)) {
            if (numbers.containsKey(key)) {
                text.append(' ').append(key).append(' ').append(Numbers.exact(value(numbers, key)));
            }
        }
        return text.toString();
    }

    /** The name of a distribution, and what it has of its own. */
    static void describe(SchemaWriter schema) {
        schema.word(KEY, "A distribution to draw from, instead of a range.", NAMES);
        for (String key : OWN_KEYS) {
            schema.json().key(key).beginObject().key("type").value("number").endObject();
        }
    }

    /** Keys that each distribution needs, and those that go with none. */
    static void describeForms(SchemaWriter schema) {
        JsonWriter json = schema.json();
        schema.never(List.of("values", "from", "to", "steps", "scale"));
        json.key("allOf").beginArray();
        for (String name : NAMES) {
            List<String> needed = NEEDED.getOrDefault(name, List.of());
            json.beginObject().key("if").beginObject().key("properties").beginObject();
            json.key(KEY).beginObject().key("const").value(name).endObject();
            json.endObject().endObject().key("then").beginObject();
            schema.strings("required", needed);
            schema.never(OWN_KEYS.stream().filter(key -> !needed.contains(key)).toList());
            json.endObject().endObject();
        }
        json.endArray();
    }
}
