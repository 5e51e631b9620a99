package dev.borderline.measure;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a run so far: for each measure whole numbers by year, zone and wealth fifth. By month as well where months are asked
 * for: cells are kept by period and years added up at the end, so that counting costs the same with months as without. Sums of
 * whole numbers do not depend on order, so neither do results.
 */
public final class Recorder implements StatePart {
    /** Wealth fifths, poorest first. */
    public static final int FIFTHS = 5;

    private static final double UNITS_PER_ONE = 0x1p32;

    private final Membership households;
    private final CountingPeriods periods;
    private final boolean byMonth;
    private final int groups;
    private final List<Measure> measures = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>(); // one for each measure
    private final List<Amounts> amounts = new ArrayList<>();
    private final Margins slots;
    private int periodBase;
    private int year;

    /**
     * A recorder.
     *
     * @param periods in which it counts
     * @param byMonth whether they are months, to be reported beside the years that they make up
     */
    public Recorder(Membership households, int zones, CountingPeriods periods, boolean byMonth) {
        this.households = households;
        this.periods = periods;
        this.byMonth = byMonth;
        this.groups = zones * FIFTHS;
        slots = new Margins(periods.years(), zones);
    }

    /** The whole numbers of one measure. */
    interface Row extends StatePart {
        /** A calendar year begins, counted from 0. */
        default void enterYear(int year) {}

        /** A month begins, counted from 0; where months are asked for. */
        default void enterMonth(int month) {}

        /** Copy of the numbers: {@code [year][zone][fifth]} flattened where they add up, else by {@link Margins}. */
        long[] cells();

        /** The numbers of everyone by month; empty for what is defined by calendar year alone. */
        long[] months();
    }

    /** Cells of one measure that adds up. */
    public final class Count implements Row {
        private final long[] cells = new long[periods.count() * groups];
        private final int index;
        private final boolean level;
        private boolean yearly;

        private Count(int index, Measure.Kind kind) {
            this.index = index;
            level = kind == Measure.Kind.LEVEL;
        }

        /** Says that this is defined by calendar year alone, as whoever is counted once a year. It has no numbers by month. */
        public Count perYear() {
            yearly = true;
            return this;
        }

        /** Adds one to the cell of this household now. */
        public void add(int household) {
            add(household, 1);
        }

        /** Adds {@code amount} of the measure's cell unit (cents, ticks or things). */
        public void add(int household, long amount) {
            int cell = cell(household);
            cells[cell] = Math.addExact(cells[cell], amount);
        }

        /** Adds one person of no kin household, of this zone and wealth fifth. */
        public void addPerson(int zone, int fifth) {
            addPerson(zone, fifth, 1);
        }

        /** Adds {@code amount} for a person of no kin household, of this zone and wealth fifth. */
        public void addPerson(int zone, int fifth, long amount) {
            int cell = periodBase + zone * FIFTHS + fifth;
            cells[cell] = Math.addExact(cells[cell], amount);
        }

        /** Adds an expected number, for measures of that kind. */
        public void addExpected(int household, double expected) {
            add(household, (long) StrictMath.rint(expected * UNITS_PER_ONE));
        }

        /** Adds the ticks from {@code from} to {@code to}, split at the turns of periods. What lies outside the run is left out. */
        public void addSpell(int household, long from, long to) {
            for (int period = periods.at(from); period < periods.count() && periods.start(period) < to; period++) {
                long within = Math.min(to, periods.start(period + 1)) - Math.max(from, periods.start(period));
                if (within > 0) {
                    int cell = period * groups + households.group(household);
                    cells[cell] = Math.addExact(cells[cell], within);
                }
            }
        }

        /** Sum over all cells. */
        public long total() {
            return Arrays.stream(cells).sum();
        }

        /** Years are sums of their periods; a level is that at the end of the last of them. */
        @Override
        public long[] cells() {
            long[] years = new long[periods.years() * groups];
            for (int year = 0; year < periods.years(); year++) {
                int end = periods.firstOf(year + 1);
                for (int period = level ? end - 1 : periods.firstOf(year); period < end; period++) {
                    for (int group = 0; group < groups; group++) {
                        int cell = year * groups + group;
                        years[cell] = Math.addExact(years[cell], cells[period * groups + group]);
                    }
                }
            }
            return years;
        }

        @Override
        public long[] months() {
            long[] months = new long[yearly || !byMonth ? 0 : periods.count()];
            for (int month = 0; month < months.length; month++) {
                for (int group = 0; group < groups; group++) {
                    months[month] = Math.addExact(months[month], cells[month * groups + group]);
                }
            }
            return months;
        }

        @Override
        public void save(StateWriter out) {
            out.int64s(cells, cells.length);
        }

        @Override
        public void load(StateReader in) {
            in.int64s(cells, cells.length);
        }
    }

    /** A row that follows from others. */
    private record Made(Supplier<long[]> maker, Supplier<long[]> monthsMaker) implements Row {
        @Override
        public long[] cells() {
            return maker.get();
        }

        @Override
        public long[] months() {
            return monthsMaker.get();
        }

        @Override
        public void save(StateWriter out) {}

        @Override
        public void load(StateReader in) {}
    }

    /** The cells of a new measure. */
    public Count count(Measure measure) {
        Count count = new Count(measures.size(), measure.kind());
        declare(measure, count);
        return count;
    }

