package dev.borderline.report;

import dev.borderline.measure.Measure.Presentation;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Headings and places in figures that the measures of the standard model declare; found once a process. */
final class Presentations {
    private static final Map<String, Presentation> STANDARD =
            Simulation.of(Scenarios.named(ShippedScenarios.BASELINE)).presentations();

    private Presentations() {}

    /** That of a measure; none for one that the standard model does not have. */
    static Presentation of(String measure) {
        return STANDARD.getOrDefault(measure, Presentation.NONE);
    }

    /** Names of the measures that are drawn by wealth fifth, in their order. */
    static List<String> byFifth() {
        return STANDARD.keySet().stream()
                .filter(measure -> of(measure).byFifth() > 0)
                .sorted(Comparator.comparingInt(measure -> of(measure).byFifth()))
                .toList();
    }
}
