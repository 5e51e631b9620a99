package dev.borderline.cli.serve;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.yaml.SourceText;

/** Scenarios of requests: shipped ones by name, and texts, which extend shipped ones alone. No file is opened. */
final class Texts {
    private Texts() {}

    /** A shipped scenario; throws {@link dev.borderline.yaml.InvalidInput}. */
    static Scenario named(String name) {
        return ScenarioReader.read(StandardCatalog.standard(), name, new ShippedScenarios());
    }

    /** The scenario of a text that a file would have; throws {@link dev.borderline.yaml.InvalidInput}. */
    static Scenario scenario(String file, String text) {
        return ScenarioReader.read(StandardCatalog.standard(), new SourceText(file, text), new ShippedScenarios());
    }
}
