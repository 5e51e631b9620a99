package dev.borderline.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Goodness of fit on fixed seeds. Each check refuses a p-value below {@link #FALSE_ALARM}: that is the probability that
 * a correct sampler with another seed would fail it.
 */
public final class Fit {
    public static final double FALSE_ALARM = 1e-6;

    private Fit() {}

    /** Kolmogorov's test with his limiting law, 2 Σ (-1)^(j-1) exp(-2 j² n D²), for samples of thousands and more. */
    public static void assertFollows(DoubleUnaryOperator cdf, double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double p = cdf.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(p - (double) i / n, (i + 1.0) / n - p));
        }
        double p = 0;
        for (int j = 1; j <= 100; j++) {
            p += (j % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * j * j * n * distance * distance);
        }
        double pValue = distance * Math.sqrt(n) < 0.2 ? 1 : p; // below 0.2 the series converges slowly to 1
        assertTrue(pValue > FALSE_ALARM, "Kolmogorov p = " + pValue + ", D = " + distance);
    }

    /** Pearson's chi-squared test of counts; expected counts should be 5 or more. */
    public static void assertCounts(double[] expected, long[] observed) {
        double p = ChiSquareTest.withDefaults().test(expected, observed).getPValue();
        assertTrue(p > FALSE_ALARM, "chi-squared p = " + p);
    }

    /** Independence and uniformity of pairs at once: a chi-squared test on a 16 by 16 grid. */
    public static void assertIndependent(double[] first, double[] second) {
        final int side = 16;
        long[] observed = new long[side * side];
        for (int i = 0; i < first.length; i++) {
            int row = (int) (first[i] * side);
            int column = (int) (second[i] * side);
            observed[row * side + column]++;
        }
        double[] expected = new double[observed.length];
        Arrays.fill(expected, (double) first.length / expected.length);
        assertCounts(expected, observed);
    }
}
