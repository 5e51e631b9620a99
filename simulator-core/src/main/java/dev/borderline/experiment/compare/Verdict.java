package dev.borderline.experiment.compare;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.scenario.Claim;
import dev.borderline.scenario.Claim.Part;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verdict of runs on a claim of a scenario's signature.
 *
 * <p>Of each replication the margin is the measure less the factor times the reference, both with common random numbers. The claim shows
 * if Student's interval for the mean margin lies wholly on the claimed side of 0; so one that is false, or holds with equality,
 * shows with at most half the probability outside the interval. Replications in which a side is undefined are left out.
 *
 * @param claim what is claimed
 * @param subject mean of the measure
 * @param reference mean of what it is compared with, before the factor
 * @param margin interval for the mean margin
 * @param n replications
 */
public record Verdict(Claim claim, double subject, double reference, Interval margin, long n) {
    /**
     * The verdict on a claim.
     *
     * @param claim what is claimed
     * @param own runs of the scenario that claims it
     * @param other runs of the scenario it names, with the same seed; {@code own} if it names none
     * @param level of the interval, such as 0.999
     * @throws IllegalArgumentException if there is no such measure or year, or fewer than two replications tell
     */
    public static Verdict of(Claim claim, Replicates own, Replicates other, double level) {
        Map<Integer, FinishedRun> partners = new HashMap<>();
        other.runs().forEach(run -> partners.put(run.task().replication(), run));
        Tally subjects = new Tally();
        Tally references = new Tally();
        Tally margins = new Tally();
        for (FinishedRun run : own.runs()) {
            FinishedRun partner = partners.get(run.task().replication());
            double subject = value(run, claim.measure(), claim.part());
            double reference = partner == null ? Double.NaN : value(partner, claim.measure(), claim.otherPart());
            if (!Double.isNaN(subject) && !Double.isNaN(reference)) {
                subjects.add(subject);
                references.add(reference);
                margins.add(subject - claim.factor() * reference);
            }
        }
        return new Verdict(claim, subjects.mean(), references.mean(), Intervals.studentT(margins, level), margins.n());
    }

    /** True if the interval lies wholly on the claimed side of 0. */
    public boolean shows() {
        return claim.above() ? margin.low() > 0 : margin.high() < 0;
    }

    /** A measure of a run in a part of it; NaN where it is undefined. */
    static double value(FinishedRun run, String measure, Part part) {
        int index = run.layout().index(measure);
        return switch (part.kind()) {
            case WHOLE -> run.value(index);
            case YEAR -> run.inYear(index, year(run.layout().years(), part.number()));
            case FIFTH -> run.inFifth(index, part.number() - 1);
        };
    }

    private static int year(List<String> years, int number) {
        for (int year = 0; year < years.size(); year++) {
            if (years.get(year).startsWith(number + "-")) {
                return year;
            }
        }
        throw new IllegalArgumentException("the year " + number + " is not simulated");
    }
}
