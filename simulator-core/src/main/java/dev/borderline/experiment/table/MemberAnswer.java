package dev.borderline.experiment.table;

import dev.borderline.measure.Measure;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Likelihood;
import dev.borderline.stat.Quantiles;
import dev.borderline.stat.Tally;
import dev.borderline.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Answer for a measure over the members of an ensemble, with chance and ignorance apart. It is what every table, page and file
 * says of the measure. A member's number is the mean of its replications. What is undefined is NaN.
 *
 * @param measure what is summed up
 * @param change whether the numbers are changes, so that their sign means something
 * @param median of the members' numbers, of type 7 as the other quantiles
 * @param p05 their quantile at 5 %
 * @param p95 their quantile at 95 %
 * @param sharePositive members with a change above 0, and half of those with none, over all; NaN unless {@code change}
 * @param shareLow lower end of Wilson's 95 % interval for that share
 * @param shareHigh upper end
 * @param open members whose replications do not agree on the sign of the change
 * @param chanceShare mean variance within members, over their replications, over the variance between members' numbers: how much of the
 *     spread is chance
 * @param members members with a number
 * @param replications of each member, as asked for
 */
public record MemberAnswer(
        Measure measure,
        boolean change,
        double median,
        double p05,
        double p95,
        double sharePositive,
        double shareLow,
        double shareHigh,
        int open,
        double chanceShare,
        int members,
        int replications) {
    /** Names of the numbers in files, in the order of {@link #fields}. */
    public static final List<String> NAMES = List.of(
            "median",
            "p05",
            "p95",
            "share_positive",
            "share_low",
            "share_high",
            "chance_share",
            "members",
            "replications");

    private static final double LOW = 0.05;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.95;
    private static final double LEVEL = 0.95;

    /** The answer to what a measure is. */
    public static MemberAnswer ofLevel(Measure measure, Members members, double... values) {
        return of(measure, false, members, values);
    }

    /** The answer to how a measure changes. */
    public static MemberAnswer ofChange(Measure measure, Members members, double... values) {
        return of(measure, true, members, values);
    }

    /** Values by replication, those of a member side by side; NaN where there is none. */
    private static MemberAnswer of(Measure measure, boolean change, Members members, double[] values) {
        int each = members.replicationsEach();
        double[] means = new double[members.count()];
        int count = 0;
        int open = 0;
        Tally within = new Tally();
        double positive = 0;
        for (int member = 0; member < members.count(); member++) {
            Tally tally = Tally.of(DoubleStream.of(Arrays.copyOfRange(values, member * each, (member + 1) * each))
                    .filter(value -> !Double.isNaN(value))
                    .toArray());
            if (tally.n() > 0) {
                means[count++] = tally.mean();
                positive += tally.mean() > 0 ? 1 : tally.mean() == 0 ? MIDDLE : 0;
                open += tally.min() <= 0 && tally.max() >= 0 ? 1 : 0;
                if (tally.n() > 1) {
                    within.add(tally.variance() / tally.n());
                }
            }
        }
        double[] known = Arrays.copyOf(means, count);
        Tally between = Tally.of(known);
        double share = change && count > 0 ? positive / count : Double.NaN;
        Interval interval = change && count > 0 ? Intervals.wilson(share, count, LEVEL) : null;
        Arrays.sort(known);
        return new MemberAnswer(
                measure,
                change,
                quantile(known, MIDDLE),
                quantile(known, LOW),
                quantile(known, HIGH),
                share,
                interval == null ? Double.NaN : interval.low(),
                interval == null ? Double.NaN : interval.high(),
                change ? open : 0,
                between.variance() > 0 ? within.mean() / between.variance() : Double.NaN,
                count,
                each);
    }

    private static double quantile(double[] sorted, double p) {
        return sorted.length == 0 ? Double.NaN : Quantiles.ofSorted(sorted, p);
    }

    /** The calibrated word for a rise, where the count of members bears one. */
    public Optional<Likelihood> rise() {
        return Double.isNaN(shareLow) ? Optional.empty() : Likelihood.of(new Interval(shareLow, shareHigh, LEVEL));
    }

    /** Members in which the measure rises, with half of those in which it stays. */
    public double rising() {
        return sharePositive * members;
    }

    /** The numbers before members and replications, in the order of {@link #NAMES}; NaN where undefined. */
    public double[] numbers() {
        return new double[] {median, p05, p95, sharePositive, shareLow, shareHigh, chanceShare};
    }

    /** The numbers as files have them, 9 significant digits; empty where undefined. */
    List<String> fields() {
        List<String> texts =
                DoubleStream.of(numbers()).mapToObj(Numbers::summaryOrEmpty).toList();
        return TableColumns.joined(texts, List.of(Integer.toString(members), Integer.toString(replications)));
    }
}
