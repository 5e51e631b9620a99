package dev.borderline.model;

import dev.borderline.measure.Amounts;
import dev.borderline.measure.Compensator;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Kind;
import dev.borderline.measure.Measure.Presentation;
import dev.borderline.measure.Measure.Standing;
import dev.borderline.measure.Peak;
import dev.borderline.measure.Recorder;
import dev.borderline.measure.Recorder.Count;
import java.util.Map;

/**
 * Declaration of measures of one group and sense: {@code wiring.harm(MeasureGroup.HELD).line(5).years("person_years_held", …)}.
 * A measure without a line is shown only where all are asked for. Immutable.
 */
public final class Measures {
    private final Recorder recorder;
    private final Ownership ownership;
    private final Map<String, Presentation> presentations; // by measure
    private final Standing standing;
    private final Presentation presentation;

    Measures(
            Recorder recorder,
            Ownership ownership,
            Map<String, Presentation> presentations,
            Standing standing,
            Presentation presentation) {
        this.recorder = recorder;
        this.ownership = ownership;
        this.presentations = presentations;
        this.standing = standing;
        this.presentation = presentation;
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

    /** Measures under this heading in reports, where the name with blanks is none. */
    public Measures titled(String title) {
        return as(standing, new Presentation(title, presentation.byFifth()));
    }

    /** Measures of which reports draw who bears them, by place from 1 in that figure. */
    public Measures byFifth(int place) {
        return as(standing, new Presentation(presentation.title(), place));
    }

    private Measures as(Standing other) {
        return as(other, presentation);
    }

    private Measures as(Standing other, Presentation shown) {
        return new Measures(recorder, ownership, presentations, other, shown);
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
        return known == null ? recorder.count(presented(measure)) : known;
    }

    /** The greatest number at once. */
    public Peak peak(String name, String unit, String what) {
        return recorder.peak(taken(name, unit, what, Kind.PEAK));
    }

    /**
     * The quartiles of amounts in cents: the measures {@code <name>_lower_quartile_usd}, {@code <name>_median_usd} and so on. Of the
     * three the median has the line, the heading and the place in figures.
     */
    public Amounts quartiles(String name, String what) {
        Amounts amounts = recorder.amounts();
        Measures others = as(Standing.of(standing.group(), standing.sense()), Presentation.NONE);
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
        return presented(Measure.of(name, unit, what, kind, standing));
    }

    private Measure presented(Measure measure) {
        if (!presentation.equals(Presentation.NONE)) {
            presentations.put(measure.name(), presentation);
        }
        return measure;
    }
}
