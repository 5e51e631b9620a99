package dev.borderline.measure;

import dev.borderline.text.Nearest;
import java.time.Year;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of one run: whole numbers by measure, calendar year, zone and wealth fifth. From them come every total, series and
 * ratio; by month too where that was asked for. Immutable.
 */
public final class Outcomes {
    private final List<Measure> measures;
    private final Map<String, Integer> indexByName = new LinkedHashMap<>();
    private final List<String> years;
    private final List<String> zones;
    private final MeasureValues values;
    private final Progress over;
    private final ByMonth byMonth;
    private final PeriodReading reading;
    private final long[][]
            cells; // [measure][(year * zones + zone) * fifths + fifth], or by slot where they do not add up

    /**
     * Outcomes from their cells.
     *
     * @param measures in order of declaration
     * @param years first day of each calendar year, or of the run, as ISO dates
     * @param zones names in the order of the cells
     * @param cells by measure, flattened {@code [year][zone][fifth]}; by {@link Margins} where they do not add up; empty for ratios
     */
    public Outcomes(List<Measure> measures, List<String> years, List<String> zones, long[][] cells) {
        this(
                new Words(measures, years, zones),
                Arrays.stream(cells).map(long[]::clone).toArray(long[][]::new),
                ByMonth.NONE,
                new Progress(years.size(), 0));
    }

    /** Names of what is counted, of years and of zones. */
    private record Words(List<Measure> measures, List<String> years, List<String> zones) {}

    /** Calendar years, and months, that are over: those at whose end levels were counted. */
    private record Progress(int years, int months) {}

    /**
     * Numbers by month.
     *
     * @param months as {@code 2012-03}
     * @param numbers of everyone by measure and month; empty for ratios and for what is defined by calendar year alone
     */
    @SuppressWarnings("ArrayRecordComponent") // private, and never compared
    private record ByMonth(List<String> months, long[][] numbers) {
        private static final ByMonth NONE = new ByMonth(List.of(), new long[0][]);
    }

    private Outcomes(Words words, long[][] cells, ByMonth byMonth, Progress over) {
        measures = List.copyOf(words.measures());
        years = List.copyOf(words.years());
        zones = List.copyOf(words.zones());
        this.cells = cells;
        this.byMonth = byMonth;
        this.over = over;
        values = new MeasureValues(measures, years, zones, over.years());
        for (int i = 0; i < measures.size(); i++) {
            indexByName.put(measures.get(i).name(), i);
        }
        reading = new PeriodReading(measures, years, byMonth.months(), new Everyone());
    }

    /**
     * Names of the periods that a run counts in.
     *
     * @param years first day of each calendar year, or of the run, as ISO dates
     * @param months as {@code 2012-03}; empty where they are not asked for
     */
    public record Labels(List<String> years, List<String> months) {}

    /** Reads the outcomes of a finished run. */
    public static Outcomes of(Recorder recorder, Labels labels, List<String> zones) {
        return of(
                recorder,
                labels,
                zones,
                new Progress(labels.years().size(), labels.months().size()));
    }

    /** Reads what a run in progress has counted so far; levels are means over the years that are over. */
    public static Outcomes soFar(Recorder recorder, Labels labels, List<String> zones) {
        return of(recorder, labels, zones, new Progress(recorder.year(), recorder.period()));
    }

    private static Outcomes of(Recorder recorder, Labels labels, List<String> zones, Progress over) {
        List<Measure> measures = recorder.measures();
        long[][] cells = new long[measures.size()][];
        Arrays.setAll(cells, recorder::cells);
        long[][] months = new long[labels.months().isEmpty() ? 0 : measures.size()][];
        Arrays.setAll(months, recorder::months);
        return new Outcomes(
                new Words(measures, labels.years(), zones), cells, new ByMonth(labels.months(), months), over);
    }

    /** The numbers of everyone, for periods. */
    private final class Everyone implements PeriodReading.Numbers {
        @Override
        public long year(int measure, int year) {
            return sum(measure, slots().year(year));
        }

        @Override
        public long month(int measure, int month) {
            return byMonth.numbers()[measure][month];
        }

        @Override
        public double peoplePerSimulated() {
            return values.peoplePerSimulated(Outcomes.this::sum);
        }

        @Override
        public boolean hasMonths(int measure) {
            return byMonth.numbers()[measure].length > 0;
        }

        @Override
        public int yearsOver() {
            return over.years();
        }

        @Override
        public int monthsOver() {
            return over.months();
        }
    }

    /** Measures in order of declaration. */
    public List<Measure> measures() {
        return measures;
    }

    /** First day of each calendar year (of the run, for the first) as ISO dates. */
    public List<String> years() {
        return years;
    }

    /** Calendar months of the run, as {@code 2012-03}; empty unless measures by month were asked for. */
    public List<String> months() {
        return byMonth.months();
    }

    /** Names of zones. */
    public List<String> zones() {
        return zones;
    }

    /**
     * A measure over the whole run and everyone.
     *
     * @return in the measure's unit; NaN for a ratio whose denominator is 0, and for a level before the first year is over
     * @throws IllegalArgumentException if there is no such measure
     */
    public double value(String measure) {
        return inSlot(measure, slots().whole());
    }

    /**
     * A measure in one calendar year, counted from 0.
     *
     * @throws IllegalArgumentException if there is no such year
     */
    public double inYear(String measure, int year) {
        return inSlot(measure, slots().year(year));
    }

