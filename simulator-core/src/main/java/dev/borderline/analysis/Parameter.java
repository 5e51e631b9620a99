package dev.borderline.analysis;

import dev.borderline.scenario.Range;

/**
 * An input that a calibration may move.
 *
 * @param path of the input
 * @param range where its value may lie: the range of its evidence
 */
public record Parameter(String path, Range range) {
    /** The place, 0 to 1, of a value in the range, by bisection; an end where the value lies outside. */
    double placeOf(double value) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (range.at(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
