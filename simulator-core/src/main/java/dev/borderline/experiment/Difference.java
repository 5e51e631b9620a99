package dev.borderline.experiment;

import dev.borderline.model.Measure;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;

/**
 * What one arm adds to a measure of another, over pairs of runs with the same luck. Pairs in which one side is undefined are
 * left out. Immutable.
 */
public final class Difference {
    private static final double LEVEL = 0.95;

    private final Measure measure;
    private final Tally differences;
    private final double unpairedVariance;

    private Difference(Measure measure, Tally differences, double unpairedVariance) {
        this.measure = measure;
        this.differences = differences;
        this.unpairedVariance = unpairedVariance;
    }

    /** Collects pairs. */
    static final class Builder {
        private final Measure measure;
        private final Tally base = new Tally();
        private final Tally other = new Tally();
        private final Tally differences = new Tally();

        Builder(Layout layout, String name) {
            measure = layout.measures().get(layout.index(name));
        }

        void add(double ofBase, double ofOther) {
            if (!Double.isNaN(ofBase) && !Double.isNaN(ofOther)) {
                base.add(ofBase);
                other.add(ofOther);
                differences.add(ofOther - ofBase);
            }
        }

        Difference build() {
            return new Difference(measure, differences, base.variance() + other.variance());
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

    /**
     * How many times more runs would be needed without the shared luck: the variance of a difference of independent runs over
     * that of these. Infinite if these do not vary, NaN if nothing does.
     */
    public double varianceReduction() {
        return unpairedVariance / differences.variance();
    }
}
