package dev.borderline.figure;

import dev.borderline.text.Numbers;

/**
 * Numbers of one measure by themselves, to four significant digits: a share in per cent, all else in its unit.
 *
 * @param factor what a value is multiplied by
 * @param unit name of the multiple
 */
public record Plain(double factor, String unit) {
    /** The numbers of a measure with this unit; {@code "1"} is a share. */
    public static Plain of(String unit) {
        return unit.equals(Scale.SHARE) ? new Plain(Scale.PERCENT, "%") : new Plain(1, unit);
    }

    /** A value without its unit; {@code n/a} where there is none. */
    public String shown(double value) {
        return Numbers.human(value * factor);
    }

    /** A value with its unit. */
    public String withUnit(double value) {
        return shown(value) + " " + unit;
    }
}
