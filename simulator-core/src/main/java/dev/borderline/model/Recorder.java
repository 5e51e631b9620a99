package dev.borderline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a run has counted so far: for each measure whole numbers by year, zone and wealth fifth. Sums of whole numbers do
 * not depend on order, so neither do results.
 */
public final class Recorder {
    /** Wealth fifths, poorest first. */
    public static final int FIFTHS = 5;

    private static final double UNITS_PER_ONE = 0x1p32;

    private final Households households;
    private final long[] yearStarts; // ticks; one more than years, the last is the end of the run
    private final int groups;
    private final List<Measure> measures = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private int yearBase;

    /** A recorder for calendar years that start at {@code yearStarts}; the last entry is the end of the run. */
    public Recorder(Households households, int zones, long[] yearStarts) {
        this.households = households;
        this.yearStarts = yearStarts.clone();
        this.groups = zones * FIFTHS;
    }

    /** Cells of one measure. */
    public final class Count {
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
            int cell = yearBase + households.group(household);
            cells[cell] = Math.addExact(cells[cell], amount);
        }

        /** Adds one person of no kin household, of this zone and wealth fifth. */
        public void addPerson(int zone, int fifth) {
            cells[yearBase + zone * FIFTHS + fifth]++;
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
    }

    /** A measure of that name: the one declared before under it, or a new one. */
    Count count(String name, String unit, String what, Measure.Kind kind) {
        int known = indexOf(name);
        if (known >= 0) {
            return counts.get(known);
        }
        measures.add(new Measure(name, unit, what, kind, -1, -1));
        Count count = new Count(measures.size() - 1);
        counts.add(count);
        return count;
    }

    void ratio(String name, String unit, String what, Count numerator, Count denominator) {
        if (indexOf(name) >= 0) {
            throw new IllegalArgumentException("measure " + name + " is declared twice");
        }
        measures.add(new Measure(name, unit, what, Measure.Kind.RATIO, numerator.index, denominator.index));
        counts.add(new Count(measures.size() - 1));
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
    }

    /** The calendar year in progress, counted from 0. */
    int year() {
        return yearBase / groups;
    }

    /** Declared measures in order of declaration. */
    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    /** Copy of the cells of a measure, {@code [year][zone][fifth]} flattened in that order. */
    public long[] cells(int measure) {
        return counts.get(measure).cells.clone();
    }
}
