package dev.borderline.measure;

import dev.borderline.text.Nearest;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of one run: whole numbers by measure, calendar year, zone and wealth fifth, and from them every total, series
 * and ratio. Immutable.
 */
public final class Outcomes {
    private final List<Measure> measures;
    private final Map<String, Integer> indexByName = new LinkedHashMap<>();
    private final List<String> years;
    private final List<String> zones;
    private final MeasureValues values;
    private final int yearsOver; // those at whose end levels were counted
    private final long[][]
            cells; // [measure][(year * zones + zone) * fifths + fifth], or by slot where they do not add up

    /**
     * Outcomes from their cells.
     *
     * @param measures in order of declaration
     * @param years first day of each calendar year, or of the run, as ISO dates
     * @param zones names in the order of the cells
     * @param cells by measure, flattened {@code [year][zone][fifth]}; by {@link Slots} where they do not add up; empty for ratios
     */
    public Outcomes(List<Measure> measures, List<String> years, List<String> zones, long[][] cells) {
        this(measures, years, zones, Arrays.stream(cells).map(long[]::clone).toArray(long[][]::new), years.size());
    }

    private Outcomes(List<Measure> measures, List<String> years, List<String> zones, long[][] cells, int yearsOver) {
        this.measures = List.copyOf(measures);
        this.years = List.copyOf(years);
        this.zones = List.copyOf(zones);
        this.cells = cells;
        this.yearsOver = yearsOver;
        values = new MeasureValues(this.measures, this.years, this.zones, yearsOver);
        for (int i = 0; i < this.measures.size(); i++) {
            indexByName.put(this.measures.get(i).name(), i);
        }
    }

    /** Reads the outcomes of a finished run. */
    public static Outcomes of(Recorder recorder, List<String> years, List<String> zones) {
        return of(recorder, years, zones, years.size());
    }

    /** Reads what a run in progress has counted so far; levels are means over the years that are over. */
    public static Outcomes soFar(Recorder recorder, List<String> years, List<String> zones) {
        return of(recorder, years, zones, recorder.year());
    }

    private static Outcomes of(Recorder recorder, List<String> years, List<String> zones, int yearsOver) {
        List<Measure> measures = recorder.measures();
        List<long[]> cells = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            cells.add(recorder.cells(i));
        }
        return new Outcomes(measures, years, zones, cells.toArray(new long[0][]), yearsOver);
    }

    /** Measures in order of declaration. */
    public List<Measure> measures() {
        return measures;
    }

    /** First day of each calendar year (of the run, for the first) as ISO dates. */
    public List<String> years() {
        return years;
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

    /** The measure of that name. */
    public Measure measure(String name) {
        return measures.get(index(name));
    }

    /**
     * Copy of the whole numbers of a measure by index, flattened {@code [year][zone][fifth]}; by {@link Slots} where they do not
     * add up; empty for ratios.
     */
    public long[] cells(int measure) {
        return cells[measure].clone();
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

    private Slots slots() {
        return values.slots();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outcomes outcomes
                && measures.equals(outcomes.measures)
                && years.equals(outcomes.years)
                && zones.equals(outcomes.zones)
                && yearsOver == outcomes.yearsOver
                && Arrays.deepEquals(cells, outcomes.cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(measures, years, zones, Arrays.deepHashCode(cells));
    }

    /** How many measures of what, in words. */
    @Override
    public String toString() {
        return measures.size() + " measures over " + years.size() + " years from " + years.get(0) + ", zones "
                + String.join(", ", zones);
    }
}
