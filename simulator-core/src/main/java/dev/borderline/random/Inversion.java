package dev.borderline.random;

/**
 * Variates by inversion: each is one uniform in (0, 1) pushed through a quantile function. So it is monotone in the uniform
 * (increasing, but for {@link #exponential}) and uses exactly one draw. All on {@link StrictMath}; nothing allocates. Source of
 * the method: L. Devroye, Non-Uniform Random Variate Generation, 1986, chapters II and III.
 *
 * <p>Methods do not check {@code u}: it comes from {@link Draws}. Parameters out of range are refused.
 */
public final class Inversion {
    /** The largest mean of {@link #poisson}: beyond it the probability of 0 leaves the range of normal doubles. */
    public static final double POISSON_MEAN_MAX = 700;

    private static final double BINOMIAL_TAIL = 12; // standard deviations, and as many besides
    private static final double GEOMETRIC_PROBABILITY_MIN = 1e-15; // keeps every count inside a long

    private Inversion() {}

    /** A unit-mean exponential, {@code -ln u}: decreasing in {@code u}, because the survival function is inverted. */
    public static double exponential(double u) {
        return -StrictLog.log(u);
    }

    /** A standard normal by AS241, relative error about 1e-16. */
    public static double normal(double u) {
        return NormalQuantile.of(u);
    }

    /** True if {@code u < probability}: a higher probability accepts a superset. */
    public static boolean bernoulli(double u, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw refused("probability", probability, "0 to 1");
        }
        return u < probability;
    }

    /**
     * A log-normal by its mean on the natural scale and the standard deviation of its logarithm. It is {@code mean * exp(sigmaLog * z - sigmaLog² / 2)} with z standard normal.
     */
    public static double logNormal(double u, double mean, double sigmaLog) {
        if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            throw refused("mean", mean, "above 0 and finite");
        }
        if (!(sigmaLog >= 0 && sigmaLog < Double.POSITIVE_INFINITY)) {
            throw refused("sigmaLog", sigmaLog, "0 or more and finite");
        }
        return mean * StrictMath.exp(sigmaLog * (NormalQuantile.of(u) - sigmaLog / 2));
    }

    /** A uniform between {@code low} and {@code high}. */
    public static double uniform(double u, double low, double high) {
        if (!(low <= high && high - low < Double.POSITIVE_INFINITY)) {
            throw refused("high", high, "at least low, " + low + ", and finite");
        }
        return low + u * (high - low);
    }

    /**
     * An index, chosen with probability proportional to its weight; weight 0 is never chosen. Increasing in {@code u}.
     *
     * @param weights finite, none negative, at least one positive; not changed
     */
    public static int categorical(double u, double... weights) {
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw refused("weight", weight, "0 or more");
            }
            total += weight;
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw refused("sum of weights", total, "above 0 and finite");
        }
        double target = u * total;
        double reached = 0;
        int chosen = 0;
        for (int i = 0; i < weights.length && reached <= target; i++) {
            if (weights[i] > 0) {
                reached += weights[i];
                chosen = i;
            }
        }
        return chosen;
    }

    /**
     * A Poisson count. The least k whose cumulative probability exceeds {@code u}, found by adding up from 0, for one
     * {@code exp} and about {@code mean} steps. Increasing in {@code u} and, while 1 - u is above 1e-12, in the mean.
     * Cumulative probabilities are good to 1e-13. For a mean used often, {@link DiscreteTable#poisson} is quicker.
     *
     * @param mean 0 to {@link #POISSON_MEAN_MAX}
     */
    public static int poisson(double u, double mean) {
        if (!(mean >= 0 && mean <= POISSON_MEAN_MAX)) {
            throw refused("mean", mean, "0 to " + POISSON_MEAN_MAX);
        }
        int count = 0;
        double probability = StrictMath.exp(-mean);
        double cumulative = probability;
        while (cumulative <= u) {
            count++;
            probability *= mean / count;
            double next = cumulative + probability;
            if (next == cumulative && count > mean) {
                break; // the sum has rounded to just below u and can grow no more
            }
            cumulative = next;
        }
        return count;
    }

    /**
     * A binomial count: successes in so many trials. The least k whose cumulative probability exceeds {@code u}, added up
     * from twelve standard deviations below the mean, where less than 1e-20 has gone by. Increasing in {@code u}. Cumulative
     * probabilities are good to 1e-11.
     *
     * @param trials 0 or more
     * @param probability of success, 0 to 1
     */
    public static int binomial(double u, int trials, double probability) {
        if (trials < 0) {
            throw refused("trials", trials, "0 or more");
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw refused("probability", probability, "0 to 1");
        }
        if (probability == 0 || probability == 1) {
            return probability == 0 ? 0 : trials;
        }
        double mean = trials * probability;
        int count = (int) Math.max(0, mean - BINOMIAL_TAIL * (1 + StrictMath.sqrt(mean * (1 - probability))));
        double odds = probability / (1 - probability);
        double atCount = StrictMath.exp(logBinomial(count, trials, probability));
        double cumulative = atCount;
        while (cumulative <= u && count < trials) {
            atCount *= odds * (trials - count) / (count + 1);
            count++;
            double next = cumulative + atCount;
            if (next == cumulative && count > mean) {
                break; // the sum has rounded to just below u and can grow no more
            }
            cumulative = next;
        }
        return count;
    }

    /** Logarithm of the probability of so many successes. */
    private static double logBinomial(int count, int trials, double probability) {
        double failures = (trials - count) * StrictMath.log1p(-probability);
        if (count == 0) {
            return failures;
        }
        double ways = -StrictMath.log(trials + 1.0) - IncompleteFunctions.logBeta(count + 1.0, trials - count + 1.0);
        return ways + count * StrictMath.log(probability) + failures;
    }

    /**
     * A geometric count: failures before the first success, {@code floor(ln(1 - u) / ln(1 - probability))}.
     *
     * @param probability of success, 1e-15 to 1
     */
    public static long geometric(double u, double probability) {
        if (!(probability >= GEOMETRIC_PROBABILITY_MIN && probability <= 1)) {
            throw refused("probability", probability, GEOMETRIC_PROBABILITY_MIN + " to 1");
        }
        return (long) Math.floor(StrictMath.log1p(-u) / StrictMath.log1p(-probability));
    }

    private static IllegalArgumentException refused(String name, double value, String range) {
        return new IllegalArgumentException(name + " is " + value + "; it must be " + range);
    }
}
