package dev.borderline.cli.text;

import dev.borderline.text.Numbers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reader of a number given with an option, by the rules of files: no hexadecimal, no suffix, no infinity. */
public final class Decimal implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        double value = Numbers.read(text).orElse(Double.NaN);
        if (!Double.isFinite(value)) {
            throw new TypeConversionException("'" + text + (Double.isNaN(value) ? "' is not a number" : "' is too large a number"));
        }
        return value;
    }
}
