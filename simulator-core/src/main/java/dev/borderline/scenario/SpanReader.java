package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a stretch between two ends of a factor's mapping, straight or logarithmic. All of it, or a number of steps. */
final class SpanReader {
    private static final String LINEAR = "linear";
    private static final String LOG = "log";
    static final List<String> SCALES = List.of(LINEAR, LOG);
    static final int STEPS_MAX = 1000;

    private final YamlNode.Mapping mapping;
    private final String key;
    private final InputSpec spec;
    private final Faults faults;
    private final Scalars scalars;

    /** Two ends on a scale. */
    private record Ends(double from, double to, boolean log) {}

    SpanReader(YamlNode.Mapping mapping, String key, InputSpec spec, Faults faults) {
        this.mapping = mapping;
        this.key = key;
        this.spec = spec;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /** Everything from {@code min} to {@code max}. */
    Optional<Range> span() {
        return ends("min", "max").flatMap(ends -> {
            if (!(ends.from < ends.to)) {
                faults.add(mapping.mark(), key, "'min' is not below 'max'");
                return Optional.empty();
            }
            return Optional.of(ends.log ? Range.log(ends.from, ends.to) : Range.linear(ends.from, ends.to));
        });
    }

    /** {@code steps} values between {@code from} and {@code to}, both included. */
    List<Double> steps() {
        Optional<Ends> ends = ends("from", "to");
        long steps = required("steps")
                .map(node -> scalars.whole(node, key + ".steps", 2, STEPS_MAX).orElse(0))
                .orElse(0L);
        List<Double> values = new ArrayList<>();
        for (int i = 0; ends.isPresent() && i < steps; i++) {
            values.add(between(ends.get(), (double) i / (steps - 1)));
        }
        return inKind(values);
    }

    /** Rounded as it will be written, so that a value from a results file repeats the run. */
    private static double between(Ends ends, double share) {
        if (share == 0 || share == 1) {
            return share == 0 ? ends.from : ends.to;
        }
        double value = ends.log
                ? ends.from * StrictMath.pow(ends.to / ends.from, share)
                : ends.from + (ends.to - ends.from) * share;
        return Double.parseDouble(Numbers.file(value));
    }

    private List<Double> inKind(List<Double> values) {
        for (double value : values) {
            if (!spec.accepts(value)) {
                faults.add(mapping.mark(), key, "gives " + Scalars.outOfRange(Numbers.file(value), spec));
                return List.of();
            }
        }
        return values;
    }

    private Optional<Ends> ends(String fromKey, String toKey) {
        OptionalDouble from = end(fromKey);
        OptionalDouble to = end(toKey);
        boolean log = mapping.get("scale")
                .flatMap(node -> scalars.word(node, key + ".scale", SCALES))
                .orElse(LINEAR)
                .equals(LOG);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (log && !(from.getAsDouble() > 0 && to.getAsDouble() > 0)) {
            faults.add(mapping.mark(), key, "a log scale takes ends above 0");
            return Optional.empty();
        }
        return Optional.of(new Ends(from.getAsDouble(), to.getAsDouble(), log));
    }

    private OptionalDouble end(String name) {
        return required(name)
                .map(node -> scalars.input(node, key + "." + name, spec))
                .orElse(OptionalDouble.empty());
    }

    private Optional<YamlNode> required(String name) {
        Optional<YamlNode> node = mapping.get(name);
        if (node.isEmpty()) {
            faults.add(mapping.mark(), key, "lacks '" + name + "'");
        }
        return node;
    }
}
