package dev.borderline.figure;

import dev.borderline.figure.Svg.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Numbers along an axis, a line each for what they are of. Lines carry their names at their ends, so that nobody needs to tell
 * colours apart; the vertical axis begins at zero unless all numbers lie far from it, which the heading then says.
 */
public final class LineChart {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 286;
    private static final double TOP = 44;
    private static final double DOT = 3.2;
    private static final double LABELS_MAX = 118;
    private static final int LABEL_LETTERS = 16;

    private final Heading heading;
    private final Levels levels;
    private final List<Series> lines;
    private final Uncertainty uncertainty;
    private final Scale scale;
    private final Axis x;
    private final Axis y;
    private final ChartFrame frame;
    private final Svg svg = new Svg();

    /**
     * Heading of a chart.
     *
     * @param title what was measured
     * @param unit unit of the numbers
     * @param lines what the lines differ in; empty when there is one
     */
    public record Heading(String title, String unit, String lines) {}

    /** Drawing of the uncertainty of a number. */
    public enum Uncertainty {
        /** A band for the interval of the mean. */
        BAND,
        /** That band, and around it a paler one that holds nine in ten runs. */
        BAND_AND_SPREAD,
        /** A bar for the interval of the mean; for levels with nothing between them. */
        BARS
    }

    private LineChart(Heading heading, Levels levels, List<Series> lines, Uncertainty uncertainty) {
        this.heading = heading;
        this.levels = levels;
        this.lines = lines;
        this.uncertainty = uncertainty;
        double[] ends = ends();
        scale = Scale.of(Math.max(Math.abs(ends[0]), Math.abs(ends[1])), heading.unit);
        y = Axis.around(ends[0], ends[1], HEIGHT - ChartFrame.BELOW, TOP);
        double right = lines.stream()
                .flatMap(line -> Lettering.lines(line.name(), LABEL_LETTERS).stream())
                .mapToDouble(Lettering::width)
                .max()
                .orElse(0);
        double edge = WIDTH - ChartFrame.INSET - Math.min(LABELS_MAX, right > 0 ? right + 8 : 0);
        x = Axis.ofLevels(levels.places(), ChartFrame.left(y, scale), edge);
        frame = new ChartFrame(x, y, scale);
    }

    /** Draws the lines. */
    public static Panel panel(Heading heading, Levels levels, List<Series> lines, Uncertainty uncertainty) {
        return new LineChart(heading, levels, lines, uncertainty).panel();
    }

    private Panel panel() {
        svg.heading(new Spot(0, Lettering.LINE), heading.title, frame.unit());
        frame.drawValues(svg);
        frame.drawAlong(svg, levels.title(), levels.places(), levels.labels());
        frame.drawMarks(svg, levels.marks());
        lines.forEach(this::doubt);
        lines.forEach(this::line);
        lines.forEach(this::dots);
        names();
        return new Panel(heading.title + ", " + frame.unit(), WIDTH, HEIGHT, svg.toString());
    }

    /** Least and greatest number to be drawn. */
    private double[] ends() {
        List<Double> all = lines.stream()
                .flatMap(line -> line.data().stream())
                .map(Datum::estimate)
                .filter(MeanEstimate::isKnown)
                .flatMap(estimate -> uncertainty == Uncertainty.BAND_AND_SPREAD
                        ? Stream.of(
                                estimate.outerLow(), estimate.innerLow(), estimate.innerHigh(), estimate.outerHigh())
                        : Stream.of(estimate.least(), estimate.greatest()))
                .toList();
        double least = all.stream().min(Comparator.naturalOrder()).orElse(0.0);
        double greatest = all.stream().max(Comparator.naturalOrder()).orElse(1.0);
        return new double[] {least, greatest};
    }

    private Spot spot(int level, double value) {
        return frame.spot(levels.places().get(level), value);
    }

