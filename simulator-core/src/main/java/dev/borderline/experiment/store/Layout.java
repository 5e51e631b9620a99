package dev.borderline.experiment.store;

import dev.borderline.measure.Measure;
import dev.borderline.measure.MeasureValues;
import dev.borderline.measure.Slots;
import dev.borderline.model.Chance;
import dev.borderline.simulation.RunResult;
import dev.borderline.text.Digest;
import dev.borderline.text.Nearest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a run mean: measures, years, zones and draw sites by name. Runs of one experiment share it, so a store
 * keeps it once. Immutable.
 */
public final class Layout {
    private static final int ID_DIGITS = 16;

    private final List<Measure> measures;
    private final List<String> years;
    private final List<String> zones;
    private final List<String> sites;
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
    public Layout(List<Measure> measures, List<String> years, List<String> zones, List<String> sites) {
        this.measures = List.copyOf(measures);
        this.years = List.copyOf(years);
        this.zones = List.copyOf(zones);
        this.sites = List.copyOf(sites);
        values = new MeasureValues(this.measures, this.years, this.zones, years.size());
        counts = measures.stream()
                .mapToInt(measure -> count(measure.kind(), slots()))
                .toArray();
        payload = LayoutCodec.payload(this);
        id = HexFormat.fromHexDigitsToLong(Digest.sha256(payload).substring(0, ID_DIGITS));
    }

    /** The layout of a result: {@code likely} itself if it is the same. */
    static Layout of(RunResult result, @Nullable Layout likely) {
        List<Measure> measures = result.outcomes().measures();
        List<String> years = result.outcomes().years();
        List<String> zones = result.outcomes().zones();
        List<String> sites = result.sites().stream().map(Chance.Tested::purpose).toList();
        boolean same = likely != null
                && likely.measures.equals(measures)
                && likely.years.equals(years)
                && likely.zones.equals(zones)
                && likely.sites.equals(sites);
        return likely != null && same ? likely : new Layout(measures, years, zones, sites);
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

    /** Arithmetic of the measures. */
    MeasureValues values() {
        return values;
    }

    /** Where the numbers of a measure stand. */
    Slots slots() {
        return values.slots();
    }

    /** How many whole numbers a run has of a measure. */
    int count(int measure) {
        return counts[measure];
    }

    private static int count(Measure.Kind kind, Slots slots) {
        if (kind == Measure.Kind.RATIO) {
            return 0;
        }
        return kind.bySlots() ? slots.count() : slots.whole();
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
