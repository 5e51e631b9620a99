package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scenarios and sweeps from texts in tests. */
final class Texts {
    static final Catalog CATALOG = StandardCatalog.standard();
    static final String FILE = "my.yaml";

    private Texts() {}

    static Scenario scenario(String text) {
        return ScenarioReader.read(CATALOG, new SourceText(FILE, text), new ShippedScenarios());
    }

    /** A scenario that extends the baseline by these lines, which start at line 3. */
    static Scenario extending(String... lines) {
        return scenario(extension(lines));
    }

    static String extension(String... lines) {
        return "schema: 1\nextends: baseline\n" + String.join("\n", lines) + "\n";
    }

    static SweepFile sweep(String text) {
        return SweepReader.read(CATALOG, new SourceText(FILE, text), new ShippedScenarios());
    }

    static List<String> faults(Runnable reading) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, reading::run);
        return refusal == null
                ? List.of()
                : refusal.faults().stream().map(Fault::toString).toList();
    }

    static String seed(String path) {
        try {
            return Files.readString(Path.of("../seeds").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