    /** A new measure of two others. */
    public void ratio(Measure measure, Count numerator, Count denominator) {
        declare(measure.over(numerator.index, denominator.index), new Made(() -> new long[0], () -> new long[0]));
    }

    /** The greatest number at once of a new measure. */
    public Peak peak(Measure measure) {
        Peak peak = new Peak(households, slots, months());
        declare(measure, peak);
        return peak;
    }

    public Amounts amounts() {
        Amounts made = new Amounts(this, slots, months());
        amounts.add(made);
        return made;
    }

    /** Number of months that are reported; 0 where they are not asked for. */
    private int months() {
        return byMonth ? periods.count() : 0;
    }

    /** A new measure of amounts. */
    public void quantile(Measure measure, Amounts of, int quarters) {
        declare(measure, new Made(() -> of.quantile(quarters, 4), () -> of.quantileByMonth(quarters, 4)));
    }

    /** The count of that name, declared before; null if there is none. */
    public @Nullable Count declared(String name) {
        int index = indexOf(name);
        return index >= 0 && rows.get(index) instanceof Count count ? count : null;
    }

    private void declare(Measure measure, Row row) {
        if (indexOf(measure.name()) >= 0) {
            throw new IllegalArgumentException("measure " + measure.name() + " is declared twice");
        }
        measures.add(measure);
        rows.add(row);
    }

    private int indexOf(String name) {
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Enters a calendar year, counted from 0, and the first period of it. */
    public void enterYear(int entered) {
        year = entered;
        rows.forEach(row -> row.enterYear(entered));
        enterPeriod(periods.firstOf(entered));
    }

    /** Enters a period, counted from 0. */
    public void enterPeriod(int period) {
        periodBase = period * groups;
        if (byMonth) {
            rows.forEach(row -> row.enterMonth(period));
        }
    }

    /** Index of the cell of a household now, in {@code [period][zone][fifth]} flattened. */
    int cell(int household) {
        return periodBase + households.group(household);
    }

    /** The calendar year of a period, both counted from 0. */
    int yearOf(int period) {
        return periods.yearOf(period);
    }

    /** The period in progress, counted from 0: a month where they are asked for, else a calendar year. */
    public int period() {
        return periodBase / groups;
    }

    /** The calendar year in progress, counted from 0. */
    public int year() {
        return year;
    }

    /** Declared measures in order of declaration. */
    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    /** Copy of the numbers of a measure: {@code [year][zone][fifth]} flattened where they add up, else by {@link Margins}. */
    public long[] cells(int measure) {
        return rows.get(measure).cells();
    }

    /** The numbers of everyone in a measure by month; empty where there are none. */
    public long[] months(int measure) {
        return rows.get(measure).months();
    }

    @Override
    public void save(StateWriter out) {
        out.int32(periods.count());
        out.int32(periodBase);
        rows.forEach(row -> row.save(out));
        amounts.forEach(some -> some.save(out));
    }

    @Override
    public void load(StateReader in) {
        int count = in.int32();
        if (count != periods.count()) {
            throw new IllegalArgumentException("a state that counts in " + count + " periods cannot go on in "
                    + periods.count() + ": both must keep months, or neither");
        }
        periodBase = in.int32();
        year = periods.yearOf(period());
        rows.forEach(row -> row.load(in));
        amounts.forEach(some -> some.load(in));
    }

    /** Zone and wealth fifth of each household at present: the margins by which measures are split. */
    public interface Membership {
        /** Zone of a household now, counted from 0. */
        int zone(int household);

        /** Wealth fifth of a household, 0 for the poorest. */
        int fifth(int household);

        /** Index of a household's zone and fifth, in {@code [zone][fifth]} flattened. */
        int group(int household);
    }

    /**
     * Periods in which a run counts: calendar years, or calendar months, of which years are then made up. The first and the last may be
     * cut off by the start and the end of the run. Immutable.
     */
    public static final class CountingPeriods {
        private final long[] starts; // ticks; one more than periods, the last is the end of the run
        private final int[] firstOfYears; // the period with which each year begins; one more than years

        /**
         * Periods of a run.
         *
         * @param starts ticks at which each period begins, and last the end of the run
         * @param firstOfYears the period with which each calendar year begins, and last the number of periods
         */
        public CountingPeriods(long[] starts, int[] firstOfYears) {
            this.starts = starts.clone();
            this.firstOfYears = firstOfYears.clone();
        }

        /** Periods that are the calendar years themselves. */
        public static CountingPeriods years(long[] starts) {
            int[] own = new int[starts.length];
            Arrays.setAll(own, year -> year);
            return new CountingPeriods(starts, own);
        }

        /** Number of periods. */
        public int count() {
            return starts.length - 1;
        }

        /** Number of calendar years. */
        public int years() {
            return firstOfYears.length - 1;
        }

        /** Period with which a calendar year begins, counted from 0; that of the year after the last is {@link #count}. */
        public int firstOf(int year) {
            return firstOfYears[year];
        }

        /** Calendar year of a period, both counted from 0. */
        public int yearOf(int period) {
            int place = Arrays.binarySearch(firstOfYears, period);
            return place >= 0 ? place : -place - 2;
        }

        /** Start of a period in ticks; that of the period after the last is the end of the run. */
        public long start(int period) {
            return starts[period];
        }

        /** Period of a tick; the first for what lies before the run. */
        public int at(long time) {
            int place = Arrays.binarySearch(starts, time);
            return Math.max(0, place >= 0 ? place : -place - 2);
        }
    }
}
