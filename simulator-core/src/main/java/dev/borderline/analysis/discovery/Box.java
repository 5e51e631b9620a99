package dev.borderline.analysis.discovery;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A part of the space of inputs: an interval for each, its ends excluded, infinite where nothing is restricted. Immutable. */
public final class Box {
    private final double[] lows;
    private final double[] highs;

    private Box(double[] lows, double[] highs) {
        this.lows = lows;
        this.highs = highs;
    }

    /** The box of everything. */
    static Box whole(int factors) {
        double[] lows = new double[factors];
        double[] highs = new double[factors];
        Arrays.fill(lows, Double.NEGATIVE_INFINITY);
        Arrays.fill(highs, Double.POSITIVE_INFINITY);
        return new Box(lows, highs);
    }

    /** Values of this input must lie above. */
    public double low(int factor) {
        return lows[factor];
    }

    /** Values of this input must lie below. */
    public double high(int factor) {
        return highs[factor];
    }

    /** This box with one end of one interval elsewhere. */
    Box with(Side side, double end) {
        double[] newLows = lows.clone();
        double[] newHighs = highs.clone();
        (side.isLow() ? newLows : newHighs)[side.factor()] = end;
        return new Box(newLows, newHighs);
    }

    /** This box without one of its restrictions. */
    Box without(Side side) {
        return with(side, side.isLow() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }

    /** End of an interval. */
    double end(Side side) {
        return side.isLow() ? lows[side.factor()] : highs[side.factor()];
    }

    boolean restricts(Side side) {
        return Double.isFinite(end(side));
    }

    /** Number of inputs that are restricted. */
    public int restricted() {
        return (int) IntStream.range(0, lows.length)
                .filter(factor -> Double.isFinite(lows[factor]) || Double.isFinite(highs[factor]))
                .count();
    }

    /** True if a case lies inside. */
    public boolean contains(LabelledPoints cases, int member) {
        for (int factor = 0; factor < lows.length; factor++) {
            double value = cases.value(member, factor);
            if (!(value > lows[factor] && value < highs[factor])) {
                return false;
            }
        }
        return true;
    }

    /** Those of the members that lie inside, in their order. */
    int[] inside(LabelledPoints cases, int[] members) {
        return Arrays.stream(members).filter(member -> contains(cases, member)).toArray();
    }

    /** One end of the interval of an input. */
    record Side(int factor, boolean isLow) {
        /** Both ends of all inputs, in order. */
        static Side[] all(int factors) {
            Side[] sides = new Side[2 * factors];
            Arrays.setAll(sides, i -> new Side(i / 2, i % 2 == 0));
            return sides;
        }
    }
}
