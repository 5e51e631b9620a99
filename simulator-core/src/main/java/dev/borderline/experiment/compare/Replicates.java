package dev.borderline.experiment.compare;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.measure.CalendarPeriod;
import dev.borderline.measure.Measure;
import dev.borderline.random.Mix64;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.HexFormat;
import java.util.List;

/** Results of the replications of one scenario, in their order; at least one. Immutable. */
public final class Replicates {
    private final List<FinishedRun> runs;
    private final boolean isComplete;

    Replicates(List<FinishedRun> runs, boolean isComplete) {
        if (runs.isEmpty()) {
            throw new IllegalStateException(
                    "no run was made: the work was cancelled or cut off before the first had ended");
        }
        this.runs = List.copyOf(runs);
        this.isComplete = isComplete;
    }

    /** True when all runs that were to be made are here. False where the work was cancelled, interrupted or cut off. */
    public boolean isComplete() {
        return isComplete;
    }

    /** The number of runs, and their fingerprint. */
    @Override
    public String toString() {
        return runs.size() + (isComplete ? " runs, " : " runs, incomplete, ") + fingerprint();
    }

    /** The runs, by replication; some are missing only if the work was cancelled. */
    public List<FinishedRun> runs() {
        return runs;
    }

    /** Measures in order of declaration. */
    public List<Measure> measures() {
        return runs.get(0).layout().measures();
    }

    /** Tally of a measure over the runs in which it is defined. */
    public Tally tally(String measure) {
        Tally tally = new Tally();
        int index = runs.get(0).layout().index(measure);
        runs.stream()
                .mapToDouble(run -> run.value(index))
                .filter(value -> !Double.isNaN(value))
                .forEachOrdered(tally::add);
        return tally;
    }

    /** Tally of a measure in a period such as {@code 2012}, {@code 2012-Q1} or {@code 2012-03}. */
    public Tally tally(String measure, String period) {
        Tally tally = new Tally();
        int index = runs.get(0).layout().index(measure);
        CalendarPeriod of = CalendarPeriod.parse(period);
        runs.stream()
                .mapToDouble(run -> run.inPeriod(index, of))
                .filter(value -> !Double.isNaN(value))
                .forEachOrdered(tally::add);
        return tally;
    }

    /** Student's interval for the mean of a measure; needs two runs in which it is defined. */
    public Interval interval(String measure, double level) {
        return Intervals.studentT(tally(measure), level);
    }

    /** Mean, spread, interval and quantiles of a measure. */
    public MeasureSummary summary(String measure) {
        int index = runs.get(0).layout().index(measure);
        double[] values = runs.stream().mapToDouble(run -> run.value(index)).toArray();
        return MeasureSummary.of(measures().get(index), values);
    }

    /** The fingerprints of all runs in one word, as 16 hexadecimal digits. */
    public String fingerprint() {
        long all = 0;
        for (FinishedRun run : runs) {
            all = Mix64.combine(all, run.trace().fingerprint());
        }
        return HexFormat.of().toHexDigits(all);
    }
}
