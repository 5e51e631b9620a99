package dev.borderline.figure;

import dev.borderline.text.Numbers;
import java.util.Locale;

/**
 * Format of one measure's numbers side by side: the multiple of its unit and the number of decimals.
 *
 * @param factor what a value is multiplied by
 * @param decimals digits after the point
 * @param unit name of the multiple
 */
public record Scale(double factor, int decimals, String unit) {
    static final double PERCENT = 100;
    /** Unit of a measure that is a share. In files it is a number up to 1, wherever people read it per cent. */
    static final String SHARE = "1";

    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final int DECIMALS_MAX = 6;

    /** The scale for values up to {@code largest}, in size, of a measure with this unit; {@code "1"} is a share. */
    public static Scale of(double largest, String unit) {
        if (unit.equals(SHARE)) {
            return scale(PERCENT, largest, "%");
        }
        if (largest >= 100 * MILLION) {
            return scale(1 / MILLION, largest, "million " + unit);
        }
        if (largest >= 100 * THOUSAND) {
            return scale(1 / THOUSAND, largest, "thousand " + unit);
        }
        return scale(1, largest, unit);
    }

    /** Three significant digits of the largest, at least. */
    private static Scale scale(double factor, double largest, String unit) {
        double shown = largest * factor;
        int decimals = 0;
        for (double limit = 100; shown < limit && decimals < DECIMALS_MAX && shown > 0; limit /= 10) {
            decimals++;
        }
        return new Scale(factor, decimals, unit);
    }

    /** This multiple with so many decimals that an interval of that half-width shows two significant digits. */
    public Scale precise(double halfWidth) {
        double shown = Math.abs(halfWidth * factor);
        if (!(shown > 0)) {
            return this;
        }
        int digits = 1 - (int) Math.floor(Math.log10(shown));
        return new Scale(factor, Math.max(0, Math.min(DECIMALS_MAX, digits)), unit);
    }

    /** A value; {@code n/a} where there is none. */
    public String shown(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value * factor);
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    /** The unit of differences: those of percentages are in points. */
    public String ofChanges() {
        return unit.equals("%") ? "% points" : unit;
    }

    /** A value in this multiple, with as many digits as numbers have that stand by themselves. */
    public String human(double value) {
        return Numbers.human(value * factor);
    }

    /** A value with the sign of an increase. */
    public String signed(double value) {
        String shown = shown(value);
        return value > 0 && !shown.matches("[0.]+") ? "+" + shown : shown;
    }

    /** A value with plus or minus half of its interval's width. */
    public String shown(double value, double halfWidth) {
        return Double.isNaN(halfWidth) ? shown(value) : shown(value) + " ±" + shown(halfWidth);
    }

    /** As {@link #shown(double, double)}, with the sign of an increase. */
    public String change(double value, double halfWidth) {
        return (value > 0 ? "+" : "") + shown(value, halfWidth);
    }
}
