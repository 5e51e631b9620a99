package dev.borderline.experiment.store;

import dev.borderline.measure.CalendarPeriod;
import dev.borderline.measure.Margins;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Outcomes;
import dev.borderline.measure.PeriodReading;
import dev.borderline.measure.Recorder;
import dev.borderline.model.DrawSite;
import dev.borderline.simulation.RunResult;
import java.time.Year;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a run that reached its end: whole numbers of measures, draw sites and fingerprints. Each measure stands by year, by
 * zone, by wealth fifth and where asked for by month; totals and ratios are computed from these. Kept as its canonical bytes,
 * which are read where a number is asked for: tables for people ask for few of the thousand. Immutable.
 */
public final class FinishedRun implements RunRecord {
    private static final int FIFTHS = Recorder.FIFTHS;

    private final Task task;
    private final RunSchema layout;
    private final byte[] payload;
    private final int[] places; // in the payload: of the numbers of each measure, of the draw sites, of the trace

    /**
     * Fingerprint, number of events and draw sites that the course of a run left behind.
     *
     * @param fingerprint all months in one word
     * @param months one sum for each simulated month
     * @param events events executed
     * @param sites count and compensator of every draw site
     */
    public record RunChecks(long fingerprint, List<Long> months, long events, List<DrawSite.Tested> sites) {
        public RunChecks {
            months = List.copyOf(months);
            sites = List.copyOf(sites);
        }
    }

    /** The run of a payload. */
    FinishedRun(Task task, RunSchema layout, byte[] payload) {
        this.task = task;
        this.layout = layout;
        this.payload = payload;
        places = RunCodec.places(payload, layout);
    }

    /**
     * The run of these numbers.
     *
     * @param sums by measure and slot; that of the whole only where they do not add up; empty for ratios
     */
    FinishedRun(Task task, RunSchema layout, long[][] sums, RunChecks trace) {
        this(task, layout, RunCodec.payload(task, layout, sums, trace));
    }

    /** The record of a result. */
    public static FinishedRun of(Task task, RunResult result) {
        return of(task, result, null);
    }

    /** As {@link #of(Task, RunResult)}; shares {@code likely} if it fits, which saves room. */
    public static FinishedRun of(Task task, RunResult result, @Nullable RunSchema likely) {
        RunSchema layout = RunSchema.of(result, likely);
        long[][] sums = new long[layout.measures().size()][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums(layout, result.outcomes(), i);
        }
        long fingerprint = HexFormat.fromHexDigitsToLong(result.fingerprint());
        RunChecks trace = new RunChecks(fingerprint, result.monthlyFingerprints(), result.events(), result.sites());
        return new FinishedRun(task, layout, sums, trace);
    }

    private static long[] sums(RunSchema layout, Outcomes outcomes, int measure) {
        long[] months = outcomes.monthly(measure);
        long[] others = sumsButMonths(layout, outcomes, measure);
        long[] sums = Arrays.copyOf(others, others.length + months.length);
        System.arraycopy(months, 0, sums, others.length, months.length);
        return sums;
    }

