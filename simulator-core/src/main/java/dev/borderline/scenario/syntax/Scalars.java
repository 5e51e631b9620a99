package dev.borderline.scenario.syntax;

import dev.borderline.policy.InputSpec;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Meanings of YAML scalars: numbers, switches, dates, words. What does not fit becomes a fault and an empty result. */
public final class Scalars {
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final double NO_UPPER_END = 1e12;

    private final Faults faults;

    public Scalars(Faults faults) {
        this.faults = faults;
    }

    /** A value of an input: in its range and of its kind. */
    public OptionalDouble input(YamlNode node, String key, InputSpec spec) {
        if (spec.kind() == InputSpec.Kind.SWITCH) {
            return onOff(node, key);
        }
        OptionalDouble value = number(node, key, () -> allowed(spec));
        if (value.isPresent() && !spec.accepts(value.getAsDouble())) {
            faults.add(node.mark(), key, outOfRange(node.description(), spec));
            return OptionalDouble.empty();
        }
        return value;
    }

    /** Fault of a value that an input does not accept. */
    public static String outOfRange(String shown, InputSpec spec) {
        return shown + " is not allowed; " + allowed(spec);
    }

    /** Range, kind and unit of an input in words. */
    public static String allowed(InputSpec spec) {
        if (spec.kind() == InputSpec.Kind.SWITCH) {
            return "it is true or false";
        }
        String number = spec.kind() == InputSpec.Kind.WHOLE ? "it is a whole number " : "it is a number ";
        String unit = spec.input().unit().equals("1") ? "" : " " + spec.input().unit();
        double max = spec.input().max();
        String from = Numbers.file(spec.input().min());
        return number
                + (max < NO_UPPER_END ? "from " + from + " to " + Numbers.file(max) : "of at least " + from)
                + unit;
    }

    private OptionalDouble onOff(YamlNode node, String key) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.quoted()) {
            if (scalar.text().equals("true")) {
                return OptionalDouble.of(1);
            }
            if (scalar.text().equals("false")) {
                return OptionalDouble.of(0);
            }
        }
        faults.add(node.mark(), key, node.description() + " is not a switch; it is true or false");
        return OptionalDouble.empty();
    }

    /** A finite number; {@code allowed} ends the message when it is none. */
    public OptionalDouble number(YamlNode node, String key, String allowed) {
        return number(node, key, () -> allowed);
    }

    private OptionalDouble number(YamlNode node, String key, Supplier<String> allowed) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            faults.add(node.mark(), key, node.description() + " is not a number; " + allowed.get());
            return OptionalDouble.empty();
        }
        String text = scalar.text();
        if (scalar.quoted() || !Numbers.isDecimal(text)) {
            String what = NOT_FINITE.matcher(text).matches() ? " is not a finite number; " : " is not a number; ";
            String quotes = scalar.quoted() ? " (in quotes it is text)" : "";
            faults.add(node.mark(), key, node.description() + what + allowed.get() + quotes);
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            faults.add(node.mark(), key, node.description() + " is too large for a number; " + allowed.get());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    /** A whole number in a range. */
    public OptionalLong whole(YamlNode node, String key, long min, long max) {
        if (node instanceof YamlNode.Scalar scalar
                && !scalar.quoted()
                && WHOLE.matcher(scalar.text()).matches()) {
            long value = Long.parseLong(scalar.text());
            if (value >= min && value <= max) {
                return OptionalLong.of(value);
            }
        }
        faults.add(
                node.mark(),
                key,
                node.description() + " is not allowed; it is a whole number from " + min + " to " + max);
        return OptionalLong.empty();
    }

    /** A date. */
    public Optional<LocalDate> date(YamlNode node, String key) {
        if (node instanceof YamlNode.Scalar scalar
                && DATE.matcher(scalar.text()).matches()) {
            try {
                return Optional.of(LocalDate.parse(scalar.text()));
            } catch (DateTimeException e) {
                // Falls through to the fault: the 31st of June, say.
            }
        }
        faults.add(node.mark(), key, node.description() + " is not a date; write it as 2015-12-31");
        return Optional.empty();
    }

    /** Text, not empty. */
    public Optional<String> text(YamlNode node, String key) {
        if (node instanceof YamlNode.Scalar scalar
                && !scalar.isNull()
                && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        faults.add(node.mark(), key, node.description() + " is not text");
        return Optional.empty();
    }

    /** One of some words. */
    public Optional<String> word(YamlNode node, String key, Collection<String> words) {
        if (node instanceof YamlNode.Scalar scalar && words.contains(scalar.text())) {
            return Optional.of(scalar.text());
        }
        String near = node instanceof YamlNode.Scalar scalar ? Faults.didYouMean(scalar.text(), words) : "";
        String allowed = String.join(", ", words);
        faults.add(node.mark(), key, node.description() + " is not allowed; it is one of " + allowed + near);
        return Optional.empty();
    }

    /** A name that fits a pattern. */
    public Optional<String> name(YamlNode node, String key, NameSyntax names) {
        if (node instanceof YamlNode.Scalar scalar && names.fits(scalar.text())) {
            return Optional.of(scalar.text());
        }
        faults.add(node.mark(), key, node.description() + " is not a name; " + names.rule());
        return Optional.empty();
    }

    /** A mapping. */
    public Optional<YamlNode.Mapping> mapping(YamlNode node, String key) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        faults.add(node.mark(), key, node.description() + " is not a mapping of keys to values");
        return Optional.empty();
    }

    /** The items of a list. */
    public List<YamlNode> items(YamlNode node, String key) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        faults.add(node.mark(), key, node.description() + " is not a list");
        return List.of();
    }
}
