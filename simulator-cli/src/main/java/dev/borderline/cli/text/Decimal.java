package dev.borderline.cli.text;

import dev.borderline.text.Numbers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Decimal number given with an option, by the rules of scenario files. No NaN, no infinity, nothing of Java's own such as 1f.
 */
public final class Decimal implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
        return Numbers.parse(value).orElseThrow(() -> new TypeConversionException("'" + value + "' is not a number"));
    }
}