    /** A measure in one month, counted from 0. NaN for what is defined by calendar year alone, and for a level before its end. */
    public double inMonth(String measure, int month) {
        return reading.inMonth(index(measure), month);
    }

    /**
     * A measure in a period by its name: {@code 2012}, {@code 2012-H1}, {@code 2012-Q1}, {@code 2012-03} or {@code 2009..2014}; see
     * {@link PeriodReading}. What is less than a year needs measures by month.
     *
     * @throws IllegalArgumentException if that is no period, or none of this run
     */
    public double inPeriod(String measure, String period) {
        return reading.value(index(measure), CalendarPeriod.parse(period));
    }

    /** As {@link #inYear(String, int)}, of the year with this number in the calendar: {@code Year.of(2012)}. */
    public double inYear(String measure, Year year) {
        return inSlot(measure, values.slot(year));
    }

    /**
     * A measure over the whole run in one zone, counted from 0.
     *
     * @throws IllegalArgumentException if there is no such zone
     */
    public double inZone(String measure, int zone) {
        return inSlot(measure, slots().zone(zone));
    }

    /** As {@link #inZone(String, int)}, of the zone of that name. */
    public double inZone(String measure, String zone) {
        return inSlot(measure, values.slot(zone));
    }

    /**
     * A measure over the whole run in one wealth fifth, 0 for the poorest.
     *
     * @throws IllegalArgumentException if there is no such fifth
     */
    public double inFifth(String measure, int fifth) {
        return inSlot(measure, slots().fifth(fifth));
    }

    /**
     * A measure over the whole run in one wealth fifth of one zone, counted from 0.
     *
     * @return in the measure's unit; NaN for what does not add up, such as the greatest number at once, and for a ratio whose denominator is 0
     * @throws IllegalArgumentException if there is no such measure, zone or fifth
     */
    public double inFifthOfZone(String measure, int zone, int fifth) {
        int zoneSlot = slots().zone(zone);
        int fifthSlot = slots().fifth(fifth);
        int index = index(measure);
        if (bySlots(measures.get(index))) {
            return Double.NaN;
        }
        return values.value(
                index,
                slots().whole(),
                (one, slot) -> measures.get(one).name().equals(Measure.PEOPLE_PER_SIMULATED)
                        ? sum(one, slot)
                        : sumOfBoth(one, zoneSlot, fifthSlot));
    }

    private boolean bySlots(Measure measure) {
        return measure.kind() == Measure.Kind.RATIO
                ? bySlots(measures.get(measure.numerator())) || bySlots(measures.get(measure.denominator()))
                : measure.kind().bySlots();
    }

    private long sumOfBoth(int index, int zoneSlot, int fifthSlot) {
        long[] own = cells[index];
        long sum = 0;
        for (int i = 0; i < own.length; i++) {
            if (isIn(zoneSlot, i) && isIn(fifthSlot, i)) {
                sum = Math.addExact(sum, own[i]);
            }
        }
        return sum;
    }

    /** The measure of that name. */
    public Measure measure(String name) {
        return measures.get(index(name));
    }

    /**
     * Copy of the whole numbers of a measure by index, flattened {@code [year][zone][fifth]}. By {@link Margins} where they do not
     * add up; empty for ratios.
     */
    public long[] cells(int measure) {
        return cells[measure].clone();
    }

    /** Copy of the numbers of everyone in a measure by month. Empty for ratios, and for what is defined by calendar year alone. */
    public long[] monthly(int measure) {
        return byMonth.months().isEmpty() ? new long[0] : byMonth.numbers()[measure].clone();
    }

    private int index(String name) {
        Integer index = indexByName.get(name);
        if (index == null) {
            String hint = Nearest.nearest(name, indexByName.keySet())
                    .map(near -> "; nearest is " + near)
                    .orElse("");
            throw new IllegalArgumentException("no measure " + name + hint);
        }
        return index;
    }

    private double inSlot(String measure, int slot) {
        return values.value(index(measure), slot, this::sum);
    }

    private long sum(int index, int slot) {
        long[] own = cells[index];
        if (measures.get(index).kind().bySlots()) {
            return own[slot];
        }
        long sum = 0;
        for (int i = 0; i < own.length; i++) {
            if (slot == slots().whole() || isIn(slot, i)) {
                sum = Math.addExact(sum, own[i]);
            }
        }
        return sum;
    }

    private boolean isIn(int slot, int cell) {
        int group = cell / Recorder.FIFTHS;
        return slot == slots().year(group / zones.size())
                || slot == slots().zone(group % zones.size())
                || slot == slots().fifth(cell % Recorder.FIFTHS);
    }

    private Margins slots() {
        return values.slots();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outcomes outcomes
                && measures.equals(outcomes.measures)
                && years.equals(outcomes.years)
                && zones.equals(outcomes.zones)
                && over.equals(outcomes.over)
                && byMonth.months().equals(outcomes.byMonth.months())
                && Arrays.deepEquals(byMonth.numbers(), outcomes.byMonth.numbers())
                && Arrays.deepEquals(cells, outcomes.cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(measures, years, zones, Arrays.deepHashCode(cells));
    }

    /** Measures, years and zones, in words. */
    @Override
    public String toString() {
        return measures.size() + " measures over " + years.size() + " years from " + years.get(0) + ", zones "
                + String.join(", ", zones);
    }
}
