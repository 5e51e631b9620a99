package dev.borderline.experiment.folder;

import dev.borderline.scenario.ScenarioResolver;
import dev.borderline.yaml.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Resolver of a scenario in a result folder, which may name nothing that would have to be opened. It stands there whole, and
 * extends nothing; what its signature compares it with is not looked at.
 */
final class ByItself implements ScenarioResolver {
    private static final String NOTHING = "a scenario in a result folder stands by itself";

    @Override
    public Optional<SourceText> find(String reference, String from) {
        return Optional.of(new SourceText(reference + " (" + NOTHING + ")", NOTHING));
    }

    @Override
    public List<String> known() {
        return List.of();
    }
}
