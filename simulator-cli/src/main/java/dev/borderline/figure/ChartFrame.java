package dev.borderline.figure;

import dev.borderline.figure.Svg.Spot;
import dev.borderline.text.Numbers;
import java.util.List;

/**
 * The axes of a chart whose values stand upwards: grid lines with labels on the left, levels or ticks below.
 *
 * @param x along
 * @param y upwards
 * @param scale in which multiple of the unit the vertical axis counts
 */
record ChartFrame(Axis x, Axis y, Scale scale) {
    /** From the outermost place along to the edge of the grid. */
    static final double INSET = 14;

    /** Room below the grid. */
    static final double BELOW = 48;

    private static final double LEFT_LEAST = 42; // so that panels side by side begin alike
    private static final double BESIDE_LABELS = 8;
    private static final double MARKS_APART = 13;

    /** Room on the left of the outermost place, for the labels of an axis. */
    static double left(Axis y, Scale scale) {
        double widest = y.ticks().stream()
                .mapToDouble(tick -> Lettering.width(label(tick, scale)))
                .max()
                .orElse(0);
        return Math.max(LEFT_LEAST, widest) + BESIDE_LABELS + INSET;
    }

    private static String label(double tick, Scale scale) {
        return Numbers.human(tick * scale.factor()).replace('-', '−');
    }

    /** Unit of the numbers, and the start of their axis if that is not nought. */
    String unit() {
        return y.low() > 0 ? scale.unit() + ", axis from " + label(y.low(), scale) : scale.unit();
    }

    /** The place of a pair of values. */
    Spot spot(double along, double value) {
        return new Spot(x.place(along), y.place(value));
    }

    /** Draws the vertical axis and its grid. */
    void drawValues(Svg svg) {
        for (double tick : y.ticks()) {
            double place = y.place(tick);
            svg.line(tick == 0 ? "base" : "grid", new Spot(x.from() - INSET, place), new Spot(x.to() + INSET, place));
            svg.text("tick end", new Spot(x.from() - INSET - 6, place + 4), label(tick, scale));
        }
    }

    /** Draws a line across the grid at each mark, numbered above it. A mark before the first place stands at the edge. */
    void drawMarks(Svg svg, List<Levels.Mark> marks) {
        double[] wished = marks.stream()
                .mapToDouble(mark -> Math.max(x.from() - INSET, x.place(mark.place())))
                .toArray();
        double[] labels = Lettering.spread(wished, MARKS_APART, x.from() - INSET, x.to() + INSET);
        for (int i = 0; i < wished.length; i++) {
            svg.line("event", new Spot(wished[i], y.to()), new Spot(wished[i], y.from()));
            svg.text(
                    "tick middle", new Spot(labels[i], y.to() - 4), marks.get(i).label());
        }
    }

    /** Draws the horizontal axis: its places, with as many of their labels as have room, and its title. */
    void drawAlong(Svg svg, String title, List<Double> places, List<String> labels) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < places.size(); i++) {
            double place = x.place(places.get(i));
            double half = Lettering.width(labels.get(i)) / 2;
            svg.line("notch", new Spot(place, y.from()), new Spot(place, y.from() + 4));
            if (!labels.get(i).isEmpty() && place - half > free) {
                svg.text("tick middle", new Spot(place, y.from() + 18), labels.get(i));
                free = place + half + 4;
            }
        }
        if (!title.isEmpty()) {
            svg.text("axis middle", new Spot((x.from() + x.to()) / 2, y.from() + 38), title);
        }
    }
}
