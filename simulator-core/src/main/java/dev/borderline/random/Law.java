package dev.borderline.random;

/**
 * Law of one number, as its quantile function. It is increasing, on {@link StrictMath} alone, so with the same bits on every JDK.
 * Immutable.
 *
 * <p>Sources: triangular, S. Kotz, J. R. van Dorp, Beyond Beta, 2004, chapter 1; the others as in {@link Inversion} and {@link
 * QuantileTable}.
 */
@FunctionalInterface
public interface Law {
    /**
     * The quantile at {@code u}, 0 to 1. At 0 and at 1 it is the end of the support, which may be infinite.
     */
    double quantile(double u);

    /** All numbers between two ends alike. */
    static Law uniform(double min, double max) {
        LawChecks.ordered(min, max);
        return u -> min + u * (max - min);
    }

    /** Equal ratios alike: the logarithm is uniform. {@code min} is above 0. */
    static Law logUniform(double min, double max) {
        LawChecks.positive("min", min);
        LawChecks.ordered(min, max);
        double ratio = max / min;
        if (!Double.isFinite(ratio)) {
            throw LawChecks.refused("max", max, "nearer to min, " + min + ": their ratio is more than a number holds");
        }
        return u -> u == 1 ? max : min * StrictMath.pow(ratio, u);
    }

    /** Density rising straight from {@code min} to {@code mode} and falling straight to {@code max}. */
    static Law triangular(double min, double mode, double max) {
        LawChecks.ordered(min, max);
        if (!(mode >= min && mode <= max)) {
            throw LawChecks.refused("mode", mode, "between min and max");
        }
        double width = max - min;
        double belowMode = (mode - min) / width;
        return u -> u < belowMode
                ? min + Math.sqrt(u * width * (mode - min))
                : max - Math.sqrt((1 - u) * width * (max - mode));
    }

    /** The normal law. */
    static Law normal(double mean, double sd) {
        LawChecks.finite("mean", mean);
        LawChecks.positive("sd", sd);
        return u -> {
            if (u == 0 || u == 1) {
                return u == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            return mean + sd * NormalQuantile.of(u);
        };
    }

    /** The log-normal law with this mean on the natural scale and this standard deviation of the logarithm. */
    static Law logNormal(double mean, double sigmaLog) {
        LawChecks.positive("mean", mean);
        LawChecks.positive("sigma", sigmaLog);
        return u -> {
            if (u == 0 || u == 1) {
                return u == 0 ? 0 : Double.POSITIVE_INFINITY;
            }
            return Inversion.logNormal(u, mean, sigmaLog);
        };
    }

    /** The beta law, stretched from 0 to 1 to {@code min} to {@code max}; shapes as in {@link QuantileTable#beta}. */
    static Law beta(double alpha, double beta, double min, double max) {
        LawChecks.ordered(min, max);
        QuantileTable table = QuantileTable.beta(alpha, beta);
        return u -> {
            if (u == 0 || u == 1) {
                return u == 0 ? min : max;
            }
            return min + (max - min) * table.value(u);
        };
    }

    /**
     * This law, given that the number lies between two ends, either of which may be infinite.
     *
     * @throws IllegalArgumentException if less than a millionth of this law lies between them
     */
    default Law between(double min, double max) {
        return Truncated.of(this, min, max);
    }

    /**
     * The probability of less than {@code value}, 0 to 1: the inverse of {@link #quantile}, by 53 halvings of the probability. For
     * a number between two values of a law of steps it is the rank at which the greater begins.
     */
    default double below(double value) {
        return Truncated.below(this, value);
    }
}
