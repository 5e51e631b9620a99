package dev.borderline.experiment.store;

import dev.borderline.measure.Measure;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Quantiles;
import dev.borderline.stat.Tally;
import java.util.Arrays;
import java.util.List;

/**
 * Summary of a measure over the replications of a cell. With no value every statistic but {@code n} is NaN; with one, spread and
 * interval are.
 *
 * @param measure what is summed up
 * @param n runs that have a value; ratios over nothing have none
 * @param mean arithmetic mean
 * @param sd standard deviation, divisor n − 1
 * @param se standard error of the mean
 * @param ciLow lower end of Student's interval for the mean
 * @param ciHigh upper end
 * @param confLevel level of the interval
 * @param quantiles at {@link #PROBABILITIES}, of type 7
 */
public record MeasureSummary(
        Measure measure,
        int n,
        double mean,
        double sd,
        double se,
        double ciLow,
        double ciHigh,
        double confLevel,
        List<Double> quantiles) {
    /** Level of intervals in files. */
    public static final double CONF_LEVEL = 0.95;

    /** Probabilities of the quantiles; 0 and 1 are the range. */
    public static final List<Double> PROBABILITIES = List.of(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);

    public MeasureSummary {
        quantiles = List.copyOf(quantiles);
    }

    /** The summary of values in order of replication; NaN stands for a run without one. */
    public static MeasureSummary of(Measure measure, double... values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Tally tally = Tally.of(sorted);
        Arrays.sort(sorted);
        Interval mean = sorted.length > 1 ? Intervals.studentT(tally, CONF_LEVEL) : null;
        return new MeasureSummary(
                measure,
                sorted.length,
                tally.mean(),
                tally.sd(),
                tally.standardError(),
                mean == null ? Double.NaN : mean.low(),
                mean == null ? Double.NaN : mean.high(),
                CONF_LEVEL,
                PROBABILITIES.stream()
                        .map(p -> sorted.length == 0 ? Double.NaN : Quantiles.ofSorted(sorted, p))
                        .toList());
    }
}
