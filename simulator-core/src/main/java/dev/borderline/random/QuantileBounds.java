package dev.borderline.random;

import java.util.function.DoubleUnaryOperator;

/**
 * Bounds between which a variate lies, from its uniform alone and without its quantile function. They come from a table of that
 * function at even steps of u. For decisions that a rough value settles; what they leave open asks for the variate.
 *
 * <p>The bounds are widened by a billionth, so that they hold although a quantile function computed in floating point may fall
 * by some rounding errors where the true one rises. Immutable.
 */
public final class QuantileBounds {
    private static final int CELLS = 256;
    private static final double MARGIN = 1e-9;

    private final double[] bounds = new double[CELLS + 1];

    private QuantileBounds() {}

    /**
     * The bounds of a law on the non-negative numbers.
     *
     * @param quantile not falling; asked for at u = 1/256 to 255/256
     */
    public static QuantileBounds of(DoubleUnaryOperator quantile) {
        QuantileBounds made = new QuantileBounds();
        for (int i = 1; i < CELLS; i++) {
            made.bounds[i] = quantile.applyAsDouble((double) i / CELLS);
        }
        made.bounds[CELLS] = Double.POSITIVE_INFINITY;
        return made;
    }

    /** A number that the variate of this uniform is not below. */
    public double atLeast(double u) {
        return bounds[(int) (u * CELLS)] * (1 - MARGIN);
    }

    /** A number that it is not above; infinite for the greatest. */
    public double atMost(double u) {
        return bounds[(int) (u * CELLS) + 1] * (1 + MARGIN);
    }
}
