package dev.borderline.scenario;

import dev.borderline.scenario.syntax.ShippedText;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scenarios that come with the library, from {@code seeds/} by way of the class path. */
public final class ShippedScenarios implements ScenarioResolver {
    /** Name of the scenario that holds all defaults. */
    public static final String BASELINE = "baseline";

    /**
     * A shipped scenario as lists show it.
     *
     * @param name by which it is run
     * @param title a few words
     * @param story one sentence
     */
    public record Listing(String name, String title, String story) {}

    /** Names of the scenarios, sorted, without the baseline. */
    public List<String> names() {
        return ShippedText.find("scenarios/index.txt")
                .orElseThrow()
                .text()
                .lines()
                .sorted()
                .toList();
    }

    /** The scenarios with their stories, sorted by name. */
    public List<Listing> list() {
        List<Listing> all = new ArrayList<>();
        for (String name : names()) {
            SourceText text = find(name, "").orElseThrow();
            if (YamlNode.read(text, YamlLimits.HAND_WRITTEN) instanceof YamlNode.Mapping mapping) {
                all.add(new Listing(name, text(mapping, "title"), text(mapping, "story")));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public Optional<SourceText> find(String reference, String from) {
        if (reference.equals(BASELINE)) {
            return ShippedText.find("baseline.yaml");
        }
        return names().contains(reference) ? ShippedText.find("scenarios/" + reference + ".yaml") : Optional.empty();
    }

    @Override
    public List<String> known() {
        List<String> all = new ArrayList<>(names());
        all.add(BASELINE);
        return List.copyOf(all);
    }

    private static String text(YamlNode.Mapping mapping, String key) {
        return mapping.get(key)
                .map(node -> node instanceof YamlNode.Scalar scalar ? scalar.text() : "")
                .orElse("");
    }
}
