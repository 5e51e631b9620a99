package dev.borderline.analysis.calibration;

import dev.borderline.yaml.Mark;
import java.util.Locale;

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
 * @param likelihood how it counts in a fit
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
        Likelihood likelihood,
        Mark origin) {

    /** Use of a target. */
    public enum Use {
        /** May move parameters. */
        FIT,
        /** Only looked at afterwards: a check never enters a fit. */
        CHECK,
        /** Shown beside the others, for it repeats what they say or is doubted: neither fitted nor a check. */
        REPORT;

        /** The word for it in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A target that a program sets. */
    public Target(
            String id, String what, Statistic statistic, double value, double low, double high, Use use, String grade) {
        this(id, what, statistic, value, low, high, use, grade, Likelihood.of(statistic.toString()), Mark.NONE);
    }

    public Target {
        if (!(low < value && value < high)) {
            throw new IllegalArgumentException(
                    id + ": " + value + " does not lie between low, " + low + ", and high, " + high);
        }
        if (likelihood.error() == ErrorLaw.LOG_NORMAL && low <= 0) {
            throw new IllegalArgumentException(id + ": a log-normal figure lies above 0, and so does low, " + low);
        }
    }

    /** True if a modelled value lies in the tolerance. */
    public boolean accepts(double modelled) {
        return modelled >= low && modelled <= high;
    }

    /** Distance of a modelled value in standard deviations, see {@link ErrorLaw}. */
    public double distance(double modelled) {
        return likelihood.error().distance(this, modelled);
    }

    /** Standard deviation of the figure about a modelled value, what the model cannot do included. */
    public double sd(double modelled) {
        return likelihood.error().sd(this, modelled);
    }
}
