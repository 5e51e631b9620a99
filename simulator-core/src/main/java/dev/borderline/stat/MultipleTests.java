package dev.borderline.stat;

import java.util.Arrays;
import java.util.Comparator;

/** Corrections of p-values where several hypotheses are tested at once. */
public final class MultipleTests {
    private MultipleTests() {}

    /**
     * Holm's step-down adjusted p-values, in the order given. Rejecting those at most α keeps the chance of any false
     * rejection at most α, whatever the dependence. The i-th smallest of m becomes the largest of {@code (m - j + 1)
     * p(j)}, j up to i, at most 1. S. Holm, Scandinavian Journal of Statistics 6 (1979) 65-70.
     *
     * @param pValues 0 to 1 each; not changed
     */
    public static double[] holm(double... pValues) {
        for (double pValue : pValues) {
            check(pValue);
        }
        int m = pValues.length;
        Integer[] ascending = new Integer[m];
        Arrays.setAll(ascending, i -> i);
        Arrays.sort(ascending, Comparator.comparingDouble(i -> pValues[i]));
        double[] adjusted = new double[m];
        double largest = 0;
        for (int rank = 0; rank < m; rank++) {
            int i = ascending[rank];
            largest = Math.max(largest, Math.min(1, (m - rank) * pValues[i]));
            adjusted[i] = largest;
        }
        return adjusted;
    }

    private static void check(double pValue) {
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("p-value is " + pValue + "; it must be 0 to 1");
        }
    }
}