    private static long[] sumsButMonths(RunSchema layout, Outcomes outcomes, int measure) {
        long[] cells = outcomes.cells(measure);
        Measure.Kind kind = layout.measures().get(measure).kind();
        if (kind == Measure.Kind.RATIO || kind.bySlots()) {
            return cells;
        }
        int zones = layout.zones().size();
        Margins slots = layout.slots();
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

    /** The same run as the record of another task: a run depends on its scenario and key, not on its place in an experiment. */
    public FinishedRun at(Task other) {
        return other.equals(task) ? this : new FinishedRun(other, layout, RunCodec.payload(other, payload));
    }

    /** Share of the people that were simulated; counts are of all. */
    public double peopleShare() {
        return 1 / layout.values().peoplePerSimulated(this::sum);
    }

    /** Schema of the numbers. */
    public RunSchema layout() {
        return layout;
    }

    /** Fingerprints, number of events, draw sites. */
    public RunChecks trace() {
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
        return inSlot(measure, layout.slots().whole());
    }

    /** As {@link #value(int)}, of the measure of that name. */
    public double value(String measure) {
        return value(layout.index(measure));
    }

    /**
     * A measure of this run less that of another, both over the whole run. Ratios of whole numbers are formed by {@link Measure#over},
     * so what has the same price in both differs by exactly 0.
     */
    public double less(FinishedRun other, String measure) {
        return exactly(measure) - other.exactly(measure);
    }

    private double exactly(String measure) {
        return layout.values().exactly(layout.index(measure), this::sum);
    }

    /**
     * As {@link #value(int)}, in one calendar year, counted from 0.
     *
     * @throws IllegalArgumentException if there is no such year
     */
    public double inYear(int measure, int year) {
        return inSlot(measure, layout.slots().year(year));
    }

    /** As {@link #value(int)}, in one month, counted from 0; NaN for what is defined by calendar year alone. */
    public double inMonth(int measure, int month) {
        return reading().inMonth(measure, month);
    }

    /** As {@link #inMonth}, in every month. */
    public double[] byMonth(int index) {
        Measure measure = layout.measures().get(index);
        double[] values = new double[layout.months().size()];
        if (!layout.hasMonths(index)) {
            Arrays.fill(values, Double.NaN);
        } else if (measure.kind() == Measure.Kind.RATIO) {
            double[] above = byMonth(measure.numerator());
            double[] below = byMonth(measure.denominator());
            Arrays.setAll(values, month -> below[month] == 0 ? Double.NaN : above[month] / below[month]);
        } else {
            long[] sums = sums(index);
            int first = layout.firstMonth(index);
            double people = layout.values().peoplePerSimulated(this::sum);
            Arrays.setAll(values, month -> measure.scaled(sums[first + month], people));
        }
        return values;
    }

    /**
     * As {@link #value(int)}, in a period of whole months, see {@link PeriodReading}. What is less than a year needs runs that keep months.
     *
     * @throws IllegalArgumentException if it was not simulated, or needs months that were not kept
     */
    public double inPeriod(int measure, CalendarPeriod period) {
        return reading().value(measure, period);
    }

    /** As {@link #inPeriod(int, CalendarPeriod)}, by their names: {@code 2012}, {@code 2012-Q1}, {@code 2012-03}. */
    public double inPeriod(String measure, String period) {
        return inPeriod(layout.index(measure), CalendarPeriod.parse(period));
    }

    private PeriodReading reading() {
        return new PeriodReading(layout.measures(), layout.years(), layout.months(), new Everyone());
    }

    /** The numbers of everyone, for periods. */
    private final class Everyone implements PeriodReading.Numbers {
        @Override
        public long year(int measure, int year) {
            return number(measure, layout.slots().year(year));
        }

        @Override
        public long month(int measure, int month) {
            return number(measure, layout.firstMonth(measure) + month);
        }

        @Override
        public double peoplePerSimulated() {
            return layout.values().peoplePerSimulated(FinishedRun.this::sum);
        }

        @Override
        public boolean hasMonths(int measure) {
            return layout.hasMonths(measure);
        }
    }

    /** As {@link #value(String)}, in the year with this number in the calendar: {@code Year.of(2012)}. */
    public double inYear(String measure, Year year) {
        return inSlot(layout.index(measure), layout.values().slot(year));
    }

    /**
     * As {@link #value(int)}, in one zone, counted from 0.
     *
     * @throws IllegalArgumentException if there is no such zone
     */
    public double inZone(int measure, int zone) {
        return inSlot(measure, layout.slots().zone(zone));
    }

    /** As {@link #value(String)}, in the zone of that name. */
    public double inZone(String measure, String zone) {
        return inSlot(layout.index(measure), layout.values().slot(zone));
    }

    /**
     * As {@link #value(int)}, in one wealth fifth, 0 for the poorest.
     *
     * @throws IllegalArgumentException if there is no such fifth
     */
    public double inFifth(int measure, int fifth) {
        return inSlot(measure, layout.slots().fifth(fifth));
    }

    private double inSlot(int measure, int slot) {
        return layout.values().value(measure, slot, this::sum);
    }

    /**
     * Whole numbers of a measure: by year, then zone, then fifth, then of the whole where they do not add up, and then by month where
     * months are kept.
     */
    public long[] sums(int measure) {
        long[] sums = new long[layout.count(measure)];
        PayloadReader in = new PayloadReader(payload, places[measure]);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.number();
        }
        return sums;
    }

    /** Refuses numbers whose sum over the years goes beyond what a number holds, which no run leaves behind. */
    void checkSums() {
        int years = layout.years().size();
        for (int measure = 0; measure < layout.measures().size(); measure++) {
            PayloadReader in = new PayloadReader(payload, places[measure]);
            long all = 0;
            for (int year = 0; year < Math.min(years, layout.count(measure)); year++) {
                long number = in.number();
                all = Math.addExact(all, number < 0 ? Math.negateExact(number) : number);
            }
        }
    }

    /** The whole number that stands at a place. */
    private long number(int measure, int place) {
        PayloadReader in = new PayloadReader(payload, places[measure]);
        in.skipNumbers(place);
        return in.number();
    }

    /** The sum of the whole is kept only where numbers do not add up; else it is that of the years. */
    private long sum(int measure, int slot) {
        Margins slots = layout.slots();
        boolean ofYears =
                slot == slots.whole() && !layout.measures().get(measure).kind().bySlots();
        int from = ofYears ? 0 : slot;
        int to = ofYears ? layout.years().size() : slot + 1;
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
