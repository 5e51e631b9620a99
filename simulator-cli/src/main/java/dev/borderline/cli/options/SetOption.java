package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --set}: inputs changed for one command. */
public final class SetOption {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = {
                "Set an input, such as", // a path too long for the rest of the line would be broken within
                "levers.surveillance.coverage=0.06. May be repeated; 'scenarios show' lists the paths."
            })
    private Map<String, String> values = new LinkedHashMap<>();

    /** Paths of the inputs it sets. */
    public Set<String> paths() {
        return values.keySet();
    }

    /** The options as words of a command. */
    public List<String> words() {
        return values.entrySet().stream()
                .flatMap(entry -> Stream.of("--set", entry.getKey() + "=" + entry.getValue()))
                .toList();
    }

    /** The scenario with the inputs changed together; throws {@link Refusal} or the scenario's own refusal. */
    public Scenario applyTo(Scenario scenario) {
        return changed(scenario, values);
    }

    /** The scenario with inputs changed to what these texts say, by path. */
    static Scenario changed(Scenario scenario, Map<String, String> values) {
        if (values.isEmpty()) {
            return scenario;
        }
        Map<String, Double> changes = new LinkedHashMap<>();
        values.forEach((path, text) -> changes.put(path, number(path, text)));
        return scenario.with(changes);
    }

    private static double number(String path, String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? 1 : 0;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("--set " + path + ": '" + text + "' is not a number");
        }
        throw new Refusal("--set " + path + ": " + text + " is not finite");
    }
}
