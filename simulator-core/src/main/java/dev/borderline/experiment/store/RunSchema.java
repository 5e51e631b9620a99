package dev.borderline.experiment.store;

import dev.borderline.measure.Margins;
import dev.borderline.measure.Measure;
import dev.borderline.measure.MeasureValues;
import dev.borderline.measure.Outcomes;
import dev.borderline.model.DrawSite;
import dev.borderline.simulation.RunResult;
import dev.borderline.text.Digest;
import dev.borderline.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schema of a run's numbers: measures, years, zones and draw sites by name, and months where they are kept. Runs of one
 * experiment share it, so a store keeps it once. Immutable.
 */
public final class RunSchema {
    private static final int ID_DIGITS = 16;

    private final List<Measure> measures;
    private final List<String> years;
    private final List<String> zones;
    private final List<String> sites;
    private final Months months;
    private final MeasureValues values;
    private final int[] counts; // of whole numbers, by measure
    private final byte[] payload;
    private final long id;

    /**
     * A layout.
     *
     * @param measures in order of declaration
     * @param years first day of each calendar year, or of the run, as ISO dates
     * @param zones names of zones
     * @param sites names of draw sites
     */
    public RunSchema(List<Measure> measures, List<String> years, List<String> zones, List<String> sites) {
        this(measures, years, zones, sites, Months.NONE);
    }

    /**
     * Months that numbers are kept of.
     *
     * @param names as {@code 2012-03}
     * @param without measures that have no numbers by month though they are no ratio, by index: those defined by calendar year alone
     */
    record Months(List<String> names, List<Integer> without) {
        static final Months NONE = new Months(List.of(), List.of());

        Months {
            names = List.copyOf(names);
            without = List.copyOf(without);
        }
    }

    /** This layout with numbers by month after those by year, zone and fifth. */
    RunSchema with(Months kept) {
        return new RunSchema(measures, years, zones, sites, kept);
    }

    private RunSchema(
            List<Measure> measures, List<String> years, List<String> zones, List<String> sites, Months months) {
        this.months = months;
        this.measures = List.copyOf(measures);
        this.years = List.copyOf(years);
        this.zones = List.copyOf(zones);
        this.sites = List.copyOf(sites);
        values = new MeasureValues(this.measures, this.years, this.zones, years.size());
        counts = new int[measures.size()];
        Arrays.setAll(counts, measure -> firstMonth(measure) + monthsOf(measure));
        payload = LayoutCodec.payload(this);
        id = HexFormat.fromHexDigitsToLong(Digest.sha256(payload).substring(0, ID_DIGITS));
    }

    /** The layout of a result: {@code likely} itself if it is the same. */
    static RunSchema of(RunResult result, @Nullable RunSchema likely) {
        List<Measure> measures = result.outcomes().measures();
        List<String> years = result.outcomes().years();
        List<String> zones = result.outcomes().zones();
        List<String> sites =
                result.sites().stream().map(DrawSite.Tested::purpose).toList();
        boolean same = likely != null
                && likely.measures.equals(measures)
                && likely.years.equals(years)
                && likely.zones.equals(zones)
                && likely.sites.equals(sites)
                && likely.months.names().equals(result.outcomes().months());
        return likely != null && same
                ? likely
                : new RunSchema(measures, years, zones, sites, months(result.outcomes()));
    }

    private static Months months(Outcomes outcomes) {
        if (outcomes.months().isEmpty()) {
            return Months.NONE;
        }
        List<Integer> without = new ArrayList<>();
        for (int measure = 0; measure < outcomes.measures().size(); measure++) {
            boolean ratio = outcomes.measures().get(measure).kind() == Measure.Kind.RATIO;
            if (!ratio && outcomes.monthly(measure).length == 0) {
                without.add(measure);
            }
        }
        return new Months(outcomes.months(), without);
    }

    public List<Measure> measures() {
        return measures;
    }

    public List<String> years() {
        return years;
    }

    public List<String> zones() {
        return zones;
    }

    /** Calendar months of the run, as {@code 2012-03}; empty where they are not kept. */
    public List<String> months() {
        return months.names();
    }

    /** Measures without numbers by month that are no ratio, by index. */
    List<Integer> withoutMonths() {
        return months.without();
    }

    /** True if a measure has values by month; of a ratio both of its terms must. */
    public boolean hasMonths(int measure) {
        Measure one = measures.get(measure);
        if (one.kind() == Measure.Kind.RATIO) {
            return hasMonths(one.numerator()) && hasMonths(one.denominator());
        }
        return monthsOf(measure) > 0;
    }

    private int monthsOf(int measure) {
        boolean none = measures.get(measure).kind() == Measure.Kind.RATIO
                || months.without().contains(measure);
        return none ? 0 : months.names().size();
    }

    /** Place of the first number by month of a measure, after all others. */
    int firstMonth(int measure) {
        Measure.Kind kind = measures.get(measure).kind();
        if (kind == Measure.Kind.RATIO) {
            return 0;
        }
        return kind.bySlots() ? slots().count() : slots().whole();
    }

    /** Arithmetic of the measures. */
    MeasureValues values() {
        return values;
    }

    /** Margins that the numbers of a measure stand by. */
    Margins slots() {
        return values.slots();
    }

    /** Number of whole numbers that a run has of a measure. */
    int count(int measure) {
        return counts[measure];
    }

    /** Names of the draw sites. */
    public List<String> sites() {
        return sites;
    }

    /** Index of the measure with this name; -1 where there is none. */
    int find(String measure) {
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).name().equals(measure)) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the measure with this name. */
    public int index(String measure) {
        int index = find(measure);
        if (index < 0) {
            List<String> names = measures.stream().map(Measure::name).toList();
            String hint = Nearest.nearest(measure, names)
                    .map(near -> "; nearest is " + near)
                    .orElse("");
            throw new IllegalArgumentException("no measure " + measure + hint);
        }
        return index;
    }

    /** The first 64 bits of the SHA-256 of its payload. */
    public long id() {
        return id;
    }

    /** Its canonical bytes. */
    public byte[] payload() {
        return payload.clone();
    }
}
