package dev.borderline.experiment.compare;

import dev.borderline.measure.Measure;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.MeanTest;
import dev.borderline.stat.Tally;

/**
 * What one arm adds to a measure of another, over pairs of runs of the same replication. Pairs in which one side is undefined are
 * left out. Immutable.
 */
public final class Difference {
    private static final double LEVEL = 0.95;

    private final Measure measure;
    private final Tally base;
    private final Tally other;
    private final Tally differences;

    private Difference(Builder builder) {
        measure = builder.measure;
        base = builder.base;
        other = builder.other;
        differences = builder.differences;
    }

    /** Collects pairs. Used up by {@link #build}. */
    static final class Builder {
        private final Measure measure;
        private final Tally base = new Tally();
        private final Tally other = new Tally();
        private final Tally differences = new Tally();

        Builder(Measure measure) {
            this.measure = measure;
        }

        /** A pair with an estimate of its difference. */
        void add(double ofBase, double ofOther, double difference) {
            if (!Double.isNaN(ofBase) && !Double.isNaN(ofOther) && !Double.isNaN(difference)) {
                base.add(ofBase);
                other.add(ofOther);
                differences.add(difference);
            }
        }

        Difference build() {
            return new Difference(this);
        }
    }

    /** The measure, with its unit. */
    public Measure measure() {
        return measure;
    }

    /** Number of pairs. */
    public long n() {
        return differences.n();
    }

    /** Mean of the measure in the base; NaN without pairs. */
    public double baseMean() {
        return base.mean();
    }

    /** Mean of the measure in the other arm; NaN without pairs. */
    public double otherMean() {
        return other.mean();
    }

    /** Mean of the differences; NaN without pairs. */
    public double mean() {
        return differences.mean();
    }

    /** Standard error of the mean; NaN with fewer than two pairs. */
    public double standardError() {
        return differences.standardError();
    }

    /** Student's interval for the mean at this level; needs two pairs. */
    public Interval interval(double level) {
        return Intervals.studentT(differences, level);
    }

    /** Student's 95 % interval for the mean; needs two pairs. */
    public Interval interval95() {
        return interval(LEVEL);
    }

    /** Half of the width of {@link #interval95}; NaN with fewer than two pairs. */
    public double halfWidth95() {
        return n() < 2 ? Double.NaN : interval95().halfWidth();
    }

    /** Student's two-sided p-value for no difference, see {@link MeanTest}; NaN with fewer than two pairs. */
    public double pValue() {
        return MeanTest.pValue(differences);
    }

    /**
     * How many times more runs would be needed to know the difference as well from runs of independent luck that are counted
     * as they come: the variance of such a difference over that of these. Infinite if these do not vary, NaN if nothing does.
     */
    public double varianceReduction() {
        return (base.variance() + other.variance()) / differences.variance();
    }
}
