package dev.borderline.analysis.calibration;

import dev.borderline.yaml.Mark;

/**
 * A figure of the record that a model should reproduce.
 *
 * @param id such as {@code T02}
 * @param what in words
 * @param statistic of the model's yearly values
 * @param value the figure
 * @param low least value that counts as reproduced, below {@code value}
 * @param high greatest, above {@code value}
 * @param use whether it may move parameters
 * @param grade A (counted), B (reported) or C (derived, assumed)
 * @param origin where a file says it, for messages
 */
public record Target(
        String id,
        String what,
        Statistic statistic,
        double value,
        double low,
        double high,
        Use use,
        String grade,
        Mark origin) {
    private static final double Z95 = 1.959963984540054;

    /** What a target is for. */
    public enum Use {
        /** May move parameters. */
        FIT,
        /** Only looked at afterwards: a check never enters a fit. */
        CHECK
    }

    /** A target that a program sets. */
    public Target(
            String id, String what, Statistic statistic, double value, double low, double high, Use use, String grade) {
        this(id, what, statistic, value, low, high, use, grade, Mark.NONE);
    }

    public Target {
        if (!(low < value && value < high)) {
            throw new IllegalArgumentException(
                    id + ": " + value + " does not lie between low, " + low + ", and high, " + high);
        }
    }

    /** Whether a modelled value lies in the tolerance. */
    public boolean accepts(double modelled) {
        return modelled >= low && modelled <= high;
    }

    /** Distance of a modelled value in standard deviations; the tolerance is read as an interval of 95 %, each side by itself. */
    public double distance(double modelled) {
        return (modelled - value) / sd(modelled);
    }

    /** Standard deviation of the figure on the side of a modelled value. */
    public double sd(double modelled) {
        return (modelled < value ? value - low : high - value) / Z95;
    }
}
