package dev.borderline.experiment.compare;

import dev.borderline.measure.Measure;
import dev.borderline.stat.Interval;
import dev.borderline.stat.PairedTally;
import dev.borderline.text.Numbers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Paired difference between two arms in a measure, over pairs of runs of the same replication. Pairs in which one side is
 * undefined are left out. Immutable.
 */
public final class Difference {
    private static final double LEVEL = 0.95;

    private final Measure measure;
    private final PairedTally pairs;

    Difference(Measure measure, PairedTally pairs) {
        this.measure = measure;
        this.pairs = pairs;
    }

    /** The measure, with its unit. */
    public Measure measure() {
        return measure;
    }

    /** Number of pairs. */
    public long n() {
        return pairs.n();
    }

    /** Mean of the measure in the base; NaN without pairs. */
    public double baseMean() {
        return pairs.baseMean();
    }

    /** Mean of the measure in the other arm; NaN without pairs. */
    public double otherMean() {
        return pairs.otherMean();
    }

    /** Mean of the differences; NaN without pairs. */
    public double mean() {
        return pairs.mean();
    }

    /** Standard error of the mean; NaN with fewer than two pairs. */
    public double standardError() {
        return pairs.standardError();
    }

    /** Student's interval for the mean at this level; needs two pairs. */
    public Interval interval(double level) {
        return pairs.interval(level);
    }

    /** Student's 95 % interval for the mean; needs two pairs. */
    public Interval interval95() {
        return interval(LEVEL);
    }

    /** Half of the width of {@link #interval95}; NaN with fewer than two pairs. */
    public double halfWidth95() {
        return n() < 2 ? Double.NaN : interval95().halfWidth();
    }

    /** Student's two-sided p-value for no difference, see {@link PairedTally#pValue}; NaN with fewer than two pairs. */
    public double pValue() {
        return pairs.pValue();
    }

    /** Variance-reduction factor of the pairing, see {@link PairedTally#varianceReduction}. */
    public double varianceReduction() {
        return pairs.varianceReduction();
    }

    /** True for the same measure and the same pairs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Difference difference
                && measure.equals(difference.measure)
                && pairs.equals(difference.pairs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(measure, pairs);
    }

    /** In words: the mean with its 95 % interval. */
    @Override
    public String toString() {
        String interval = n() < 2
                ? ""
                : " (95 % interval " + Numbers.summary(interval95().low()) + " to "
                        + Numbers.summary(interval95().high()) + ")";
        return measure.name() + ": "
                + (n() == 0 ? "no pairs" : Numbers.summary(mean()) + " " + measure.unit() + interval) + ", " + n()
                + " pairs";
    }
}
