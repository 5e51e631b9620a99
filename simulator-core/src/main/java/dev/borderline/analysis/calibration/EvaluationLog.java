package dev.borderline.analysis.calibration;

import java.util.List;
import java.util.Optional;

/**
 * Log of evaluations, so that a calibration broken off goes on where it stopped. The search is a pure function of its seed and
 * walks the same way again, through what is remembered, at no cost. Used by one thread.
 */
public interface EvaluationLog {
    /** The statistics found at these values, in the order of the targets; NaN where a statistic is undefined. */
    Optional<List<Double>> find(List<Double> values);

    /** Notes the statistics at these values. */
    void add(List<Double> values, List<Double> statistics);

    /** A log that remembers nothing. */
    static EvaluationLog none() {
        return new EvaluationLog() {
            @Override
            public Optional<List<Double>> find(List<Double> values) {
                return Optional.empty();
            }

            @Override
            public void add(List<Double> values, List<Double> statistics) {}
        };
    }
}
