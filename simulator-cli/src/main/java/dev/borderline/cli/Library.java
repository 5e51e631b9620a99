package dev.borderline.cli;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;

/** Where commands find scenarios: files, and by plain names those that come with the program. */
final class Library {
    private static final Catalog CATALOG = StandardCatalog.standard();

    private Library() {}

    /** The mechanisms that every command works with. */
    static Catalog catalog() {
        return CATALOG;
    }

    /** A scenario by name or file; throws {@link dev.borderline.scenario.InvalidInput}. */
    static Scenario scenario(String reference) {
        return ScenarioReader.read(CATALOG, reference, new ScenarioFiles());
    }
}
