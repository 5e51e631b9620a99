package dev.borderline.figure;

import java.util.List;

/**
 * A number of a figure in its table.
 *
 * @param keys what it is of, one for each of the figure's columns
 * @param measure name of what was measured
 * @param unit its unit
 * @param estimate the number
 */
public record FigureRow(List<String> keys, String measure, String unit, MeanEstimate estimate) {
    public FigureRow {
        keys = List.copyOf(keys);
    }
}
