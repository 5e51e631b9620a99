package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Estimate;
import dev.borderline.experiment.design.Shuffle;
import dev.borderline.random.Draws;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.stat.Quantiles;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Value of information for a choice among options, in the unit of the harm. It is how much less harm is expected of one who
 * learns something before choosing than of one who chooses now. Immutable.
 *
 * <p>Of perfect information it is the least mean harm less the mean of the least harm. Of one unknown the harms are replaced by their
 * conditional means over classes of it (M. Strong, J. E. Oakley, "An efficient method for computing single-parameter partial expected
 * value of perfect information", Medical Decision Making 33 (2013) 755-766). As the least of means is concave, the latter is never
 * below 0 and never above the former, in any sample. It is too large by what means over few members differ by chance; that is taken
 * off as found in orders of the members that break every tie with the unknown, but never below 0.
 *
 * <p>Draws: {@code analysis.permutation}, subject the permutation.
 */
public final class InformationValue {
    /** Orders of the members in which nothing is to be learnt. */
    private static final int PERMUTATIONS = 200;

    private static final double CERTAIN = 0.9;
    private static final double FLOOR = 0.95;
    private static final String PURPOSE = "analysis.permutation";

    private final double[][] harms; // by option, then member
    private final int[] everyone;
    private final double[] byChance; // values of learning nothing, ascending
    private final double bias;

    /**
     * Value of information about one unknown.
     *
     * @param value of knowing it, with its bootstrap interval; bias corrected
     * @param floor what learning nothing shows with probability 5 % or less; a value below it is none
     * @param settles share of what may be learnt that puts the sign of the change, of the second option from the first, beyond nine
     *     in ten; NaN unless there are two options
     */
    public record OfUnknown(Estimate value, double floor, double settles) {}

    /**
     * A choice.
     *
     * @param harms by option, then member
     */
    public InformationValue(double[][] harms, long seed) {
        if (harms.length < 2 || Arrays.stream(harms).anyMatch(option -> option.length != harms[0].length)) {
            throw new IllegalArgumentException("a choice needs two options, each with a harm for every member");
        }
        this.harms = Arrays.stream(harms).map(double[]::clone).toArray(double[][]::new);
        int n = harms[0].length;
        everyone = IntStream.range(0, n).toArray();
        byChance = byChance(n, seed);
        bias = Arrays.stream(byChance).average().orElse(0);
    }

    /** Values that a partition into equal classes shows where there is nothing to learn. They are the same for every unknown. */
    private double[] byChance(int n, long seed) {
        Classes classes = Classes.of(IntStream.range(0, n).asDoubleStream().toArray(), Classes.usual(n));
        Draws draws = Draws.of(RunKeys.runKey(RunKeys.SCHEME_VERSION, seed, 0), PURPOSE, SubjectKind.WORLD);
        double[] found = new double[PERMUTATIONS];
        for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
            found[permutation] = partial(classes.permuted(Shuffle.of(n, draws, permutation, 0)), everyone);
        }
        Arrays.sort(found);
        return found;
    }

    /** Expected value of perfect information. */
    public double perfect() {
        double mean = 0;
        for (int member : everyone) {
            double least = Double.POSITIVE_INFINITY;
            for (double[] option : harms) {
                least = Math.min(least, option[member]);
            }
            mean += least / everyone.length;
        }
        return Math.max(0, leastMean(everyone) - mean);
    }

    /** The number of the option with the least mean harm: what to choose if nothing is learnt. */
    public int best() {
        int best = 0;
        for (int option = 1; option < harms.length; option++) {
            best = mean(option, everyone) < mean(best, everyone) ? option : best;
        }
        return best;
    }

    /** Expected value of knowing one unknown, before its bias is taken off. */
    double plain(double[] unknown) {
        return partial(Classes.of(unknown, Classes.usual(unknown.length)), everyone);
    }

    /** Value of information about one unknown. */
    public OfUnknown of(double[] unknown, Bootstrap bootstrap) {
        Classes classes = Classes.of(unknown, Classes.usual(unknown.length));
        Estimate value = bootstrap
                .estimates(everyone.length, members -> new double[] {Math.max(0, partial(classes, members) - bias)})[0];
        return new OfUnknown(value, Math.max(0, Quantiles.ofSorted(byChance, FLOOR) - bias), settles(classes));
    }

    private double partial(Classes classes, int[] members) {
        int[] sizes = classes.sizes(members);
        double[][] sums = Arrays.stream(harms)
                .map(option -> classes.sums(option, members))
                .toArray(double[][]::new);
        double informed = 0;
        for (int k = 0; k < sizes.length; k++) {
            double least = Double.POSITIVE_INFINITY;
            for (double[] option : sums) {
                least = Math.min(least, option[k]);
            }
            informed += sizes[k] == 0 ? 0 : least / members.length;
        }
        return Math.max(0, leastMean(members) - informed);
    }

    private double leastMean(int[] members) {
        return IntStream.range(0, harms.length)
                .mapToDouble(option -> mean(option, members))
                .min()
                .orElse(0);
    }

    private double mean(int option, int[] members) {
        double sum = 0;
        for (int member : members) {
            sum += harms[option][member];
        }
        return sum / members.length;
    }

    /** Share of the members in which the second of two options is above the first, ties half. NaN unless there are two. */
    double rising() {
        return harms.length == 2 ? Arrays.stream(rises()).average().orElse(Double.NaN) : Double.NaN;
    }

    private double[] rises() {
        double[] rises = new double[everyone.length];
        Arrays.setAll(rises, member -> 0.5 + 0.5 * Math.signum(harms[1][member] - harms[0][member]));
        return rises;
    }

    /** Ties count half. */
    private double settles(Classes classes) {
        if (harms.length != 2) {
            return Double.NaN;
        }
        double[] sums = classes.sums(rises(), everyone);
        int[] sizes = classes.sizes(everyone);
        double settled = 0;
        for (int k = 0; k < sizes.length; k++) {
            double share = sizes[k] == 0 ? 0.5 : sums[k] / sizes[k];
            settled += share >= CERTAIN || share <= 1 - CERTAIN ? (double) sizes[k] / everyone.length : 0;
        }
        return settled;
    }
}
