package dev.borderline.figure;

import dev.borderline.figure.Svg.Box;
import dev.borderline.figure.Svg.Spot;
import java.util.Comparator;
import java.util.List;

/**
 * Numbers over two axes, as cells that are darker the larger the number is. The numbers stand in the cells where there is room,
 * so that shades only lead the eye.
 */
public final class HeatMap {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 286;
    private static final double TOP = 32;
    private static final double BOTTOM = 48;
    private static final double AXIS = 22; // room for the title of the vertical axis
    private static final double GAP = 1.5;
    private static final int SHADES = 9;
    private static final double LETTERS_HIGH = 15;

    private final Levels across;
    private final Levels up;
    private final Cells cells;
    private final Scale scale;
    private final double least;
    private final double greatest;
    private final Box plot;
    private final Svg svg = new Svg();

    /**
     * Data of the drawing.
     *
     * @param title what was measured
     * @param unit unit of the numbers
     * @param data by level of the vertical axis, then of the horizontal one
     * @param ownRow level of the vertical axis at which the scenario itself stands, or -1
     * @param ownColumn the same along the horizontal axis
     */
    public record Cells(String title, String unit, List<List<Datum>> data, int ownRow, int ownColumn) {}

    private HeatMap(Levels across, Levels up, Cells cells) {
        this.across = across;
        this.up = up;
        this.cells = cells;
        List<Double> means = cells.data.stream()
                .flatMap(List::stream)
                .map(datum -> datum.estimate().mean())
                .filter(Double::isFinite)
                .toList();
        least = means.stream().min(Comparator.naturalOrder()).orElse(0.0);
        greatest = means.stream().max(Comparator.naturalOrder()).orElse(1.0);
        scale = Scale.of(Math.max(Math.abs(least), Math.abs(greatest)), cells.unit);
        double left =
                AXIS + up.labels().stream().mapToDouble(Lettering::width).max().orElse(0) + 6;
        plot = new Box(left, TOP, WIDTH - left, HEIGHT - TOP - BOTTOM);
    }

    /** Draws the cells. */
    public static Panel panel(Levels across, Levels up, Cells cells) {
        return new HeatMap(across, up, cells).panel();
    }

    private Panel panel() {
        svg.heading(new Spot(0, Lettering.LINE), cells.title, scale.unit());
        axes();
        for (int row = 0; row < up.labels().size(); row++) {
            for (int column = 0; column < across.labels().size(); column++) {
                cell(row, column);
            }
        }
        if (cells.ownRow >= 0 && cells.ownColumn >= 0) {
            Box own = box(cells.ownRow, cells.ownColumn);
            svg.rectangle("own-edge", own).rectangle("own", own);
        }
        return new Panel(cells.title + ", " + scale.unit(), WIDTH, HEIGHT, svg.toString());
    }

    private void axes() {
        double free = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < across.labels().size(); column++) {
            Spot middle = middle(box(0, column));
            double half = Lettering.width(across.labels().get(column)) / 2;
            if (middle.x() - half > free) {
                svg.text(
                        "tick middle",
                        new Spot(middle.x(), HEIGHT - BOTTOM + 18),
                        across.labels().get(column));
                free = middle.x() + half;
            }
        }
        free = Double.POSITIVE_INFINITY;
        for (int row = 0; row < up.labels().size(); row++) {
            Spot middle = middle(box(row, 0));
            if (middle.y() + LETTERS_HIGH <= free) {
                svg.text(
                        "tick end",
                        new Spot(plot.x() - 6, middle.y() + 4),
                        up.labels().get(row));
                free = middle.y();
            }
        }
        svg.text("axis middle", new Spot(plot.x() + plot.width() / 2, HEIGHT - BOTTOM + 38), across.title());
        svg.upright("axis middle", new Spot(12, TOP + plot.height() / 2), up.title());
    }

    private Box box(int row, int column) {
        double width = plot.width() / across.labels().size();
        double height = plot.height() / up.labels().size();
        double top = plot.y() + plot.height() - (row + 1) * height;
        return new Box(plot.x() + column * width + GAP / 2, top + GAP / 2, width - GAP, height - GAP);
    }

    private static Spot middle(Box box) {
        return new Spot(box.x() + box.width() / 2, box.y() + box.height() / 2);
    }

    private void cell(int row, int column) {
        Datum datum = cells.data.get(row).get(column);
        if (!datum.estimate().isKnown()) {
            return;
        }
        Box box = box(row, column);
        int shade = shade(datum.estimate().mean());
        svg.beginMark(datum, scale).rectangle("h" + shade, box);
        String label = scale.shown(datum.estimate().mean());
        if (Lettering.width(label) <= box.width() && box.height() >= LETTERS_HIGH) {
            Spot middle = middle(box);
            svg.text("cell middle t" + shade, new Spot(middle.x(), middle.y() + 4), label);
        }
        svg.end();
    }

    private int shade(double value) {
        double share = greatest > least ? (value - least) / (greatest - least) : 0;
        return (int) Math.min(SHADES - 1, Math.floor(share * SHADES));
    }
}
