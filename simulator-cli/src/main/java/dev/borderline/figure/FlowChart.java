package dev.borderline.figure;

import dev.borderline.figure.Svg.Box;
import dev.borderline.figure.Svg.Spot;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Flows of things that are counted, from stage to stage (a Sankey diagram). Bars are as high as their counts, and bands between
 * them as wide as what passes. A band that would be too thin to see is drawn as thin as can be seen.
 */
public final class FlowChart {
    private static final double WIDTH = 900;
    private static final double TOP = 46;
    private static final double BAR = 10;
    private static final double SIDE = 176; // room for names beside the first and the last stage
    private static final double LABEL_STEP = 32; // from one two-line name to the next
    private static final double GAP = 26;
    private static final double GAP_BETWEEN = 40; // where names stand above the bars
    private static final double THINNEST = 0.8;
    private static final double HEIGHT = 330;
    private static final double LETTERS_DOWN = 4;

    private final String title;
    private final List<Stage> stages;
    private final List<Passage> passages;
    private final Scale scale;
    private final double total;
    private final Box[] boxes;
    private final Svg svg = new Svg();

    /**
     * A bar.
     *
     * @param name what it counts
     * @param column from 0 on the left
     * @param colour class of its colour
     * @param count how many
     */
    public record Stage(String name, int column, String colour, MeanEstimate count) {}

    /**
     * A band.
     *
     * @param from index of the stage it leaves
     * @param to index of the stage it reaches
     * @param count how many pass
     */
    public record Passage(int from, int to, MeanEstimate count) {}

    private FlowChart(String title, List<Stage> stages, List<Passage> passages) {
        this.title = title;
        this.stages = stages;
        this.passages = passages;
        total = inColumn(widest()).stream()
                .mapToDouble(stage -> stages.get(stage).count.mean())
                .sum();
        scale = new Scale(1, total < 1000 ? 1 : 0, "");
        boxes = new Box[stages.size()];
        for (int column = 0; column <= lastColumn(); column++) {
            place(column);
        }
    }

    /** Draws the stages; those of a column stand in the order of the list. */
    public static Panel panel(String title, List<Stage> stages, List<Passage> passages) {
        return new FlowChart(title, stages, passages).panel();
    }

    private Panel panel() {
        svg.text("head", new Spot(0, Lettering.LINE), title);
        double[] leaving = tops();
        double[] reaching = tops();
        for (Passage passage : passages) {
            band(passage, leaving, reaching);
        }
        for (int stage = 0; stage < boxes.length; stage++) {
            svg.rectangle("fill " + stages.get(stage).colour, boxes[stage]);
        }
        for (int column = 0; column <= lastColumn(); column++) {
            names(column);
        }
        return new Panel(title, WIDTH, TOP + HEIGHT + GAP, svg.toString());
    }

    private int lastColumn() {
        return stages.stream().mapToInt(Stage::column).max().orElse(0);
    }

    private List<Integer> inColumn(int column) {
        return IntStream.range(0, stages.size())
                .filter(stage -> stages.get(stage).column == column)
                .boxed()
                .toList();
    }

    /** The column whose counts add up to most. */
    private int widest() {
        return IntStream.rangeClosed(0, lastColumn())
                .boxed()
                .max((a, b) -> Double.compare(sum(a), sum(b)))
                .orElse(0);
    }

    private double sum(int column) {
        return inColumn(column).stream()
                .mapToDouble(stage -> stages.get(stage).count.mean())
                .sum();
    }

    private double pixels(double count) {
        int most = IntStream.rangeClosed(0, lastColumn())
                .map(column -> inColumn(column).size())
                .max()
                .orElse(1);
        double share = total == 0 ? 0 : count / total; // where nothing flows, bars without width stand side by side
        return Math.max(THINNEST, share * (HEIGHT - (most - 1) * GAP));
    }

    /** Bars of a column, one below the other, in the middle of the height. */
    private void place(int column) {
        List<Integer> members = inColumn(column);
        double used = members.stream()
                        .mapToDouble(stage -> pixels(stages.get(stage).count.mean()))
                        .sum()
                + (members.size() - 1) * gap(column);
        double x = SIDE + column * (WIDTH - 2 * SIDE - BAR) / Math.max(1, lastColumn());
        double y = TOP + (HEIGHT - used) / 2;
        for (int stage : members) {
            double height = pixels(stages.get(stage).count.mean());
            boxes[stage] = new Box(x, y, BAR, height);
            y += height + gap(column);
        }
    }

    private double gap(int column) {
        return column == 0 || column == lastColumn() ? GAP : GAP_BETWEEN;
    }

    private double[] tops() {
        return Arrays.stream(boxes).mapToDouble(Box::y).toArray();
    }

    private void band(Passage passage, double[] leaving, double[] reaching) {
        Stage from = stages.get(passage.from);
        Stage to = stages.get(passage.to);
        double width = pixels(passage.count.mean());
        double left = boxes[passage.from].x() + BAR;
        double right = boxes[passage.to].x();
        Spot start = new Spot(left, leaving[passage.from]);
        Spot end = new Spot(right, reaching[passage.to]);
        Spot endBelow = new Spot(right, end.y() + width);
        Spot startBelow = new Spot(left, start.y() + width);
        leaving[passage.from] += width;
        reaching[passage.to] += width;
        Outline outline = new Outline().move(start).swing(start, end).line(endBelow);
        String colour = to.colour.equals("s0") ? from.colour : to.colour;
        svg.beginMark(new Datum(from.name + " to " + lower(to.name), passage.count), scale);
        svg.path("flow " + colour, outline.swing(endBelow, startBelow).close());
        svg.end();
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private void names(int column) {
        List<Integer> members = inColumn(column);
        boolean first = column == 0;
        boolean last = column == lastColumn();
        double[] wished = members.stream()
                .mapToDouble(stage -> first || last
                        ? boxes[stage].y() + boxes[stage].height() / 2
                        : boxes[stage].y() - LABEL_STEP / 2)
                .toArray();
        double[] places =
                Lettering.spread(wished, LABEL_STEP, TOP - LABEL_STEP / 2, TOP + HEIGHT + GAP - LABEL_STEP / 2);
        for (int i = 0; i < places.length; i++) {
            Box box = boxes[members.get(i)];
            double x = first ? box.x() - 8 : last ? box.x() + BAR + 8 : box.x() + BAR / 2;
            name(stages.get(members.get(i)), new Spot(x, places[i]), first ? "end" : last ? "" : "middle");
        }
    }

    private void name(Stage stage, Spot middle, String anchor) {
        List<String> lines = new ArrayList<>(List.of(stage.name, number(stage)));
        svg.text(("strong halo " + anchor).strip(), new Spot(middle.x(), middle.y() - LETTERS_DOWN / 2), lines.get(0));
        svg.text(
                ("soft halo " + anchor).strip(),
                new Spot(middle.x(), middle.y() - LETTERS_DOWN / 2 + Lettering.LINE),
                lines.get(1));
    }

    private String number(Stage stage) {
        String count = scale.shown(stage.count.mean());
        if (total == 0) {
            return count;
        }
        double percent = 100 * stage.count.mean() / total;
        return count + " · " + (percent > 0 && percent < 0.1 ? "under 0.1" : Numbers.human(rounded(percent))) + " %";
    }

    private static double rounded(double percent) {
        return StrictMath.rint(percent * 10) / 10;
    }
}
