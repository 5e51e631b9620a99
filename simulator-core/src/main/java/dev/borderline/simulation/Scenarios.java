package dev.borderline.simulation;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.yaml.InvalidInput;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Scenarios of the standard catalog, by name or from files. */
public final class Scenarios {
    private Scenarios() {}

    /**
     * A shipped scenario, or one from a file where {@code reference} is a path.
     *
     * @throws InvalidInput naming every fault, and the nearest name where there is no such scenario
     */
    public static Scenario named(String reference) {
        return named(StandardCatalog.standard(), reference);
    }

    /**
     * As {@link #named}, and its signature names measures that its runs report, which takes some tens of milliseconds to find out.
     *
     * @throws InvalidInput naming every fault
     */
    public static Scenario checked(String reference) {
        Scenario scenario = named(reference);
        if (!scenario.signature().isEmpty()) {
            Set<String> names = new TreeSet<>();
            Simulation.of(scenario).measures().forEach(measure -> names.add(measure.name()));
            scenario.checkSignature(names);
        }
        return scenario;
    }

    /**
     * As {@link #named(String)}, made of the mechanisms of a catalog: for files that set inputs of a mechanism of one's own.
     *
     * @throws InvalidInput naming every fault
     */
    public static Scenario named(Catalog catalog, String reference) {
        return ScenarioReader.read(catalog, reference, new ScenarioFiles());
    }

    /** The shipped scenarios with their stories, sorted by name. */
    public static List<ShippedScenarios.Listing> list() {
        return new ShippedScenarios().list();
    }
}
