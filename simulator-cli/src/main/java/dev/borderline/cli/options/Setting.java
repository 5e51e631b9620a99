package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Argument of {@code --set}: an input and the text of its value.
 *
 * @param key path of the input, in some commands after the name of an arm
 * @param text its value as typed
 */
public record Setting(String key, String text) {
    /** Settings by key, in their order; throws {@link Refusal} where one stands twice, as files do. */
    static Map<String, String> byKey(List<Setting> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> twice = new TreeSet<>();
        for (Setting setting : settings) {
            if (values.put(setting.key, setting.text) != null) {
                twice.add(setting.key);
            }
        }
        if (!twice.isEmpty()) {
            List<String> faults = new ArrayList<>();
            twice.forEach(key -> faults.add("--set " + key + ": it is set more than once; leave one of them"));
            throw new Refusal(String.join("\n", faults));
        }
        return values;
    }

    /** Words of a command that set the same. */
    static List<String> words(Map<String, String> settings) {
        return settings.entrySet().stream()
                .flatMap(setting -> Stream.of("--set", setting.getKey() + "=" + setting.getValue()))
                .toList();
    }

    /** Reader of the argument. */
    public static final class Converter implements ITypeConverter<Setting> {
        @Override
        public Setting convert(String argument) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException("'" + argument + "' is not PATH=VALUE");
            }
            return new Setting(argument.substring(0, equals), argument.substring(equals + 1));
        }
    }
}
