package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private List<Setting> settings = new ArrayList<>();

    /** Paths of the inputs it sets. */
    public Set<String> paths() {
        return values().keySet();
    }

    /** The options as words of a command. */
    public List<String> words() {
        return Setting.words(values());
    }

    /** The scenario with the inputs changed together; throws {@link Refusal} or the scenario's own refusal. */
    public Scenario applyTo(Scenario scenario) {
        return changed(scenario, values());
    }

    private Map<String, String> values() {
        return Setting.byKey(settings);
    }

    /** The scenario with inputs changed to what these texts say, by path. */
    static Scenario changed(Scenario scenario, Map<String, String> values) {
        return values.isEmpty() ? scenario : scenario.withTexts("--set", values);
    }
}
