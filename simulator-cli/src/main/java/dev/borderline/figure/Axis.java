package dev.borderline.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A map from values to places along a line, straight or logarithmic.
 *
 * @param low value at the beginning
 * @param high value at the end, above {@code low}
 * @param from place of {@code low}
 * @param to place of {@code high}
 * @param step between ticks; 0 for an axis whose ticks are given levels
 * @param logarithmic true when equal ratios are equally long
 */
public record Axis(double low, double high, double from, double to, double step, boolean logarithmic) {
    private static final double SPREAD_FOR_LOGARITHM = 8;
    private static final double LITTLE = 0.4; // of a step
    private static final double ROUNDING = 1e-9; // of a step: 6 x 0.1 is a little more than 0.6
    private static final double[] ROUND_STEPS = {1, 2, 5, 10};

    /** An axis for given levels: logarithmic when they are positive and spread over a factor of eight. */
    public static Axis ofLevels(List<Double> levels, double from, double to) {
        double low = levels.stream().min(Double::compare).orElseThrow();
        double high = levels.stream().max(Double::compare).orElseThrow();
        boolean logarithmic = low > 0 && high / low >= SPREAD_FOR_LOGARITHM;
        return new Axis(low, high > low ? high : low + 1, from, to, 0, logarithmic);
    }

    /**
     * An axis with round ends around values, from zero unless they all lie in the upper half. Where they reach but little below zero,
     * it reaches no further.
     */
    public static Axis around(double least, double greatest, double from, double to) {
        double bottom = least > greatest / 2 ? least : Math.min(0, least);
        double step = step(greatest > bottom ? greatest - bottom : 1);
        double low = bottom < 0 && bottom > -step * LITTLE ? bottom : Math.floor(bottom / step) * step;
        double high = Math.max(low + step, Math.ceil(greatest / step) * step);
        return new Axis(low, high, from, to, step, false);
    }

    public double place(double value) {
        double share =
                logarithmic ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /** Round values from end to end, of an axis {@link #around} values. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        double first = Math.ceil(low / step - ROUNDING) * step + 0.0; // no negative nought
        for (int i = 0; first + i * step <= high + step / 2; i++) {
            ticks.add(first + i * step);
        }
        return ticks;
    }

    /** The round step that gives three to six ticks. */
    private static double step(double range) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(range / 3)));
        double best = power;
        for (double round : ROUND_STEPS) {
            if (range / (round * power) >= 2.5) {
                best = round * power;
            }
        }
        return best;
    }
}
