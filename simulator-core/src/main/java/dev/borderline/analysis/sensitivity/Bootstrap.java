package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Estimate;
import dev.borderline.random.Draws;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Quantiles;
import java.util.Arrays;

/**
 * Bootstrap percentile intervals. The statistic is computed again on samples drawn with replacement from the sample at hand, and
 * its quantiles are the ends. B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13. Immutable.
 *
 * <p>Draws: {@code analysis.bootstrap}, subject the resample, occurrence the place in it; so an interval is a pure function of
 * sample and seed.
 *
 * @param seed of the draws
 * @param resamples how often the statistic is computed, at least 100
 * @param level of the intervals, above 0 and below 1
 */
public record Bootstrap(long seed, int resamples, double level) {
    private static final int RESAMPLES = 1000;
    /** Fewest resamples that are taken. */
    public static final int RESAMPLES_MIN = 100;

    private static final long SEED = 42;
    private static final double LEVEL = 0.95;
    private static final String PURPOSE = "analysis.bootstrap";

    public Bootstrap {
        if (resamples < RESAMPLES_MIN) {
            throw new IllegalArgumentException(resamples + " resamples: " + RESAMPLES_MIN + " or more are needed");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level is " + level + "; it must be above 0 and below 1");
        }
    }

    /** One or more numbers computed from a sample. */
    @FunctionalInterface
    public interface Statistic {
        /** The numbers, from the members of the sample with these indices, some perhaps several times. */
        double[] of(int[] members);
    }

    /** A thousand resamples with seed 42, at 95 %. */
    public static Bootstrap standard() {
        return new Bootstrap(SEED, RESAMPLES, LEVEL);
    }

    /** The statistic of the whole sample of this size, each number with its interval. */
    public Estimate[] estimates(int size, Statistic statistic) {
        int[] whole = new int[size];
        Arrays.setAll(whole, i -> i);
        double[] values = statistic.of(whole);
        double[][] resampled = new double[values.length][resamples];
        Draws draws = Draws.of(RunKeys.runKey(RunKeys.SCHEME_VERSION, seed, 0), PURPOSE, SubjectKind.WORLD);
        int[] members = new int[size];
        for (int resample = 0; resample < resamples; resample++) {
            for (int place = 0; place < size; place++) {
                members[place] = (int) (draws.uniform(resample, place) * size);
            }
            double[] again = statistic.of(members);
            for (int i = 0; i < values.length; i++) {
                resampled[i][resample] = again[i];
            }
        }
        Estimate[] estimates = new Estimate[values.length];
        Arrays.setAll(estimates, i -> new Estimate(values[i], interval(resampled[i])));
        return estimates;
    }

    /** A resample in which the statistic is undefined could have given anything. */
    private Interval interval(double[] resampled) {
        if (Arrays.stream(resampled).anyMatch(Double::isNaN)) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
        }
        Arrays.sort(resampled);
        double tail = (1 - level) / 2;
        return new Interval(Quantiles.ofSorted(resampled, tail), Quantiles.ofSorted(resampled, 1 - tail), level);
    }
}
