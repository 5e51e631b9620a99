package dev.borderline.analysis.ensemble;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Check of ranks for uniformity (simulation-based calibration). They are the ranks of truths drawn from the prior among draws
 * from fits to what they imply (S. Talts et al., "Validating Bayesian inference algorithms with simulation-based calibration",
 * 2018). The empirical distribution function of the ranks must keep inside bands that hold everywhere at once with a stated
 * probability (T. Säilynoja, P.-C. Bürkner, A. Vehtari, "Graphical test for discrete uniformity and its applications", Statistics
 * and Computing 32 (2022) 32). Among the quantities must be the log-likelihood of the data: without it the prior passes for a
 * posterior (M. Modrák et al., Bayesian Analysis 2023).
 *
 * <p>The bands are binomial intervals of one level at each point; the level is found by bisection, with the probability that all hold
 * computed exactly from point to point.
 */
public final class RankCheck {
    private static final int POINTS_MAX = 20;
    private static final int BISECTIONS = 24;

    private final int truths;
    private final int draws;
    private final int[] points; // ranks below these are counted
    private final int[] low;
    private final int[] high;

    private RankCheck(int truths, int draws, int[] points, int[] low, int[] high) {
        this.truths = truths;
        this.draws = draws;
        this.points = points;
        this.low = low;
        this.high = high;
    }

    /**
     * Bands for ranks that are uniform from 0 to {@code draws}.
     *
     * @param truths number of ranks
     * @param falseAlarm probability that right ranks leave the bands
     */
    public static RankCheck of(int truths, int draws, double falseAlarm) {
        int count = Math.min(POINTS_MAX, draws);
        int[] points = new int[count];
        for (int i = 0; i < count; i++) {
            points[i] = (int) Math.round((i + 1.0) * (draws + 1) / (count + 1));
        }
        double least = 0;
        double most = falseAlarm;
        RankCheck bands = bands(truths, draws, points, least);
        for (int i = 0; i < BISECTIONS; i++) {
            double level = (least + most) / 2;
            RankCheck tried = bands(truths, draws, points, level);
            if (1 - tried.coverage() <= falseAlarm) {
                least = level;
                bands = tried;
            } else {
                most = level;
            }
        }
        return bands;
    }

    private static RankCheck bands(int truths, int draws, int[] points, double level) {
        int[] low = new int[points.length];
        int[] high = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            BinomialDistribution law = BinomialDistribution.of(truths, (double) points[i] / (draws + 1));
            low[i] = level == 0 ? 0 : law.inverseCumulativeProbability(level / 2);
            high[i] = level == 0 ? truths : law.inverseSurvivalProbability(level / 2);
        }
        return new RankCheck(truths, draws, points, low, high);
    }

    /** Probability that uniform ranks keep inside the bands. */
    double coverage() {
        double[] inside = new double[truths + 1]; // by number of ranks below the point
        inside[0] = 1;
        int before = 0;
        for (int point = 0; point < points.length; point++) {
            double share = (double) (points[point] - before) / (draws + 1 - before);
            double[] next = new double[truths + 1];
            for (int below = 0; below <= truths; below++) {
                if (inside[below] > 0) {
                    BinomialDistribution more = BinomialDistribution.of(truths - below, share);
                    for (int now = Math.max(below, low[point]); now <= high[point]; now++) {
                        next[now] += inside[below] * more.probability(now - below);
                    }
                }
            }
            inside = next;
            before = points[point];
        }
        double sum = 0;
        for (double probability : inside) {
            sum += probability;
        }
        return sum;
    }

    /**
     * True if ranks keep inside the bands.
     *
     * @param ranks of the truths, each 0 to the number of draws
     */
    public boolean holds(int[] ranks) {
        if (ranks.length != truths) {
            throw new IllegalArgumentException(ranks.length + " ranks; the bands are for " + truths);
        }
        for (int i = 0; i < points.length; i++) {
            int below = 0;
            for (int rank : ranks) {
                below += rank < points[i] ? 1 : 0;
            }
            if (below < low[i] || below > high[i]) {
                return false;
            }
        }
        return true;
    }
}
