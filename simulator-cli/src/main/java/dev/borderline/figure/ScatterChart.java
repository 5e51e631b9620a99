package dev.borderline.figure;

import dev.borderline.figure.Svg.Box;
import dev.borderline.figure.Svg.Spot;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers against the value of an input, a dot each, with bars for their intervals where dots are few. The horizontal axis is
 * logarithmic where the input goes over decades.
 */
public final class ScatterChart {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 286;
    private static final double TOP = 32;
    private static final double DOT = 2.6;
    private static final int WITH_BARS_MAX = 12;
    private static final double[] ROUND = {1, 2, 5};

    private ScatterChart() {}

    /**
     * A dot.
     *
     * @param along value of the input
     * @param datum the number
     */
    public record Dot(double along, Datum datum) {}

    /**
     * Words around the dots.
     *
     * @param title what was measured
     * @param unit unit of the numbers
     * @param along what the input is
     */
    public record Heading(String title, String unit, String along) {}

    /**
     * A range of the input that is shaded, and a level of the outcome that is asked for.
     *
     * @param low lower end; minus infinity for the whole of that side
     * @param high upper end
     * @param level of the outcome
     */
    public record Shaded(double low, double high, double level) {}

    /** Draws the dots; those without a number are left out. */
    public static Panel panel(Heading heading, List<Dot> dots) {
        return panel(heading, dots, null);
    }

    /** Draws the dots over a shaded range. */
    public static Panel panel(Heading heading, List<Dot> dots, @Nullable Shaded shaded) {
        List<Dot> known =
                dots.stream().filter(dot -> dot.datum.estimate().isKnown()).toList();
        boolean bars = haveBars(dots.size());
        double least = extreme(known, bars ? MeanEstimate::least : MeanEstimate::mean, Comparator.naturalOrder(), 0);
        double greatest =
                extreme(known, bars ? MeanEstimate::greatest : MeanEstimate::mean, Comparator.reverseOrder(), 1);
        Scale scale = Scale.of(Math.max(Math.abs(least), Math.abs(greatest)), heading.unit);
        Axis y = Axis.around(least, greatest, HEIGHT - ChartFrame.BELOW, TOP);
        double from = ChartFrame.left(y, scale);
        double to = WIDTH - ChartFrame.INSET;
        Axis x = along(known, from, to);
        ChartFrame frame = new ChartFrame(x, y, scale);
        List<Double> ticks = x.logarithmic() ? decades(x) : x.ticks();
        Svg svg = new Svg().heading(new Spot(0, Lettering.LINE), heading.title, frame.unit());
        frame.drawValues(svg);
        frame.drawAlong(
                svg, heading.along, ticks, ticks.stream().map(Numbers::human).toList());
        if (shaded != null) {
            shade(svg, frame, shaded, new Spot(from, to));
        }
        for (Dot dot : known) {
            MeanEstimate estimate = dot.datum.estimate();
            svg.beginMark(dot.datum, scale);
            if (bars) {
                svg.line("bar s1", frame.spot(dot.along, estimate.least()), frame.spot(dot.along, estimate.greatest()));
            }
            svg.dot("point s1", frame.spot(dot.along, estimate.mean()), DOT).end();
        }
        return new Panel(
                heading.title + " against " + heading.along + ", " + frame.unit(), WIDTH, HEIGHT, svg.toString());
    }

    /** The range from top to bottom, cut off at the ends of the axis; {@code ends} are those, left and right. */
    private static void shade(Svg svg, ChartFrame frame, Shaded shaded, Spot ends) {
        double left = Double.isInfinite(shaded.low) ? ends.x() : place(frame, shaded.low, ends);
        double right = Double.isInfinite(shaded.high) ? ends.y() : place(frame, shaded.high, ends);
        double bottom = HEIGHT - ChartFrame.BELOW;
        svg.rectangle("band s2", new Box(left, TOP, Math.max(1, right - left), bottom - TOP));
        double level = frame.spot(1, shaded.level).y();
        if (level >= TOP && level <= bottom) {
            svg.line("event", new Spot(ends.x(), level), new Spot(ends.y(), level));
        }
    }

    private static double place(ChartFrame frame, double value, Spot ends) {
        return Math.max(ends.x(), Math.min(ends.y(), frame.spot(value, 0).x()));
    }

    /** True when so many dots have bars for their intervals. */
    public static boolean haveBars(int dots) {
        return dots <= WITH_BARS_MAX;
    }

    private static double extreme(
            List<Dot> dots, ToDoubleFunction<MeanEstimate> end, Comparator<Double> order, double otherwise) {
        return dots.stream()
                .map(dot -> end.applyAsDouble(dot.datum.estimate()))
                .min(order)
                .orElse(otherwise);
    }

    private static Axis along(List<Dot> dots, double from, double to) {
        List<Double> places = dots.stream().map(Dot::along).toList();
        Axis levels = Axis.ofLevels(places.isEmpty() ? List.of(0.0, 1.0) : places, from, to);
        return levels.logarithmic() ? levels : Axis.around(levels.low(), levels.high(), from, to);
    }

    /** Round values within a logarithmic axis. */
    private static List<Double> decades(Axis x) {
        List<Double> ticks = new ArrayList<>();
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(x.low())));
        for (; power <= x.high(); power *= 10) {
            for (double round : ROUND) {
                if (round * power >= x.low() && round * power <= x.high()) {
                    ticks.add(round * power);
                }
            }
        }
        return ticks;
    }
}
