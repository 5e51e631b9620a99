package dev.borderline.model;

import dev.borderline.measure.Amounts;
import dev.borderline.measure.Compensator;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Kind;
import dev.borderline.measure.Measure.Standing;
import dev.borderline.measure.Peak;
import dev.borderline.measure.Recorder;
import dev.borderline.measure.Recorder.Count;

/**
 * Declaration of measures of one group and sense: {@code wiring.harm(MeasureGroup.HELD).line(5).years("person_years_held", …)}.
 * A measure without a line is shown only where all are asked for. Immutable.
 */
public final class Measures {
    private final Recorder recorder;
    private final Ownership ownership;
    private final Standing standing;

    Measures(Recorder recorder, Ownership ownership, Standing standing) {
        this.recorder = recorder;
        this.ownership = ownership;
        this.standing = standing;
    }

    /** Measures at this place of their group's short table, from 1. */
    public Measures line(int line) {
        return as(new Standing(standing.group(), standing.sense(), line, false, 0));
    }

    /** Measures that comparisons show unasked too. */
    public Measures main(int line) {
        return as(new Standing(standing.group(), standing.sense(), line, true, 0));
    }

    /** Measures among the few outcomes that stand for all, by rank from 1. */
    public Measures key(int line, int rank) {
        return as(new Standing(standing.group(), standing.sense(), line, true, rank));
    }

    private Measures as(Standing other) {
        return new Measures(recorder, ownership, other);
    }

    /** A number of things counted. */
    public Count count(String name, String unit, String what) {
        return own(name, unit, what, Kind.COUNT);
    }

    /** A sum in cents, reported in USD. */
    public Count money(String name, String what) {
        return own(name, "USD", what, Kind.MONEY);
    }

    /** A sum of person-time in ticks, reported in years. */
    public Count years(String name, String what) {
        return own(name, "years", what, Kind.YEARS);
    }

    /** A sum of air time in ticks, reported in minutes. */
    public Count minutes(String name, String what) {
        return own(name, "min", what, Kind.MINUTES);
    }

    /** A number at the end of each calendar year; to be counted {@link Wiring#onPeriodEnd}. */
    public Count level(String name, String unit, String what) {
        return own(name, unit, what, Kind.LEVEL);
    }

    /** A sum of expected numbers. */
    public Count expected(String name, String unit, String what) {
        return own(name, unit, what, Kind.EXPECTED);
    }

    private Count own(String name, String unit, String what, Kind kind) {
        return recorder.count(taken(name, unit, what, kind));
    }

    /** A count that several mechanisms add to, declared by each with the same words, so that none need name another. */
    public Count sharedCount(String name, String unit, String what) {
        return shared(Measure.of(name, unit, what, Kind.COUNT, standing));
    }

    /** As {@link #minutes}, of a measure that several mechanisms add to. */
    public Count sharedMinutes(String name, String what) {
        return shared(Measure.of(name, "min", what, Kind.MINUTES, standing));
    }

    private Count shared(Measure measure) {
        String definition = measure.kind() + " in " + measure.unit() + ": " + measure.what() + " (" + standing.sense()
                + " under " + standing.group() + ")";
        ownership.share("measure", measure.name(), definition);
        Count known = recorder.declared(measure.name());
        return known == null ? recorder.count(measure) : known;
    }

    /** The greatest number at once. */
    public Peak peak(String name, String unit, String what) {
        return recorder.peak(taken(name, unit, what, Kind.PEAK));
    }

    /**
     * The quartiles of amounts in cents: the measures {@code <name>_lower_quartile_usd}, {@code <name>_median_usd} and so on. Of the
     * three the median has the line.
     */
    public Amounts quartiles(String name, String what) {
        Amounts amounts = recorder.amounts();
        Measures others = line(0);
        others.quantile(name + "_lower_quartile_usd", "Lower quartile of " + what, amounts, 1);
        quantile(name + "_median_usd", "Median of " + what, amounts, 2);
        others.quantile(name + "_upper_quartile_usd", "Upper quartile of " + what, amounts, 3);
        return amounts;
    }

    private void quantile(String name, String what, Amounts amounts, int quarters) {
        recorder.quantile(taken(name, "USD", what, Kind.QUANTILE), amounts, quarters);
    }

    /**
     * The expected number beside the count of this name.
     *
     * @param what the things counted, to stand after "Expected number of"
     */
    public Compensator compensator(String count, String unit, String what) {
        String definition = "Expected number of " + what + ": each draw behind it replaced by its probability";
        return new Compensator(expected(count + Compensator.SUFFIX, unit, definition));
    }

    /** One measure over another. */
    public void ratio(String name, String unit, String what, Count numerator, Count denominator) {
        recorder.ratio(taken(name, unit, what, Kind.RATIO), numerator, denominator);
    }

    /** A measure whose name nobody has taken. */
    private Measure taken(String name, String unit, String what, Kind kind) {
        ownership.take("measure", name);
        return Measure.of(name, unit, what, kind, standing);
    }
}
