package dev.borderline.measure;

import dev.borderline.event.Times;
import java.util.Comparator;

/**
 * A number that a run reports, by zone, wealth fifth and year.
 *
 * @param name snake_case, with its unit at the end where it has one
 * @param unit unit of {@link #scaled}
 * @param what one sentence: numerator and denominator where it is a ratio
 * @param kind how cells are added up and scaled
 * @param numerator index of the numerator's measure, for ratios, else -1
 * @param denominator index of the denominator's measure, for ratios, else -1
 * @param standing its group and sense
 */
public record Measure(
        String name, String unit, String what, Kind kind, int numerator, int denominator, Standing standing) {
    /** In the cell of a quantile: there is none, for nothing was counted. */
    public static final long NO_VALUE = -1;

    /** Name of the measure that tells how many people one that is simulated stands for; absent where that is 1. */
    public static final String PEOPLE_PER_SIMULATED = "people_per_simulated";

    /** Kind of the whole numbers in the cells, by which they are read. */
    public enum Kind {
        /** Things counted. */
        COUNT(1),
        /** Money in cents, shown in USD. */
        MONEY(100),
        /** Ticks, shown in years. */
        YEARS(Times.YEAR),
        /** Ticks, shown in minutes. */
        MINUTES(Times.MINUTE),
        /** Number at the end of a calendar year; over several years the mean. */
        LEVEL(1),
        /** Expected numbers, in fixed point with unit 2^-32. */
        EXPECTED(0x1p32),
        /** The greatest number at once. Does not add up: one number for each year, zone, fifth and the whole, see {@link Margins}. */
        PEAK(1),
        /** A quantile of amounts in cents, shown in USD. Does not add up either. */
        QUANTILE(100),
        /** One measure over another; keeps no cells. */
        RATIO(1);

        private final double unitsPerOne;

        Kind(double unitsPerOne) {
            this.unitsPerOne = unitsPerOne;
        }

        /** True if its numbers do not add up, so that they stand by {@link Margins}. */
        public boolean bySlots() {
            return this == PEAK || this == QUANTILE;
        }

        /** True if its numbers grow with the number of people. Those of a share of them are scaled up. */
        public boolean growsWithPeople() {
            return !bySlots() && this != RATIO;
        }

        /** True if the value over several cells is that of their sum. */
        public boolean addsUp() {
            return !bySlots() && this != LEVEL && this != RATIO;
        }
    }

    /** A measure that is no ratio, or one whose parts are not known yet. */
    public static Measure of(String name, String unit, String what, Kind kind, Standing standing) {
        return new Measure(name, unit, what, kind, -1, -1, standing);
    }

    /** This measure with another standing. */
    public Measure as(Standing other) {
        return new Measure(name, unit, what, kind, numerator, denominator, other);
    }

    /** This ratio of two measures by their indices. */
    Measure over(int above, int below) {
        return new Measure(name, unit, what, kind, above, below, standing);
    }

    /**
     * As {@link #scaled(long)}, for all people where some are simulated. An extreme of some says nothing of that of all, so it is
     * NaN then.
     *
     * @param peoplePerSimulated 1 where all are simulated
     */
    public double scaled(long cells, double peoplePerSimulated) {
        if (peoplePerSimulated == 1 || name.equals(PEOPLE_PER_SIMULATED)) {
            return scaled(cells);
        }
        if (kind == Kind.PEAK) {
            return Double.NaN;
        }
        return kind.growsWithPeople() ? scaled(cells) * peoplePerSimulated : scaled(cells);
    }

    /** The value of a sum of cells in this measure's unit; NaN for a quantile of nothing. */
    public double scaled(long cells) {
        return kind == Kind.QUANTILE && cells == NO_VALUE ? Double.NaN : cells / kind.unitsPerOne;
    }

    /**
     * This measure over another, of sums of cells. Whole numbers are divided first and scaled then: where every thing has the same
     * price the mean is that price to the last bit, however many there are, so that two runs with it differ by exactly 0. A ratio
     * by itself is formed of the scaled numbers, which may miss it by a rounding.
     *
     * @return NaN if {@code below} is 0
     */
    public double over(long above, Measure denominator, long below) {
        return below == 0 ? Double.NaN : (double) above / below * denominator.kind.unitsPerOne / kind.unitsPerOne;
    }

    /** Meaning of more of a measure for the people simulated; analyses ask it before they rank policies (decision 0007). */
    public enum Sense {
        /** Gain of people, such as contact with relatives: no policy is the best for having less of it. */
        GOOD,
        /** Suffering or loss of people, such as years held: no policy is the best for having more of it. */
        HARM,
        /** Work of those who catch people: policies are never ranked by it, in either direction. */
        ENFORCEMENT,
        /** Neither gain nor loss by itself, such as the number of needs. */
        NEUTRAL,
        /** Sense of a measure in a folder written before senses were declared; policies are not ranked by it. */
        UNDECLARED
    }

    /**
     * Standing of a measure among the others, declared with it. Tables, reports and objectives ask for it and keep no names of their
     * own.
     *
     * @param group heading that it stands under, see {@link MeasureGroup}
     * @param sense meaning of more of it for people
     * @param line place in its group's short table; 0 if shown only where all measures are asked for
     * @param isMain true if a comparison of policies shows it unasked
     * @param rank place among the few outcomes that stand for all; 0 if none of them
     */
    public record Standing(String group, Sense sense, int line, boolean isMain, int rank) {
        /** Standing in a folder written before measures declared one. */
        public static final Standing UNDECLARED = new Standing("Everything else", Sense.UNDECLARED, 0, false, 0);

        /** Order of lines in a short table, before all that have none. */
        static final Comparator<Standing> BY_LINE =
                Comparator.comparingInt(standing -> standing.line == 0 ? Integer.MAX_VALUE : standing.line);

        /** Standing of a measure shown only where all are asked for. */
        public static Standing of(String group, Sense sense) {
            return new Standing(group, sense, 0, false, 0);
        }
    }

    /**
     * Heading of a measure and its place in figures, declared with it. It stands in no store and no digest: whoever draws asks the
     * mechanisms at hand, so that words may change and results stay.
     *
     * @param title heading; empty where the name, with blanks, is one
     * @param byFifth place in the figure by wealth fifth, from 1; 0 if not there
     */
    public record Presentation(String title, int byFifth) {
        /** Presentation of a measure that declares none. */
        public static final Presentation NONE = new Presentation("", 0);
    }
}
