package dev.borderline.stat;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** Two-sided confidence intervals for means, shares and counts. A level is above 0 and below 1, such as 0.95. */
public final class Intervals {
    private Intervals() {}

    /** Student's interval for the mean of two or more independent, nearly normal numbers: ± t(n - 1) standard errors. */
    public static Interval studentT(Tally tally, double level) {
        Interval.checkLevel(level);
        if (tally.n() < 2) {
            throw new IllegalArgumentException("n is " + tally.n() + "; a t interval needs 2 or more");
        }
        double halfWidth = studentFactor(tally.n(), level) * tally.standardError();
        return new Interval(tally.mean() - halfWidth, tally.mean() + halfWidth, level);
    }

    /** Half the width of Student's interval for the mean of {@code n} numbers, in standard errors. NaN if n is below 2. */
    public static double studentFactor(long n, double level) {
        return n < 2 ? Double.NaN : TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - level) / 2);
    }

    /** Student's interval for the mean of {@code first[i] - second[i]}, as of two arms that share their draws. */
    public static Interval pairedT(double[] first, double[] second, double level) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "pairs need equal lengths, not " + first.length + " and " + second.length);
        }
        Tally differences = new Tally();
        for (int i = 0; i < first.length; i++) {
            differences.add(first[i] - second[i]);
        }
        return studentT(differences, level);
    }

    /**
     * Wilson's score interval for a probability after {@code successes} in {@code trials}: near its level on average,
     * never outside 0 to 1. E. B. Wilson, JASA 22 (1927) 209-212.
     */
    public static Interval wilson(int successes, int trials, double level) {
        return binomial(BinomialConfidenceInterval.WILSON_SCORE, successes, trials, level);
    }

    /**
     * As {@link #wilson(int, int, double)}, of a share that need be no whole number of trials, as where a tie counts half.
     *
     * @param share 0 to 1
     */
    public static Interval wilson(double share, int trials, double level) {
        Interval.checkLevel(level);
        if (trials < 1 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a share of " + share + " in " + trials + " trials: it must be 0 to 1, trials 1 or more");
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double shrink = 1 + z * z / trials;
        double centre = (share + z * z / (2 * trials)) / shrink;
        double half = z / shrink * Math.sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), level);
    }

    /**
     * Clopper and Pearson's interval for a probability: at least its level always, so wider than Wilson's.
     * C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404-413.
     */
    public static Interval clopperPearson(int successes, int trials, double level) {
        return binomial(BinomialConfidenceInterval.CLOPPER_PEARSON, successes, trials, level);
    }

    /**
     * Garwood's exact interval for the mean of a Poisson count. Half the chi-squared quantiles at {@code 2 count} and
     * {@code 2 count + 2} degrees of freedom. F. Garwood, Biometrika 28 (1936) 437-442.
     */
    public static Interval garwood(long count, double level) {
        Interval.checkLevel(level);
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + "; it must be 0 or more");
        }
        double tail = (1 - level) / 2;
        double low = count == 0 ? 0 : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(tail) / 2;
        double high = ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(tail) / 2;
        return new Interval(low, high, level);
    }

    private static Interval binomial(BinomialConfidenceInterval method, int successes, int trials, double level) {
        Interval.checkLevel(level);
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    successes + " of " + trials + ": trials must be 1 or more, successes 0 to trials");
        }
        org.apache.commons.statistics.interval.Interval interval = method.fromErrorRate(trials, successes, 1 - level);
        return new Interval(interval.getLowerBound(), interval.getUpperBound(), level);
    }
}
