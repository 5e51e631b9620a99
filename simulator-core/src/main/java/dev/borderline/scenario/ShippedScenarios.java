package dev.borderline.scenario;

import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scenarios that come with the library, from {@code seeds/} by way of the class path. */
public final class ShippedScenarios implements ScenarioResolver {
    /** Name of the scenario that holds all defaults. */
    public static final String BASELINE = "baseline";

    private static final String ROOT = "/dev/borderline/seeds/";

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
        return resource("scenarios/index.txt")
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
            return resource("baseline.yaml");
        }
        return names().contains(reference) ? resource("scenarios/" + reference + ".yaml") : Optional.empty();
    }

    @Override
    public List<String> known() {
        List<String> all = new ArrayList<>(names());
        all.add(BASELINE);
        return List.copyOf(all);
    }

    /** A text of {@code seeds/}. */
    static Optional<SourceText> resource(String path) {
        try (InputStream in = ShippedScenarios.class.getResourceAsStream(ROOT + path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(SourceText.ofStream("seeds/" + path, in, YamlLimits.HAND_WRITTEN.maxBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own file " + path + " cannot be read", e);
        }
    }

    private static String text(YamlNode.Mapping mapping, String key) {
        return mapping.get(key)
                .map(node -> node instanceof YamlNode.Scalar scalar ? scalar.text() : "")
                .orElse("");
    }
}
