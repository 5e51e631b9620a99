package dev.borderline.scenario;

import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds scenarios in files and, by plain names, among those shipped. A reference with a slash or ending in {@code .yaml} is a
 * path, relative to the file that it is written in.
 */
public final class ScenarioFiles implements ScenarioResolver {
    private final ShippedScenarios shipped = new ShippedScenarios();

    @Override
    public Optional<SourceText> find(String reference, String from) {
        if (!isPath(reference)) {
            return shipped.find(reference, from);
        }
        return file(reference, from, YamlLimits.HAND_WRITTEN);
    }

    @Override
    public Optional<SourceText> findTable(String reference, String from) {
        return file(reference, from, YamlLimits.MACHINE_WRITTEN);
    }

    private static Optional<SourceText> file(String reference, String from, YamlLimits limits) {
        try {
            Path file = from.isEmpty()
                    ? Path.of(reference)
                    : Path.of(from).resolveSibling(reference).normalize();
            return Files.exists(file) ? Optional.of(SourceText.ofFile(file, limits.maxBytes())) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> known() {
        return shipped.known();
    }

    /** True when a reference means a file rather than a shipped scenario. */
    public static boolean isPath(String reference) {
        return reference.contains("/") || reference.endsWith(".yaml") || reference.endsWith(".yml");
    }
}
