package dev.borderline.simulation;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.InvalidInput;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.ShippedScenarios;
import java.util.List;

/** Scenarios of the standard catalog, by name or from files. */
public final class Scenarios {
    private Scenarios() {}

    /**
     * A shipped scenario, or one from a file where {@code reference} is a path.
     *
     * @throws InvalidInput naming every fault, and the nearest name where there is no such scenario
     */
    public static Scenario named(String reference) {
        return ScenarioReader.read(StandardCatalog.standard(), reference, new ScenarioFiles());
    }

    /** The shipped scenarios with their stories, sorted by name. */
    public static List<ShippedScenarios.Listing> list() {
        return new ShippedScenarios().list();
    }
}
