package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Estimate;
import java.util.stream.IntStream;

/**
 * First-order index of an unknown from a sample as it is. It is the share of the variance of an outcome that conditional means
 * over classes of the unknown explain. E. Plischke, E. Borgonovo, C. L. Smith, "Global sensitivity measures from given data",
 * European Journal of Operational Research 226 (2013) 536-550.
 *
 * <p>Means over few members vary by themselves, which the plain ratio of sums of squares takes for explanation: (K − 1)/(n − 1) of it,
 * on average, where nothing is explained. Dividing each sum by its degrees of freedom takes that away: the estimate has mean 0 then,
 * and may be below 0 by chance (T. L. Kelley's ε², PNAS 21 (1935) 554-559).
 */
public final class GivenData {
    private GivenData() {}

    /** The index; NaN where the outcome does not vary. */
    public static double firstOrder(double[] unknown, double[] outcome) {
        int n = outcome.length;
        return firstOrder(
                Classes.of(unknown, Classes.usual(n)),
                outcome,
                IntStream.range(0, n).toArray());
    }

    /** The index with its bootstrap interval. */
    public static Estimate estimate(double[] unknown, double[] outcome, Bootstrap bootstrap) {
        Classes classes = Classes.of(unknown, Classes.usual(outcome.length));
        return bootstrap.estimates(outcome.length, members -> new double[] {firstOrder(classes, outcome, members)})[0];
    }

    private static double firstOrder(Classes classes, double[] outcome, int[] members) {
        int n = members.length;
        double mean = 0;
        for (int member : members) {
            mean += outcome[member] / n;
        }
        double[] centred = new double[outcome.length];
        double total = 0;
        for (int member : members) {
            centred[member] = outcome[member] - mean;
            total += centred[member] * centred[member];
        }
        double[] sums = classes.sums(centred, members);
        int[] sizes = classes.sizes(members);
        double between = 0;
        int filled = 0;
        for (int k = 0; k < sums.length; k++) {
            between += sizes[k] == 0 ? 0 : sums[k] * sums[k] / sizes[k];
            filled += sizes[k] == 0 ? 0 : 1;
        }
        boolean defined = total > 0 && n > filled;
        return defined ? 1 - (total - between) / (n - filled) / (total / (n - 1)) : Double.NaN;
    }
}
