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
 * What a run has counted so far: for each measure whole numbers by year, zone and wealth fifth. Sums of whole numbers do
 * not depend on order, so neither do results.
 */
public final class Recorder implements StatePart {
    /** Wealth fifths, poorest first. */
    public static final int FIFTHS = 5;

    private static final double UNITS_PER_ONE = 0x1p32;

    private final Membership households;
    private final long[] yearStarts; // ticks; one more than years, the last is the end of the run
    private final int groups;
    private final List<Measure> measures = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>(); // one for each measure
    private final List<Amounts> amounts = new ArrayList<>();
    private final Slots slots;
    private int yearBase;

    /** A recorder for calendar years that start at {@code yearStarts}; the last entry is the end of the run. */
    public Recorder(Membership households, int zones, long[] yearStarts) {
        this.households = households;
        this.yearStarts = yearStarts.clone();
        this.groups = zones * FIFTHS;
        slots = new Slots(yearStarts.length - 1, zones);
    }

    /** The whole numbers of one measure. */
    interface Row extends StatePart {
        /** A calendar year begins, counted from 0. */
        default void enterYear(int year) {}

        /** Copy of the numbers: {@code [year][zone][fifth]} flattened where they add up, else by {@link Slots}. */
        long[] cells();
    }

    /** Cells of one measure that adds up. */
    public final class Count implements Row {
        private final long[] cells = new long[(yearStarts.length - 1) * groups];
        private final int index;

        private Count(int index) {
            this.index = index;
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
            int cell = yearBase + zone * FIFTHS + fifth;
            cells[cell] = Math.addExact(cells[cell], amount);
        }

        /** Adds an expected number, for measures of that kind. */
        public void addExpected(int household, double expected) {
            add(household, (long) StrictMath.rint(expected * UNITS_PER_ONE));
        }

        /** Adds the ticks from {@code from} to {@code to}, split at the turns of years; what lies before the run is left out. */
        public void addSpell(int household, long from, long to) {
            for (int year = 0; year + 1 < yearStarts.length; year++) {
                long within = Math.min(to, yearStarts[year + 1]) - Math.max(from, yearStarts[year]);
                if (within > 0) {
                    int cell = year * groups + households.group(household);
                    cells[cell] = Math.addExact(cells[cell], within);
                }
            }
        }

        /** Sum over all cells. */
        public long total() {
            return Arrays.stream(cells).sum();
        }

        @Override
        public long[] cells() {
            return cells.clone();
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
    private record Made(Supplier<long[]> maker) implements Row {
        @Override
        public long[] cells() {
            return maker.get();
        }

        @Override
        public void save(StateWriter out) {}

        @Override
        public void load(StateReader in) {}
    }

    /** A new measure of that name. */
    public Count count(String name, String unit, String what, Measure.Kind kind) {
        Count count = new Count(measures.size());
        declare(new Measure(name, unit, what, kind, -1, -1), count);
        return count;
    }

    public void ratio(String name, String unit, String what, Count numerator, Count denominator) {
        Measure ratio = new Measure(name, unit, what, Measure.Kind.RATIO, numerator.index, denominator.index);
        declare(ratio, new Made(() -> new long[0]));
    }

    public Peak peak(String name, String unit, String what) {
        Peak peak = new Peak(households, slots);
        declare(new Measure(name, unit, what, Measure.Kind.PEAK, -1, -1), peak);
        return peak;
    }

    public Amounts amounts() {
        Amounts made = new Amounts(this, slots);
        amounts.add(made);
        return made;
    }

    public void quantile(String name, String what, Amounts of, int quarters) {
        declare(
                new Measure(name, "USD", what, Measure.Kind.QUANTILE, -1, -1),
                new Made(() -> of.quantile(quarters, 4)));
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

    /** Enters calendar year {@code year}, counted from 0. */
    public void enterYear(int year) {
        yearBase = year * groups;
        rows.forEach(row -> row.enterYear(year));
    }

    /** Index of the cell of a household now, in {@code [year][zone][fifth]} flattened. */
    int cell(int household) {
        return yearBase + households.group(household);
    }

    /** The calendar year in progress, counted from 0. */
    public int year() {
        return yearBase / groups;
    }

    /** Declared measures in order of declaration. */
    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    /** Copy of the numbers of a measure: {@code [year][zone][fifth]} flattened where they add up, else by {@link Slots}. */
    public long[] cells(int measure) {
        return rows.get(measure).cells();
    }

    @Override
    public void save(StateWriter out) {
        out.int32(yearBase);
        rows.forEach(row -> row.save(out));
        amounts.forEach(some -> some.save(out));
    }

    @Override
    public void load(StateReader in) {
        yearBase = in.int32();
        rows.forEach(row -> row.load(in));
        amounts.forEach(some -> some.load(in));
    }
}
