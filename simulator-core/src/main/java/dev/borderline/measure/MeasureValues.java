package dev.borderline.measure;

import dev.borderline.text.Nearest;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values of the measures of a run, in their units, from sums of whole numbers. It is the one place where ratios are formed and
 * levels averaged, whether the run is in progress, over or read from a file.
 */
public final class MeasureValues {
    private static final int YEAR_DIGITS = 4;

    /** Whole numbers of a run. */
    @FunctionalInterface
    public interface Sums {
        /**
         * The sum of a measure's cells in a slot of {@link Margins}; what stands there where they do not add up.
         *
         * @param measure index of one that is no ratio
         */
        long of(int measure, int slot);
    }

    private final List<Measure> measures;
    private final List<String> years;
    private final List<String> zones;
    private final Margins slots;
    private final int yearsOver;
    private final int scale; // index of the measure that tells for how many people one stands; -1 where each is one

    /**
     * The arithmetic of some measures.
     *
     * @param measures in order of declaration
     * @param years first day of each calendar year, or of the run, as ISO dates
     * @param zones names of zones
     * @param yearsOver calendar years that are over, for levels
     */
    public MeasureValues(List<Measure> measures, List<String> years, List<String> zones, int yearsOver) {
        this.measures = measures;
        this.years = years;
        this.zones = zones;
        this.yearsOver = yearsOver;
        slots = new Margins(years.size(), zones.size());
        scale = IntStream.range(0, measures.size())
                .filter(i -> measures.get(i).name().equals(Measure.PEOPLE_PER_SIMULATED))
                .findFirst()
                .orElse(-1);
    }

    /** Number of people that one who is simulated stands for; 1 where all are simulated. */
    public double peoplePerSimulated(Sums sums) {
        return scale < 0 ? 1 : measures.get(scale).scaled(sums.of(scale, slots.whole()));
    }

    /** Margins that numbers stand by. */
    public Margins slots() {
        return slots;
    }

    /** Value in a slot. NaN for a ratio whose denominator is 0, and for a level of what is not over. */
    public double value(int index, int slot, Sums sums) {
        Measure measure = measures.get(index);
        if (measure.kind() == Measure.Kind.RATIO) {
            double denominator = value(measure.denominator(), slot, sums);
            return denominator == 0 ? Double.NaN : value(measure.numerator(), slot, sums) / denominator;
        }
        double sum = measure.scaled(sums.of(index, slot), peoplePerSimulated(sums));
        return measure.kind() == Measure.Kind.LEVEL ? level(sum, slot) : sum;
    }

    /** Levels are counted at the ends of years. Of a year that is not over there is none, over several they are averaged. */
    private double level(double sum, int slot) {
        if (slot >= years.size()) {
            return sum / yearsOver;
        }
        return slot < yearsOver ? sum : Double.NaN;
    }

    /**
     * Value over the whole run, where ratios of whole numbers that add up are formed by {@link Measure#over}. What has the same price
     * in two runs then differs by exactly 0.
     */
    public double exactly(int index, Sums sums) {
        Measure ratio = measures.get(index);
        if (ratio.kind() == Measure.Kind.RATIO) {
            Measure numerator = measures.get(ratio.numerator());
            Measure denominator = measures.get(ratio.denominator());
            if (numerator.kind().addsUp() && denominator.kind().addsUp()) {
                return numerator.over(
                        sums.of(ratio.numerator(), slots.whole()),
                        denominator,
                        sums.of(ratio.denominator(), slots.whole()));
            }
        }
        return value(index, slots.whole(), sums);
    }

    /**
     * Slot of a calendar year by its number in the calendar.
     *
     * @throws IllegalArgumentException naming those there are, if it is not simulated
     */
    public int slot(Year year) {
        List<String> names =
                years.stream().map(day -> day.substring(0, YEAR_DIGITS)).toList();
        int index = names.indexOf(year.toString());
        if (index < 0) {
            throw new IllegalArgumentException("the year " + year + " is not simulated; there are " + names.get(0)
                    + " to " + names.get(names.size() - 1));
        }
        return slots.year(index);
    }

    /**
     * Slot of a zone by its name.
     *
     * @throws IllegalArgumentException naming the nearest, if there is none
     */
    public int slot(String zone) {
        int index = zones.indexOf(zone);
        if (index < 0) {
            String near = Nearest.nearest(zone, zones)
                    .map(other -> "; nearest is " + other)
                    .orElse("; there are " + String.join(", ", zones));
            throw new IllegalArgumentException("there is no zone " + zone + near);
        }
        return slots.zone(index);
    }
}
