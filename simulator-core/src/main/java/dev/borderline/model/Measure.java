package dev.borderline.model;

/**
 * A number that a run reports, by zone, wealth fifth and year.
 *
 * @param name snake_case, with its unit at the end where it has one
 * @param unit unit of {@link #scaled}
 * @param what one sentence: numerator and denominator where it is a ratio
 * @param kind how cells are added up and scaled
 * @param numerator index of the numerator's measure, for ratios, else -1
 * @param denominator index of the denominator's measure, for ratios, else -1
 */
public record Measure(String name, String unit, String what, Kind kind, int numerator, int denominator) {
    /** How the whole numbers in the cells are read. */
    public enum Kind {
        /** Things counted. */
        COUNT(1),
        /** Money in cents, shown in USD. */
        MONEY(100),
        /** Ticks, shown in years. */
        YEARS(Times.YEAR),
        /** Ticks, shown in minutes. */
        MINUTES(Times.MINUTE),
        /** How many there are at the end of a calendar year; over several years the mean. */
        LEVEL(1),
        /** Expected numbers, in fixed point with unit 2^-32. */
        EXPECTED(0x1p32),
        /** One measure over another; keeps no cells. */
        RATIO(1);

        private final double unitsPerOne;

        Kind(double unitsPerOne) {
            this.unitsPerOne = unitsPerOne;
        }
    }

    /** The value of a sum of cells in this measure's unit. */
    public double scaled(long cells) {
        return cells / kind.unitsPerOne;
    }
}
