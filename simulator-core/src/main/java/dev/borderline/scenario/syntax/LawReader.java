package dev.borderline.scenario.syntax;

import dev.borderline.random.Law;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reader of laws, as sweeps and evidence write them: {@code {distribution: normal, mean: 0.1, sd: 0.02, min: 0, max: 1}}. */
public final class LawReader {
    /** The key that tells a distribution from other ranges. */
    public static final String KEY = "distribution";

    /** The key of a remark that needs no reading. */
    public static final String UNIT = "unit";

    /** The key of the lower end. */
    public static final String MIN = "min";

    /** The key of the upper end. */
    public static final String MAX = "max";

    private static final String MEAN = "mean";

    /** Keys that each law needs, by its name. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "uniform", List.of(MIN, MAX),
            "log_uniform", List.of(MIN, MAX),
            "triangular", List.of(MIN, "mode", MAX),
            "normal", List.of(MEAN, "sd"),
            "lognormal", List.of(MEAN, "sigma"),
            "beta", List.of("alpha", "beta"));

    /** Names of the laws. */
    public static final List<String> NAMES =
            List.of("uniform", "log_uniform", "triangular", "normal", "lognormal", "beta");

    /** Keys of laws, besides their ends. */
    public static final List<String> OWN_KEYS = List.of("mode", MEAN, "sd", "sigma", "alpha", "beta");

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
    public record Named(String name, Law law, Map<String, Double> numbers, boolean cut) {
        /** Name and parameters. */
        public String text() {
            return LawReader.text(name, numbers);
        }
    }

    public LawReader(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /** Keys that a law needs. */
    public static List<String> needed(String name) {
        return NEEDED.getOrDefault(name, List.of());
    }

    /** The law in a mapping that has the key, whatever numbers it may give. */
    public Optional<Named> named(YamlNode.Mapping mapping, String key) {
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
            faults.add(mapping.mark(), key, "is no distribution: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Map<String, Double>> numbers(YamlNode.Mapping mapping, String key, String name) {
        List<String> known = new ArrayList<>(needed(name));
        Map<String, Double> numbers = new HashMap<>();
        boolean complete = true;
        for (String needed : known) {
            if (mapping.get(needed).isEmpty()) {
                faults.add(mapping.mark(), key, "lacks '" + needed + "', which " + name + " needs");
                complete = false;
            }
        }
        known.addAll(List.of(KEY, MIN, MAX, UNIT));
        for (YamlNode.Entry entry : mapping.entries().values()) {
            String path = key + "." + entry.key();
            if (!known.contains(entry.key())) {
                faults.unknown(entry.keyMark(), path, entry.key(), known);
            } else if (!entry.key().equals(KEY) && !entry.key().equals(UNIT)) {
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

    private static String text(String name, Map<String, Double> numbers) {
        StringBuilder text = new StringBuilder(name);
        for (String key : List.of(MEAN, "sd", "sigma", "alpha", "beta", MIN, "mode", MAX)) {
            if (numbers.containsKey(key)) {
                text.append(' ').append(key).append(' ').append(Numbers.exact(value(numbers, key)));
            }
        }
        return text.toString();
    }
}
