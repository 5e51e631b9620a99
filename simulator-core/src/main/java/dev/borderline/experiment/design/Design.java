package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import dev.borderline.scenario.SweepFile;
import java.util.List;
import java.util.Map;

/**
 * A list of settings to try. Immutable and thread-safe; points are made when asked for, so that a large design takes little
 * room. A kind of design is one class; the points of a design never depend on anything but its arguments.
 *
 * <pre>{@code
 * Design design = Design.lhs(
 *         List.of(
 *                 Factor.linear("levers.surveillance.coverage", 0.01, 0.12),
 *                 Factor.log("levers.settlement.bribe_detection", 0.01, 0.4)),
 *         64,
 *         42);
 * }</pre>
 */
public interface Design {
    /** Paths of the inputs that vary, in the order of columns. */
    List<String> factors();

    /** Number of points, at least 1. */
    int size();

    /** The point with this index, 0 to {@link #size} - 1. */
    DesignPoint point(int index);

    /** Kind, settings and ranges. */
    DesignInfo info();

    /** Headings of what {@link #roles} says. */
    default List<String> roleNames() {
        return List.of();
    }

    /** The part a point plays in its design, in the columns of {@link #roleNames}. */
    default List<String> roles(int index) {
        return List.of();
    }

    /** The design that varies nothing: one point. */
    static Design single() {
        return grid(List.of());
    }

    /** The design of a sweep file. */
    static Design of(SweepFile sweep) {
        return of(sweep, sweep.designSeed().orElse(sweep.seed()));
    }

    /** The design of a sweep file, with another seed for its points. */
    static Design of(SweepFile sweep, long seed) {
        return DesignOfSweep.of(sweep, seed);
    }

    /**
     * All combinations of values, the first factor slowest.
     *
     * @param factors lists of values, as of {@link Factor#of}
     */
    static Design grid(List<Factor> factors) {
        return new Grid(factors);
    }

    /**
     * The base, then each factor over its values with the others at the base. The values of a list, or both ends of a range. A
     * value equal to that of the base is not tried twice.
     *
     * @param base value by path, such as {@link dev.borderline.scenario.Scenario#values}
     */
    static Design oneAtATime(List<Factor> factors, Map<String, Double> base) {
        return new OneAtATime(factors, base);
    }

    /**
     * The given points, in their order.
     *
     * @param factors paths of the inputs that vary
     * @param points a value for each factor, in their order
     */
    static Design list(List<String> factors, List<List<Double>> points) {
        return new ListedPoints(factors, points);
    }

    /**
     * A Latin hypercube: each of {@code points} equal strata of each factor has one point. The one, of up to a hundred, whose
     * nearest points are farthest apart.
     *
     * @param points 2 or more
     */
    static Design lhs(List<Factor> factors, int points, long seed) {
        int candidates = LatinHypercube.usualCandidates(points, factors.size());
        return new LatinHypercube(factors, points, candidates, seed);
    }

    /**
     * Sobol' points, for up to 1,000 factors.
     *
     * @param points best a power of two
     */
    static Design sobol(List<Factor> factors, int points, Scrambling scrambling) {
        return new SobolDesign(factors, points, scrambling);
    }

    /**
     * Saltelli's design, for up to 500 factors; see {@link SaltelliLayout}.
     *
     * @param basePoints rows N of the base matrices, best a power of two; the design has N (k + 2) points for k factors
     * @param secondOrder whether effects of pairs are asked for: N (2 k + 2) points
     */
    static Design saltelli(List<Factor> factors, int basePoints, boolean secondOrder, Scrambling scrambling) {
        return new SaltelliDesign(factors, basePoints, secondOrder, scrambling);
    }

    /**
     * Morris' design; see {@link MorrisLayout}.
     *
     * @param trajectories number of walks, each of k + 1 points for k factors
     * @param levels places of each factor, even; 4 is usual
     */
    static Design morris(List<Factor> factors, int trajectories, int levels, long seed) {
        return new MorrisDesign(factors, trajectories, levels, seed);
    }
}
