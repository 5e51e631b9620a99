package dev.borderline.experiment.table;

import dev.borderline.experiment.design.DesignPoint;
import dev.borderline.experiment.store.MeasureSummary;
import java.util.List;

/**
 * Summary of the replications of a cell.
 *
 * @param point the design point
 * @param arm name of the arm
 * @param runs finished runs
 * @param measures in order of declaration; empty if no run finished
 */
public record CellSummary(DesignPoint point, String arm, int runs, List<MeasureSummary> measures) {
    public CellSummary {
        measures = List.copyOf(measures);
    }

    /** The summary of the measure with this name. */
    public MeasureSummary measure(String name) {
        return measures.stream()
                .filter(summary -> summary.measure().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure " + name + " in this cell"));
    }
}
