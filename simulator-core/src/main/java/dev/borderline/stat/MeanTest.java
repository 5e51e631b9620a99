package dev.borderline.stat;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's test of whether a mean is zero. */
public final class MeanTest {
    private MeanTest() {}

    /**
     * The two-sided p-value of independent, nearly normal numbers under a mean of 0. Below α exactly where {@link
     * Intervals#studentT} at level 1 − α leaves out 0. Where the numbers do not vary, 1 if they are 0 and 0 if they are not; NaN
     * with fewer than two.
     */
    public static double pValue(Tally tally) {
        if (tally.n() < 2) {
            return Double.NaN;
        }
        double standardError = tally.standardError();
        if (standardError == 0) {
            return tally.mean() == 0 ? 1 : 0;
        }
        double t = Math.abs(tally.mean()) / standardError;
        return Math.min(1, 2 * TDistribution.of(tally.n() - 1.0).survivalProbability(t));
    }
}
