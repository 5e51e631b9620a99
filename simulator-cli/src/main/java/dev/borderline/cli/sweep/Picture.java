package dev.borderline.cli.sweep;

import dev.borderline.cli.text.Refusal;
import dev.borderline.figure.Axis;
import dev.borderline.figure.Scale;
import dev.borderline.text.Numbers;
import java.util.List;
import java.util.Locale;

/**
 * A sweep of two factors as an SVG: a panel per outcome, the first factor along, a line per value of the second, bars for 95 %
 * intervals. Lines differ in colour (stops of plasma, which colour-blind people can tell apart) and in marks; colours change in
 * dark mode.
 */
final class Picture {
    private static final int WIDTH = 800;
    private static final int PANEL_HEIGHT = 240;
    private static final int HEAD = 96;
    private static final int FOOT = 44;
    private static final int LEFT = 58;
    private static final int RIGHT = 18;
    private static final int TOP = 26;
    private static final int BOTTOM = 40;
    private static final int INSET = 12;
    private static final int LINES_MAX = 6;
    private static final String STYLE = """
            <style>
            svg{--ink:#1b1b1f;--soft:#5c5c66;--grid:#d9d9e0;--c0:#0d0887;--c1:#7201a8;--c2:#bd3786;--c3:#d9552f;--c4:#c98a00;--c5:#6b7a00}
            @media(prefers-color-scheme:dark){svg{--ink:#ececf1;--soft:#a9a9b6;--grid:#3c3c46;--c0:#8f9bff;--c1:#c58bff;--c2:#ff86c8;--c3:#ff9a6e;--c4:#ffd166;--c5:#e6f06a}}
            text{font:12px system-ui,sans-serif;fill:var(--ink)}.soft{fill:var(--soft)}.head{font-size:16px;font-weight:600}
            .panel{font-weight:600}.grid{stroke:var(--grid)}.line{fill:none;stroke-width:2}.mark{stroke:none}
            </style>
            """;

    private final SummaryFile summary;
    private final List<Double> along;
    private final List<Double> lines;
    private final StringBuilder svg = new StringBuilder();

    Picture(SummaryFile summary) {
        if (summary.factors().size() != 2) {
            throw new Refusal("a picture needs a sweep of two factors; this one has "
                    + summary.factors().size());
        }
        this.summary = summary;
        along = levels(0);
        lines = levels(1);
        if (lines.size() > LINES_MAX) {
            throw new Refusal("a picture shows at most " + LINES_MAX + " values of the second factor; this sweep has "
                    + lines.size());
        }
    }

    private List<Double> levels(int factor) {
        return summary.rows().stream()
                .map(row -> row.values().get(factor))
                .distinct()
                .sorted()
                .toList();
    }

    /** The picture with these outcomes, two panels a row. */
    String svg(String title, List<String> outcomes) {
        int rows = (outcomes.size() + 1) / 2;
        int height = HEAD + rows * PANEL_HEIGHT + FOOT;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH,
                height,
                escaped(title)));
        svg.append(STYLE);
        text(LEFT, 28, "class=\"head\"", title);
        legend();
        for (int i = 0; i < outcomes.size(); i++) {
            panel(outcomes.get(i), (i % 2) * WIDTH / 2, HEAD + (i / 2) * PANEL_HEIGHT);
        }
        text(
                LEFT,
                height - 24,
                "class=\"soft\"",
                "Means over the whole period; bars are 95 % intervals where they are longer than the mark.");
        text(
                LEFT,
                height - 8,
                "class=\"soft\"",
                "Conditional what-ifs resting on assumptions (grade C), not estimates.");
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        text(LEFT, 52, "class=\"soft\"", "Lines: " + summary.factors().get(1));
        double x = LEFT;
        for (int line = 0; line < lines.size(); line++) {
            mark(line, x + 6, 68);
            String label = Numbers.human(lines.get(line));
            text(x + 16, 72, "", label);
            x += 44 + 8 * label.length();
        }
    }

    private void panel(String outcome, int left, int top) {
        List<SummaryFile.Row> rows = summary.of(outcome);
        double least = rows.stream().mapToDouble(row -> least(row)).min().orElseThrow();
        double greatest = rows.stream().mapToDouble(row -> greatest(row)).max().orElseThrow();
        Scale scale = Scale.of(Math.abs(greatest), rows.get(0).unit());
        Axis x = Axis.ofLevels(along, left + LEFT + INSET, left + WIDTH / 2.0 - RIGHT - INSET);
        Axis y = Axis.around(least, greatest, top + PANEL_HEIGHT - BOTTOM, top + TOP);
        text(left + LEFT, top + 14, "class=\"panel\"", outcome + ", " + scale.unit());
        for (double tick : y.ticks()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/>\n",
                    x.from() - INSET,
                    y.place(tick),
                    x.to() + INSET));
            text(
                    x.from() - INSET - 6,
                    y.place(tick) + 4,
                    "class=\"soft\" text-anchor=\"end\"",
                    Numbers.human(tick * scale.factor()));
        }
        for (double level : along) {
            text(x.place(level), y.from() + 16, "class=\"soft\" text-anchor=\"middle\"", Numbers.human(level));
        }
        text(
                (x.from() + x.to()) / 2,
                y.from() + 32,
                "class=\"soft\" text-anchor=\"middle\"",
                summary.factors().get(0));
        for (int line = 0; line < lines.size(); line++) {
            line(line, rows, x, y);
        }
    }

    private void line(int line, List<SummaryFile.Row> rows, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        StringBuilder bars = new StringBuilder();
        String arm = rows.get(0).arm();
        for (SummaryFile.Row row : rows) {
            boolean here =
                    row.values().get(1).equals(lines.get(line)) && row.arm().equals(arm);
            if (here && Double.isFinite(row.mean())) {
                double place = x.place(row.values().get(0));
                path.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", place, y.place(row.mean())));
                bars.append(String.format(
                        Locale.ROOT, "M%.1f %.1fV%.1f", place, y.place(least(row)), y.place(greatest(row))));
                mark(line, place, y.place(row.mean()));
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"line\" style=\"stroke:var(--c%d)\" d=\"%s\"/>\n<path class=\"line\""
                        + " style=\"stroke:var(--c%d);stroke-width:1\" d=\"%s\"/>\n",
                line,
                path,
                line,
                bars));
    }

    private static double least(SummaryFile.Row row) {
        return Double.isFinite(row.low()) ? row.low() : row.mean();
    }

    private static double greatest(SummaryFile.Row row) {
        return Double.isFinite(row.high()) ? row.high() : row.mean();
    }

    private void mark(int line, double x, double y) {
        String shape = switch (line) {
            case 0 -> "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0";
            case 1 -> "M-4-4h8v8h-8z";
            case 2 -> "M0-5l5 9h-10z";
            case 3 -> "M0-5l5 5-5 5-5-5z";
            case 4 -> "M0 5l5-9h-10z";
            default -> "M-5-1.5h10v3h-10z";
        };
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"mark\" style=\"fill:var(--c%d)\" transform=\"translate(%.1f %.1f) scale(.8)\" d=\"%s\"/>\n",
                line,
                x,
                y,
                shape));
    }

    private void text(double x, double y, String attributes, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>\n", x, y, attributes, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
