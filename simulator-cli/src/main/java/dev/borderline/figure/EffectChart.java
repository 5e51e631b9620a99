package dev.borderline.figure;

import dev.borderline.figure.Svg.Box;
import dev.borderline.figure.Svg.Spot;
import dev.borderline.text.Numbers;
import java.util.List;

/**
 * Chart of changes as bars to either side of no change. A tornado, where each row is an input with its two ends, or arms against
 * a base.
 */
public final class EffectChart {
    private static final double WIDTH = 440;
    private static final double TOP = 34;
    private static final double BOTTOM = 40;
    private static final double BAR = 11;
    private static final double BAR_STEP = 16;
    private static final double ROW_HEAD = 20;
    private static final double ROW_GAP = 10;
    private static final double LABEL_GAP = 5;
    private static final double EDGE = 22; // half a label of the axis

    private final String title;
    private final List<Effects> rows;
    private final Scale scale;
    private final boolean signs;
    private final Axis x;
    private final double bottom;
    private final Svg svg = new Svg();

    /**
     * A row.
     *
     * @param name what is changed
     * @param ends to what, and what that changes; at most as many as every other row of the figure has
     */
    public record Effects(String name, List<End> ends) {
        public Effects {
            ends = List.copyOf(ends);
        }
    }

    /**
     * A bar.
     *
     * @param label what the input is changed to; empty to show the change itself
     * @param colour class of its colour
     * @param change against the base
     */
    public record End(String label, String colour, Datum change) {}

    /**
     * Kind of the numbers.
     *
     * @param signs a plus before what is positive
     * @param least that the axis reaches to
     * @param greatest that the axis reaches to
     */
    private record Kind(Scale scale, boolean signs, double least, double greatest) {}

    private EffectChart(String title, Kind kind, List<Effects> rows) {
        this.title = title;
        this.rows = rows;
        scale = kind.scale;
        signs = kind.signs;
        double least = kind.least;
        double greatest = kind.greatest;
        for (Effects row : rows) {
            for (End end : row.ends) {
                MeanEstimate change = end.change.estimate();
                least = change.isKnown() ? Math.min(least, change.least()) : least;
                greatest = change.isKnown() ? Math.max(greatest, change.greatest()) : greatest;
            }
        }
        double label = rows.stream()
                .flatMap(row -> row.ends.stream())
                .mapToDouble(end -> Lettering.width(label(end)) + LABEL_GAP + 2)
                .max()
                .orElse(0);
        x = Axis.around(
                least,
                greatest,
                least < 0 ? Math.max(EDGE, label) : EDGE,
                WIDTH - (greatest > 0 ? Math.max(EDGE, label) : EDGE));
        bottom = TOP + rows.stream().mapToDouble(EffectChart::height).sum();
    }

    /** Label of a bar: the value its input is changed to, or the change itself. */
    private String label(End end) {
        return end.label.isEmpty() ? signed(scale.shown(end.change.estimate().mean())) : end.label;
    }

    private static double height(Effects row) {
        return ROW_HEAD + row.ends.size() * BAR_STEP + ROW_GAP;
    }

    /** Draws changes of a measure with this unit, from the top. */
    public static Panel ofChanges(String title, String unit, List<Effects> rows) {
        Scale plain = Scale.of(largest(rows), unit);
        String points = plain.ofChanges();
        return new EffectChart(title, new Kind(new Scale(plain.factor(), plain.decimals(), points), true, 0, 0), rows)
                .panel("change, " + points);
    }

    /** Draws levels of a measure with this unit, from the top: what is no change and has no plus. */
    public static Panel ofLevels(String title, String unit, List<Effects> rows) {
        Scale plain = Scale.of(largest(rows), unit);
        return new EffectChart(title, new Kind(plain, false, 0, 0), rows).panel(plain.unit());
    }

    /** Draws shares, from the top; estimates and intervals of shares may reach beyond 0 and 1. */
    public static Panel ofShares(String title, List<Effects> rows) {
        return new EffectChart(title, new Kind(new Scale(1, 2, "share"), false, 0, 1), rows).panel("share");
    }

    /** Draws correlations of a kind, from the top, on an axis from −1 to 1. */
    public static Panel ofCorrelations(String title, String kind, List<Effects> rows) {
        return new EffectChart(title, new Kind(new Scale(1, 2, ""), true, -1, 1), rows).panel(kind);
    }

    private static double largest(List<Effects> rows) {
        return rows.stream()
                .flatMap(row -> row.ends.stream())
                .map(end -> end.change.estimate())
                .filter(MeanEstimate::isKnown)
                .mapToDouble(change -> Math.max(Math.abs(change.least()), Math.abs(change.greatest())))
                .max()
                .orElse(0);
    }

    private Panel panel(String unit) {
        svg.heading(new Spot(0, Lettering.LINE), title, unit);
        for (double tick : x.ticks()) {
            double place = x.place(tick);
            svg.line("grid", new Spot(place, TOP), new Spot(place, bottom));
            svg.text("tick middle", new Spot(place, bottom + 16), signed(Numbers.human(tick * scale.factor())));
        }
        svg.line("base", new Spot(x.place(0), TOP), new Spot(x.place(0), bottom));
        double top = TOP;
        for (Effects row : rows) {
            svg.text("row halo", new Spot(0, top + Lettering.LINE), row.name);
            for (int i = 0; i < row.ends.size(); i++) {
                bar(row.ends.get(i), top + ROW_HEAD + i * BAR_STEP);
            }
            top += height(row);
        }
        return new Panel(title + ", " + unit, WIDTH, bottom + BOTTOM, svg.toString());
    }

    private String signed(String number) {
        return number.startsWith("-")
                ? number.replace('-', '−')
                : !signs || number.matches("[0.]+") ? number : "+" + number;
    }

    private void bar(End end, double top) {
        MeanEstimate change = end.change.estimate();
        if (!change.isKnown()) {
            return;
        }
        double zero = x.place(0);
        double mean = x.place(change.mean());
        double middle = top + BAR / 2;
        svg.beginMark(end.change, scale);
        svg.rectangle("reach", new Box(Math.min(zero, mean) - 2, top - 2, Math.abs(mean - zero) + 4, BAR + 4));
        svg.rectangle("fill " + end.colour, new Box(Math.min(zero, mean), top, Math.abs(mean - zero), BAR));
        if (change.hasInterval()) {
            svg.line("whisker", new Spot(x.place(change.low()), middle), new Spot(x.place(change.high()), middle));
        }
        boolean left = change.mean() < 0;
        double edge = left ? x.place(change.least()) - LABEL_GAP : x.place(change.greatest()) + LABEL_GAP;
        svg.text(left ? "tick end" : "tick", new Spot(edge, middle + 4), label(end));
        svg.end();
    }
}
