package dev.borderline.figure;

import dev.borderline.figure.Svg.Box;
import dev.borderline.figure.Svg.Spot;
import java.util.stream.DoubleStream;

/**
 * Two ranges of one quantity over each other, small enough for a row of a table. The earlier is grey, the later in colour, each with
 * its middle. Both share one scale, which is that row's own.
 */
public final class RangeStrip {
    private static final double WIDTH = 220;
    private static final double HEIGHT = 26;
    private static final double MARGIN = 6;
    private static final double UPPER = 8;
    private static final double LOWER = 18;
    private static final double THICK = 5;

    private RangeStrip() {}

    /**
     * A range with its middle; NaN where an end is not known.
     *
     * @param low lower end
     * @param middle median, mean or recorded value
     * @param high upper end
     */
    public record Span(double low, double middle, double high) {
        DoubleStream known() {
            return DoubleStream.of(low, middle, high).filter(Double::isFinite);
        }
    }

    /** The drawing, with {@code label} for those who do not see it. */
    public static String svg(Span before, Span now, String label) {
        double least = DoubleStream.concat(before.known(), now.known()).min().orElse(0);
        double most = DoubleStream.concat(before.known(), now.known()).max().orElse(1);
        Svg drawing = new Svg();
        draw(drawing, "s0", before, new Span(least, UPPER, most));
        draw(drawing, "s1", now, new Span(least, LOWER, most));
        return "<svg class=\"strip\" viewBox=\"0 0 " + Svg.number(WIDTH) + " " + Svg.number(HEIGHT)
                + "\" role=\"img\" aria-label=\"" + Svg.escaped(label) + "\">\n" + drawing + "</svg>";
    }

    private static void draw(Svg drawing, String colour, Span span, Span frame) {
        if (Double.isFinite(span.low()) && Double.isFinite(span.high())) {
            double from = x(span.low(), frame);
            double to = x(span.high(), frame);
            drawing.rectangle(
                    "fill " + colour, new Box(from, frame.middle() - THICK / 2, StrictMath.max(1, to - from), THICK));
        }
        if (Double.isFinite(span.middle())) {
            drawing.circle("ring " + colour, new Spot(x(span.middle(), frame), frame.middle()), THICK);
        }
    }

    private static double x(double value, Span frame) {
        double width = frame.high() - frame.low();
        double share = width > 0 ? (value - frame.low()) / width : 0.5;
        return MARGIN + share * (WIDTH - 2 * MARGIN);
    }
}
