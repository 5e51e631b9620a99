package dev.borderline.stat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Paired differences of two systems, seen a pair at a time. The pairs are runs of both on common random numbers, of whatever
 * model. Pairs in which a number is NaN are left out. Mutable; one owner.
 */
public final class PairedTally {
    private final Tally base = new Tally();
    private final Tally other = new Tally();
    private final Tally differences = new Tally();

    /** The tally of pairs from two rows of the same length, in their order. */
    public static PairedTally of(double[] base, double[] other) {
        if (base.length != other.length) {
            throw new IllegalArgumentException("pairs need equal lengths, not " + base.length + " and " + other.length);
        }
        PairedTally tally = new PairedTally();
        for (int i = 0; i < base.length; i++) {
            tally.add(base[i], other[i]);
        }
        return tally;
    }

    /** Adds a pair. */
    public void add(double ofBase, double ofOther) {
        add(ofBase, ofOther, ofOther - ofBase);
    }

    /** Adds a pair with an estimate of its difference that is better than that of the two numbers. */
    public void add(double ofBase, double ofOther, double difference) {
        if (!Double.isNaN(ofBase) && !Double.isNaN(ofOther) && !Double.isNaN(difference)) {
            base.add(ofBase);
            other.add(ofOther);
            differences.add(difference);
        }
    }

    /** Number of pairs. */
    public long n() {
        return differences.n();
    }

    /** Mean in the base; NaN without pairs. */
    public double baseMean() {
        return base.mean();
    }

    /** Mean in the other system; NaN without pairs. */
    public double otherMean() {
        return other.mean();
    }

    /** Mean of the differences, other less base; NaN without pairs. */
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

    /** Student's two-sided p-value for no difference, see {@link MeanTest}; NaN with fewer than two pairs. */
    public double pValue() {
        return MeanTest.pValue(differences);
    }

    /**
     * Variance-reduction factor: how many times as many pairs of independent runs give the same precision. Infinite if the
     * differences do not vary, NaN if nothing does.
     */
    public double varianceReduction() {
        return (base.variance() + other.variance()) / differences.variance();
    }

    /** True for a tally with the same numbers to the last bit. */
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof PairedTally tally
                && base.equals(tally.base)
                && other.equals(tally.other)
                && differences.equals(tally.differences);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, other, differences);
    }

    @Override
    public String toString() {
        return "n=" + n() + " base=" + baseMean() + " other=" + otherMean() + " difference=" + mean();
    }
}
