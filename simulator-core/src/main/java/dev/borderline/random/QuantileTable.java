package dev.borderline.random;

/**
 * A quantile function tabulated once, for laws that have no quick inverse: gamma and beta.
 *
 * <p>Built on {@link StrictMath} alone, so it has the same bits on every JDK; 213 KB. Far tails are
 * inverted where they are asked. The relative error of x, over every uniform that draws can give, is at most 1e-9
 * where both shapes are 1 or more, 5e-9 down to 0.25 and 8e-7 down to {@link #SHAPE_MIN}; near the upper end of a beta
 * that is an absolute error, and 1 - x is not held to it. Increasing in {@code u}, up to one rounding of the result
 * between neighbouring uniforms. Thread-safe: share one among all threads.
 */
public final class QuantileTable {
    /** The smallest shape of a gamma or beta: below it quantiles fall out of the range of normal doubles. */
    public static final double SHAPE_MIN = 0.1;

    /** The largest shape of a gamma or beta. */
    public static final double SHAPE_MAX = 1000;

    private static final double U_MIN = TailTable.PROBABILITY_MIN;
    private static final double U_MAX = 1 - TailTable.PROBABILITY_MIN;

    private final TailTable lower;
    private final TailTable upper;

    private QuantileTable(TailTable lower, TailTable upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * The gamma law with this shape and scale 1, so mean {@code shape}.
     *
     * @param shape {@link #SHAPE_MIN} to {@link #SHAPE_MAX}
     */
    public static QuantileTable gamma(double shape) {
        return gamma(shape, 1);
    }

    /** As {@link #gamma}, scaled to mean 1: the multiplier of a frailty, with variance {@code 1 / shape}. */
    public static QuantileTable gammaOfMeanOne(double shape) {
        return gamma(shape, 1 / shape);
    }

    private static QuantileTable gamma(double shape, double scale) {
        checkShape("shape", shape);
        GammaTail tail = new GammaTail(shape, false);
        double logMedian = Tail.solve(tail, StrictMath.log(0.5), tail.logMedianStart());
        return new QuantileTable(
                new TailTable(tail, logMedian, scale, 0),
                new TailTable(new GammaTail(shape, true), logMedian, scale, 0));
    }

    /**
     * The beta law, mean {@code a / (a + b)}.
     *
     * @param a {@link #SHAPE_MIN} to {@link #SHAPE_MAX}
     * @param b likewise
     */
    public static QuantileTable beta(double a, double b) {
        checkShape("a", a);
        checkShape("b", b);
        return new QuantileTable(betaTail(a, b, 1, 0), betaTail(b, a, -1, 1));
    }

    /** The quantile at {@code u}, 2^-53 to 1 - 2^-53: the range of {@link Draws#uniform}. */
    public double value(double u) {
        if (!(u >= U_MIN && u <= U_MAX)) {
            throw new IllegalArgumentException("u is " + u + "; it must be 2^-53 to 1 - 2^-53");
        }
        return u < TailTable.PROBABILITY_MAX ? lower.value(u) : upper.value(1 - u);
    }

    private static TailTable betaTail(double a, double b, double factor, double offset) {
        BetaTail tail = new BetaTail(a, b);
        double logMedian = Tail.solve(tail, StrictMath.log(0.5), tail.logMedianStart());
        return new TailTable(tail, logMedian, factor, offset);
    }

    private static void checkShape(String name, double shape) {
        if (!(shape >= SHAPE_MIN && shape <= SHAPE_MAX)) {
            throw new IllegalArgumentException(
                    name + " is " + shape + "; it must be " + SHAPE_MIN + " to " + SHAPE_MAX);
        }
    }
}
