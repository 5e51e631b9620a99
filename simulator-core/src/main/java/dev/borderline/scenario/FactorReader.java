package dev.borderline.scenario;

import dev.borderline.model.InputSpec;
import dev.borderline.scenario.SweepFile.Factor;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads what a factor of a sweep goes through: a list, or ends and a number of steps. */
final class FactorReader {
    private static final List<String> RANGE_KEYS = List.of("from", "to", "steps", "scale");
    private static final String LINEAR = "linear";
    private static final String LOG = "log";
    private static final int STEPS_MAX = 1000;

    private final Faults faults;
    private final Scalars scalars;

    FactorReader(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    Optional<Factor> read(YamlNode.Entry entry, InputSpec spec) {
        String key = "vary." + entry.key();
        List<Double> values = entry.value() instanceof YamlNode.Mapping range
                ? range(range, key, spec)
                : list(entry.value(), key, spec);
        Set<Double> distinct = new HashSet<>(values);
        if (distinct.size() < values.size()) {
            faults.add(entry.value().mark(), key, "has the same value twice");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Factor(entry.key(), values));
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

    private List<Double> range(YamlNode.Mapping range, String key, InputSpec spec) {
        for (YamlNode.Entry entry : range.entries().values()) {
            if (!RANGE_KEYS.contains(entry.key())) {
                faults.unknown(entry.keyMark(), key + "." + entry.key(), entry.key(), RANGE_KEYS);
            }
        }
        OptionalDouble from = end(range, key, "from", spec);
        OptionalDouble to = end(range, key, "to", spec);
        long steps = required(range, key, "steps")
                .map(node -> scalars.whole(node, key + ".steps", 2, STEPS_MAX).orElse(0))
                .orElse(0L);
        String scale = range.get("scale")
                .flatMap(node -> scalars.word(node, key + ".scale", List.of(LINEAR, LOG)))
                .orElse(LINEAR);
        if (from.isEmpty() || to.isEmpty() || steps == 0) {
            return List.of();
        }
        if (scale.equals(LOG) && !(from.getAsDouble() > 0 && to.getAsDouble() > 0)) {
            faults.add(range.mark(), key, "a log scale takes ends above 0");
            return List.of();
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double share = (double) i / (steps - 1);
            values.add(between(from.getAsDouble(), to.getAsDouble(), share, scale));
        }
        return inKind(values, range, key, spec);
    }

    /** Rounded as it will be written, so that a value from a results file repeats the run. */
    private static double between(double from, double to, double share, String scale) {
        if (share == 0 || share == 1) {
            return share == 0 ? from : to;
        }
        double value = scale.equals(LOG) ? from * StrictMath.pow(to / from, share) : from + (to - from) * share;
        return Double.parseDouble(Numbers.file(value));
    }

    private List<Double> inKind(List<Double> values, YamlNode range, String key, InputSpec spec) {
        for (double value : values) {
            if (!spec.accepts(value)) {
                faults.add(range.mark(), key, "gives " + Scalars.outOfRange(Numbers.file(value), spec));
                return List.of();
            }
        }
        return values;
    }

    private OptionalDouble end(YamlNode.Mapping range, String key, String name, InputSpec spec) {
        return required(range, key, name)
                .map(node -> scalars.input(node, key + "." + name, spec))
                .orElse(OptionalDouble.empty());
    }

    private Optional<YamlNode> required(YamlNode.Mapping range, String key, String name) {
        Optional<YamlNode> node = range.get(name);
        if (node.isEmpty()) {
            faults.add(range.mark(), key, "lacks '" + name + "'");
        }
        return node;
    }
}