    private void doubt(Series line) {
        if (uncertainty == Uncertainty.BAND_AND_SPREAD) {
            band(line, "spread", MeanEstimate::outerLow, MeanEstimate::outerHigh);
            band(line, "band", MeanEstimate::innerLow, MeanEstimate::innerHigh);
            return;
        }
        if (uncertainty == Uncertainty.BARS) {
            for (int level = 0; level < line.data().size(); level++) {
                MeanEstimate estimate = line.data().get(level).estimate();
                if (estimate.isKnown()) {
                    svg.line("bar " + line.colour(), spot(level, estimate.least()), spot(level, estimate.greatest()));
                }
            }
        } else {
            band(line, "band", MeanEstimate::least, MeanEstimate::greatest);
        }
    }

    private void band(
            Series line, String kind, ToDoubleFunction<MeanEstimate> low, ToDoubleFunction<MeanEstimate> high) {
        List<Spot> above = new ArrayList<>();
        List<Spot> below = new ArrayList<>();
        for (int level = 0; level < line.data().size(); level++) {
            MeanEstimate estimate = line.data().get(level).estimate();
            if (estimate.isKnown()) {
                above.add(spot(level, high.applyAsDouble(estimate)));
                below.add(0, spot(level, low.applyAsDouble(estimate)));
            }
        }
        Outline outline = new Outline();
        above.forEach(spot -> next(outline, spot));
        below.forEach(spot -> next(outline, spot));
        if (!outline.isEmpty()) {
            svg.path(kind + " " + line.colour(), outline.close());
        }
    }

    private static void next(Outline outline, Spot spot) {
        if (outline.isEmpty()) {
            outline.move(spot);
        } else {
            outline.line(spot);
        }
    }

    private void line(Series line) {
        Outline outline = new Outline();
        for (int level = 0; level < line.data().size(); level++) {
            MeanEstimate estimate = line.data().get(level).estimate();
            if (estimate.isKnown()) {
                next(outline, spot(level, estimate.mean()));
            }
        }
        if (!outline.isEmpty()) {
            svg.path("line " + line.colour(), outline);
        }
    }

    private void dots(Series line) {
        for (int level = 0; level < line.data().size(); level++) {
            Datum datum = line.data().get(level);
            if (datum.estimate().isKnown()) {
                svg.beginMark(datum, scale);
                svg.dot("dot " + line.colour(), spot(level, datum.estimate().mean()), DOT);
                svg.end();
            }
        }
    }

    /** Names at the ends of the lines, moved apart where they would overlap. */
    private void names() {
        List<Series> named = lines.stream()
                .filter(line -> !line.name().isEmpty() && end(line) >= 0)
                .sorted(Comparator.comparingDouble(
                        line -> y.place(line.data().get(end(line)).estimate().mean())))
                .toList();
        if (named.isEmpty()) {
            return;
        }
        double[] wished = named.stream()
                .mapToDouble(
                        line -> y.place(line.data().get(end(line)).estimate().mean()))
                .toArray();
        boolean wrapped = named.stream().anyMatch(line -> wrapped(line).size() > 1);
        double gap = wrapped ? 2 * Lettering.LINE : Lettering.LINE;
        double[] places = Lettering.spread(wished, gap, TOP, HEIGHT - ChartFrame.BELOW + gap / 2);
        for (int i = 0; i < places.length; i++) {
            List<String> words = wrapped(named.get(i));
            double top = places[i] + 4 - (words.size() - 1) * Lettering.LINE / 2;
            for (int k = 0; k < words.size(); k++) {
                Spot place = new Spot(x.to() + ChartFrame.INSET + 4, top + k * Lettering.LINE);
                svg.text("name " + named.get(i).colour(), place, words.get(k));
            }
        }
        double beside = x.to() + ChartFrame.INSET + 4;
        boolean fits = beside + Lettering.width(heading.lines) <= WIDTH;
        svg.text(fits ? "axis" : "axis end", new Spot(fits ? beside : WIDTH, TOP - Lettering.LINE), heading.lines);
    }

    private static List<String> wrapped(Series line) {
        return Lettering.lines(line.name(), LABEL_LETTERS);
    }

    /** The last level at which a line has a number, or -1. */
    private static int end(Series line) {
        int last = -1;
        for (int level = 0; level < line.data().size(); level++) {
            last = line.data().get(level).estimate().isKnown() ? level : last;
        }
        return last;
    }
}
