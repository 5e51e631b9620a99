package dev.borderline.experiment.design;

import dev.borderline.random.Draws;
import dev.borderline.random.Mix64;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.SweepDesign;
import java.util.List;

/**
 * A Latin hypercube of n points. The range of each factor is cut into n strata of equal probability, and each has one point,
 * at a place drawn in it (M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979) 239-245). Of some hypercubes the
 * one is kept whose two nearest points are farthest apart in the unit cube, the first among equals (M. E. Johnson, L. M. Moore,
 * D. Ylvisaker, J. Statist. Plann. Inference 26 (1990) 131-148).
 *
 * <p>Draws: the key of the design and the number of the candidate; {@code design.lhs.order} and {@code design.lhs.place}, by
 * factor, one of each per point.
 */
final class LatinHypercube implements Design {
    private static final int CANDIDATES_MAX = 100;
    private static final double COMPARISONS = 2e8; // what the usual number of candidates may cost, about a second

    private final Factors factors;
    private final int points;
    private final int candidates;
    private final long seed;
    private final double[][] places; // by point, then factor

    LatinHypercube(List<Factor> varied, int points, int candidates, long seed) {
        factors = new Factors(varied);
        if (points < 2) {
            throw new IllegalArgumentException("points is " + points + "; a Latin hypercube needs 2 or more");
        }
        if (candidates < 1) {
            throw new IllegalArgumentException("candidates is " + candidates + "; it must be 1 or more");
        }
        this.points = points;
        this.candidates = candidates;
        this.seed = seed;
        places = best();
    }

    /** As many as make 2e8 comparisons of coordinates, at most 100. */
    static int usualCandidates(int points, int factors) {
        double each = 0.5 * points * points * factors;
        return (int) Math.max(1, Math.min(CANDIDATES_MAX, Math.floor(COMPARISONS / each)));
    }

    private double[][] best() {
        double[][] best = candidate(0);
        double apart = candidates == 1 ? 0 : nearest(best, -1);
        for (int number = 1; number < candidates; number++) {
            double[][] next = candidate(number);
            double nextApart = nearest(next, apart);
            if (nextApart > apart) {
                best = next;
                apart = nextApart;
            }
        }
        return best;
    }

    private double[][] candidate(int number) {
        long key = Mix64.combine(RunKeys.designKey(RunKeys.SCHEME_VERSION, seed), number);
        Draws order = Draws.of(key, "design.lhs.order", SubjectKind.FACTOR);
        Draws place = Draws.of(key, "design.lhs.place", SubjectKind.FACTOR);
        double[][] made = new double[points][factors.count()];
        for (int factor = 0; factor < factors.count(); factor++) {
            int[] strata = Shuffle.of(points, order, factor, 0);
            for (int point = 0; point < points; point++) {
                double u = (strata[point] + place.uniform(factor, point)) / points;
                made[point][factor] = Math.min(u, Math.nextDown(1.0)); // the sum may have been rounded up to 1
            }
        }
        return made;
    }

    /** Square of the least distance; may stop as soon as it is not above {@code enough}. */
    private static double nearest(double[][] places, double enough) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int one = 1; one < places.length; one++) {
            for (int other = 0; other < one; other++) {
                nearest = Math.min(nearest, squaredDistance(places[one], places[other]));
            }
            if (nearest <= enough) {
                return nearest;
            }
        }
        return nearest;
    }

    private static double squaredDistance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - other[i];
            sum += difference * difference;
        }
        return sum;
    }

    @Override
    public List<String> factors() {
        return factors.paths();
    }

    @Override
    public int size() {
        return points;
    }

    @Override
    public DesignPoint point(int index) {
        Factors.checkIndex(index, points);
        return factors.at(index, places[index]);
    }

    @Override
    public DesignInfo info() {
        return DesignInfo.of(SweepDesign.LHS, factors.all())
                .with("points", points)
                .with("candidates", candidates)
                .with("design_seed", seed);
    }
}
