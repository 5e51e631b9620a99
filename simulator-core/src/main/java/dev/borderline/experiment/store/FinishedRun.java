package dev.borderline.experiment.store;

import dev.borderline.measure.Measure;
import dev.borderline.measure.Outcomes;
import dev.borderline.measure.Recorder;
import dev.borderline.measure.Slots;
import dev.borderline.model.Chance;
import dev.borderline.simulation.RunResult;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a run that reached its end: each measure by year, by zone and by wealth fifth, in whole numbers, from which
 * totals and ratios are computed; what the draw sites counted; and its fingerprints. Kept as its canonical bytes, which are read
 * where a number is asked for: tables for people ask for few of the thousand. Immutable.
 */
public final class FinishedRun implements RunRecord {
    private static final int FIFTHS = Recorder.FIFTHS;

    private final Task task;
    private final Layout layout;
    private final byte[] payload;
    private final double peoplePerSimulated; // 1 where all are
    private final int[] places; // in the payload: of the numbers of each measure, of the draw sites, of the trace

    /**
     * What the course of a run left behind.
     *
     * @param fingerprint all months in one word
     * @param months one sum for each simulated month
     * @param events events executed
     * @param sites count and compensator of every draw site
     */
    public record Trace(long fingerprint, List<Long> months, long events, List<Chance.Tested> sites) {
        public Trace {
            months = List.copyOf(months);
            sites = List.copyOf(sites);
        }
    }

    /** The run of a payload. */
    FinishedRun(Task task, Layout layout, byte[] payload) {
        this.task = task;
        this.layout = layout;
        this.payload = payload;
        places = RunCodec.places(payload, layout);
        int scale = layout.find(Measure.PEOPLE_PER_SIMULATED);
        peoplePerSimulated = scale < 0
                ? 1
                : layout.measures().get(scale).scaled(sum(scale, 0, layout.years().size()));
    }

    /**
     * The run of these numbers.
     *
     * @param sums by measure and slot; that of the whole only where they do not add up; empty for ratios
     */
    FinishedRun(Task task, Layout layout, long[][] sums, Trace trace) {
        this(task, layout, RunCodec.payload(task, layout, sums, trace));
    }

    /** The record of a result. */
    public static FinishedRun of(Task task, RunResult result) {
        return of(task, result, null);
    }

    /** As {@link #of(Task, RunResult)}; shares {@code likely} if it fits, which saves room. */
    public static FinishedRun of(Task task, RunResult result, @Nullable Layout likely) {
        Layout layout = Layout.of(result, likely);
        long[][] sums = new long[layout.measures().size()][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums(layout, result.outcomes(), i);
        }
        long fingerprint = HexFormat.fromHexDigitsToLong(result.fingerprint());
        Trace trace = new Trace(fingerprint, result.monthlyFingerprints(), result.events(), result.sites());
        return new FinishedRun(task, layout, sums, trace);
    }

    private static long[] sums(Layout layout, Outcomes outcomes, int measure) {
        long[] cells = outcomes.cells(measure);
        Measure.Kind kind = layout.measures().get(measure).kind();
        if (kind == Measure.Kind.RATIO || kind.bySlots()) {
            return cells;
        }
        int zones = layout.zones().size();
        Slots slots = layout.slots();
        long[] sums = new long[slots.whole()];
        for (int i = 0; i < cells.length; i++) {
            int fifth = i % FIFTHS;
            int zone = i / FIFTHS % zones;
            int year = i / FIFTHS / zones;
            for (int slot : new int[] {slots.year(year), slots.zone(zone), slots.fifth(fifth)}) {
                sums[slot] = Math.addExact(sums[slot], cells[i]);
            }
        }
        return sums;
    }

    @Override
    public Task task() {
        return task;
    }

    /** Share of the people that were simulated; counts are of all. */
    public double peopleShare() {
        return 1 / peoplePerSimulated;
    }

    /** What the numbers mean. */
    public Layout layout() {
        return layout;
    }

    /** Fingerprints, number of events, draw sites. */
    public Trace trace() {
        int measures = layout.measures().size();
        return RunCodec.trace(payload, layout, places[measures + 1], places[measures]);
    }

    /** Its canonical bytes; nobody changes them. */
    byte[] payload() {
        return payload;
    }

    /** All months in one word, as 16 hexadecimal digits. */
    public String fingerprint() {
        return HexFormat.of().toHexDigits(trace().fingerprint());
    }

    /** A measure over the whole run, in its unit; NaN for a ratio whose denominator is 0. */
    public double value(int measure) {
        boolean bySlots = layout.measures().get(measure).kind().bySlots();
        int whole = layout.slots().whole();
        return bySlots
                ? value(measure, whole, whole + 1)
                : value(measure, 0, layout.years().size());
    }

    /**
     * A measure of this run less that of another, both over the whole run. Ratios of whole numbers are formed by {@link Measure#over},
     * so what has the same price in both differs by exactly 0.
     */
    public double less(FinishedRun other, String measure) {
        return exactly(layout.index(measure)) - other.exactly(other.layout.index(measure));
    }

    private double exactly(int index) {
        Measure ratio = layout.measures().get(index);
        if (ratio.kind() == Measure.Kind.RATIO) {
            Measure numerator = layout.measures().get(ratio.numerator());
            Measure denominator = layout.measures().get(ratio.denominator());
            if (numerator.kind().addsUp() && denominator.kind().addsUp()) {
                int years = layout.years().size();
                return numerator.over(
                        sum(ratio.numerator(), 0, years), denominator, sum(ratio.denominator(), 0, years));
            }
        }
        return value(index);
    }

    /** As {@link #value(int)}, in one calendar year, counted from 0. */
    public double inYear(int measure, int year) {
        return value(measure, year, year + 1);
    }

    /** As {@link #value(int)}, in one zone, counted from 0. */
    public double inZone(int measure, int zone) {
        int slot = layout.slots().zone(zone);
        return value(measure, slot, slot + 1);
    }

    /** As {@link #value(int)}, in one wealth fifth, 0 for the poorest. */
    public double inFifth(int measure, int fifth) {
        int slot = layout.slots().fifth(fifth);
        return value(measure, slot, slot + 1);
    }

    /** Whole numbers of a measure: by year, then zone, then fifth, and then of the whole where they do not add up. */
    public long[] sums(int measure) {
        long[] sums = new long[layout.count(measure)];
        PayloadReader in = new PayloadReader(payload, places[measure]);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.number();
        }
        return sums;
    }

    private double value(int index, int from, int to) {
        Measure measure = layout.measures().get(index);
        if (measure.kind() != Measure.Kind.RATIO) {
            double sum = measure.scaled(sum(index, from, to), peoplePerSimulated);
            int years = layout.years().size();
            boolean oneYear = to - from == 1 && from < years;
            return measure.kind() == Measure.Kind.LEVEL && !oneYear ? sum / years : sum;
        }
        double denominator = value(measure.denominator(), from, to);
        return denominator == 0 ? Double.NaN : value(measure.numerator(), from, to) / denominator;
    }

    private long sum(int measure, int from, int to) {
        PayloadReader in = new PayloadReader(payload, places[measure]);
        in.skipNumbers(from);
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Math.addExact(sum, in.number());
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FinishedRun run && Arrays.equals(payload, run.payload);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return task + " " + fingerprint();
    }
}
