package dev.borderline.measure;

import dev.borderline.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcomes of one run: whole numbers by measure, calendar year, zone and wealth fifth, and from them every total, series
 * and ratio. Immutable.
 */
public final class Outcomes {
    private static final int ALL = -1;

    private final List<Measure> measures;
    private final Map<String, Integer> indexByName = new LinkedHashMap<>();
    private final List<String> years;
    private final List<String> zones;
    private final int yearsOver; // those at whose end levels were counted
    private final double peoplePerSimulated;
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
        this(measures, years, zones, cells, years.size());
    }

    private Outcomes(List<Measure> measures, List<String> years, List<String> zones, long[][] cells, int yearsOver) {
        this.measures = List.copyOf(measures);
        this.years = List.copyOf(years);
        this.zones = List.copyOf(zones);
        this.cells = cells.clone();
        this.yearsOver = yearsOver;
        for (int i = 0; i < this.measures.size(); i++) {
            indexByName.put(this.measures.get(i).name(), i);
        }
        Integer scale = indexByName.get(Measure.PEOPLE_PER_SIMULATED);
        peoplePerSimulated =
                scale == null ? 1 : this.measures.get(scale).scaled(sum(scale, ALL, ALL, ALL));
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
        return value(index(measure), ALL, ALL, ALL);
    }

    /** A measure in one calendar year, counted from 0. */
    public double inYear(String measure, int year) {
        return value(index(measure), year, ALL, ALL);
    }

    /** A measure over the whole run in one zone, counted from 0. */
    public double inZone(String measure, int zone) {
        return value(index(measure), ALL, zone, ALL);
    }

    /** A measure over the whole run in one wealth fifth, 0 for the poorest. */
    public double inFifth(String measure, int fifth) {
        return value(index(measure), ALL, ALL, fifth);
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

    private double value(int index, int year, int zone, int fifth) {
        Measure measure = measures.get(index);
        if (measure.kind() == Measure.Kind.RATIO) {
            double denominator = value(measure.denominator(), year, zone, fifth);
            return denominator == 0 ? Double.NaN : value(measure.numerator(), year, zone, fifth) / denominator;
        }
        if (measure.kind().bySlots()) {
            return measure.scaled(cells[index][slot(year, zone, fifth)], peoplePerSimulated);
        }
        double sum = measure.scaled(sum(index, year, zone, fifth), peoplePerSimulated);
        return measure.kind() == Measure.Kind.LEVEL ? level(sum, year) : sum;
    }

    /** Levels are counted at the ends of years: of a year that is not over there is none. */
    private double level(double sum, int year) {
        if (year == ALL) {
            return sum / yearsOver;
        }
        return year < yearsOver ? sum : Double.NaN;
    }

    /** The slot of a year, a zone, a fifth or the whole: whichever is asked for. */
    private int slot(int year, int zone, int fifth) {
        Slots slots = new Slots(years.size(), zones.size());
        if (year != ALL) {
            return slots.year(year);
        }
        if (zone != ALL) {
            return slots.zone(zone);
        }
        return fifth == ALL ? slots.whole() : slots.fifth(fifth);
    }

    private long sum(int index, int year, int zone, int fifth) {
        long[] own = cells[index];
        long sum = 0;
        for (int i = 0; i < own.length; i++) {
            int ofFifth = i % Recorder.FIFTHS;
            int ofZone = i / Recorder.FIFTHS % zones.size();
            int ofYear = i / Recorder.FIFTHS / zones.size();
            boolean wanted = (year == ALL || year == ofYear) && (zone == ALL || zone == ofZone);
            if (wanted && (fifth == ALL || fifth == ofFifth)) {
                sum = Math.addExact(sum, own[i]);
            }
        }
        return sum;
    }
}
