package dev.borderline.cli.options;

import dev.borderline.cli.text.Decimal;
import dev.borderline.cli.text.WholeNumberConverter;
import java.math.BigInteger;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Readers of words that several commands take, which refuse in this program's words. */
public final class Converters {
    private Converters() {}

    /** A command line that reads by them. */
    public static CommandLine register(CommandLine line) {
        return line.setAbbreviatedOptionsAllowed(false)
                .setExpandAtFiles(false) // a name that begins with @ is a name
                .registerConverter(Path.class, Converters::path)
                .registerConverter(int.class, new WholeNumberConverter<>(Integer::valueOf))
                .registerConverter(Integer.class, new WholeNumberConverter<>(Integer::valueOf))
                .registerConverter(long.class, new WholeNumberConverter<>(Long::valueOf))
                .registerConverter(Long.class, new WholeNumberConverter<>(Long::valueOf))
                .registerConverter(double.class, new Decimal())
                .registerConverter(Double.class, new Decimal())
                .registerConverter(Setting.class, new Setting.Converter())
                .registerConverter(DatedMove.class, new DatedMove.Converter())
                .registerConverter(BigInteger.class, new WholeNumberConverter<>(BigInteger::new));
    }

    /** An empty word, such as an unset variable of a script leaves, is not the folder one stands in. */
    private static Path path(String word) {
        if (word.isBlank()) {
            throw new TypeConversionException("an empty word names no file");
        }
        return Path.of(word);
    }
}
