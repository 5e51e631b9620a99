package dev.borderline.cli.text;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A whole number given with an option. What is none is refused in words, where picocli alone would name a type.
 *
 * @param parse makes the number of a text, or throws {@link NumberFormatException}
 */
public record WholeNumberConverter<N>(Function<String, N> parse) implements ITypeConverter<N> {
    @Override
    public N convert(String value) {
        try {
            return parse.apply(value);
        } catch (NumberFormatException e) {
            String wrong = value.matches("[-+]?\\d+") ? "is too large a number" : "is not a whole number";
            throw new TypeConversionException("'" + value + "' " + wrong);
        }
    }
}
