package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Argument of {@code --move}: a lever, its new value and its days.
 *
 * @param arm it is for; empty for all
 * @param lever path or name
 * @param value as typed
 * @param at first day
 * @param until last day of a ramp; null where the value holds at once
 */
public record DatedMove(
        String arm,
        String lever,
        String value,
        String at,
        @Nullable String until) {
    private static final Pattern FORM = Pattern.compile("(?:([^:=@]+):)?([^:=@]+)=([^@]+)@([^@.]+)(?:\\.\\.([^@.]+))?");

    /** The move; throws {@link Refusal}. */
    Move move() {
        String name = lever.startsWith(InputSpec.LEVERS) ? lever.substring(InputSpec.LEVERS.length()) : lever;
        LocalDate from = day(at);
        if (until == null) {
            return Move.set(from, name, number());
        }
        LocalDate to = day(until);
        if (!from.isBefore(to)) {
            throw new Refusal("--move " + lever + ": " + until + " is not after " + at);
        }
        return Move.ramp(from, name, number(), to);
    }

    private double number() {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("--move " + lever + ": '" + value + "' is no number");
        }
        throw new Refusal("--move " + lever + ": '" + value + "' is not finite");
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal("--move " + lever + ": '" + text + "' is no date; one is such as 2012-01-01");
        }
    }

    /** As it was typed. */
    String word() {
        return (arm.isEmpty() ? "" : arm + ":") + lever + "=" + value + "@" + at + (until == null ? "" : ".." + until);
    }

    /** Reader of the argument. */
    public static final class Converter implements ITypeConverter<DatedMove> {
        @Override
        public DatedMove convert(String argument) {
            Matcher parts = FORM.matcher(argument);
            if (!parts.matches()) {
                throw new TypeConversionException(
                        "'" + argument + "' is not LEVER=VALUE@DATE or LEVER=VALUE@DATE..DATE");
            }
            String arm = parts.group(1) == null ? "" : parts.group(1);
            return new DatedMove(arm, parts.group(2), parts.group(3), parts.group(4), parts.group(5));
        }
    }
}
