package dev.borderline.figure;

import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure: drawings side by side, the words around them, and every number that is drawn.
 *
 * @param name for files and links: {@code "over-time"}
 * @param text heading and caption
 * @param columns drawings in a row at most
 * @param panels drawings, all of one size
 * @param table the numbers
 */
public record Figure(String name, Words text, int columns, List<Panel> panels, Table table) {
    private static final double MARGIN = 20;
    private static final double GAP = 20;
    private static final double HEAD = 44;
    private static final double LETTERS_PER_PIXEL = 0.165;
    private static final double HEADING_LETTERS_PER_PIXEL = 0.1;
    private static final double HEADING_LINE = 22;
    private static final double LETTER_ABOVE = 3;
    private static final int ONE_COLUMN_MM = 120;

    /**
     * Words around a figure.
     *
     * @param heading what it answers
     * @param shows what is drawn, how to read it, what the bars and bands are
     * @param notes what the numbers of its marks stand for, a line each
     */
    public record Words(String heading, String shows, List<String> notes) {
        public Words {
            notes = List.copyOf(notes);
        }

        public Words(String heading, String shows) {
            this(heading, shows, List.of());
        }
    }

    /**
     * The numbers of a figure.
     *
     * @param keys names of the columns that say what a number is of
     * @param rows in the order of the figure
     */
    public record Table(List<String> keys, List<FigureRow> rows) {
        public Table {
            keys = List.copyOf(keys);
            rows = List.copyOf(rows);
        }
    }

    public Figure {
        panels = List.copyOf(panels);
    }

    /** The numbers as a file: keys, measure, unit, and columns called as in {@code summary.csv}. */
    public String csv() {
        List<String> head = new ArrayList<>(table.keys);
        boolean overMembers = table.rows.stream().anyMatch(row -> row.estimate().overMembers());
        head.addAll(List.of("measure", "unit"));
        head.addAll(
                overMembers
                        ? List.of("members", "median", "p05", "p95", "p25", "p75")
                        : List.of("n", "mean", "ci_low", "ci_high", "q05", "q95"));
        StringBuilder text = new StringBuilder(Csv.record(head.toArray(new String[0])));
        for (FigureRow row : table.rows) {
            List<String> fields = new ArrayList<>(row.keys());
            MeanEstimate estimate = row.estimate();
            fields.addAll(List.of(row.measure(), row.unit(), Integer.toString(estimate.n())));
            for (double value :
                    new double[] {estimate.mean(), estimate.low(), estimate.high(), estimate.q05(), estimate.q95()}) {
                fields.add(Numbers.summaryOrEmpty(value));
            }
            text.append(Csv.record(fields.toArray(new String[0])));
        }
        return text.toString();
    }

    private List<String> caption(int letters) {
        List<String> lines = new ArrayList<>(Lettering.lines(text.shows, letters));
        text.notes.forEach(note -> lines.addAll(Lettering.lines(note, letters)));
        return lines;
    }

    /** The figure as a file that stands alone, in the colours for light backgrounds. */
    public String svg(String styleSheet) {
        return drawn(styleSheet, new Sheet(columns, 0, false, ""));
    }

    /**
     * The figure for a page of a paper, with a letter at each drawing where there are several.
     *
     * @param widthMm width in millimetres; below {@value #ONE_COLUMN_MM} drawings stand in one column
     * @param lastLine text below all else: program and digest
     */
    public String svg(String styleSheet, double widthMm, String lastLine) {
        int across = widthMm < ONE_COLUMN_MM ? 1 : columns;
        return drawn(styleSheet, new Sheet(across, widthMm, panels.size() > 1, lastLine));
    }

    /** This figure with one of its drawings, {@code a} for the first. */
    public Figure only(char letter) {
        return new Figure(name, text, 1, List.of(panels.get(letter - 'a')), table);
    }

    /** Form of a drawing: most drawings in a row, width in millimetres (0 for pixels), letters, and a last line. */
    private record Sheet(int columns, double widthMm, boolean letters, String lastLine) {}

    private String drawn(String styleSheet, Sheet sheet) {
        double panelWidth = panels.get(0).width();
        double panelHeight = panels.get(0).height();
        int across = Math.min(sheet.columns, panels.size());
        int down = (panels.size() + across - 1) / across;
        double width = 2 * MARGIN + across * panelWidth + (across - 1) * GAP;
        double room = sheet.widthMm > 0 ? width - 2 * MARGIN : width; // in a column every letter counts
        List<String> caption = new ArrayList<>(caption((int) (room * LETTERS_PER_PIXEL)));
        if (!sheet.lastLine.isEmpty()) {
            caption.addAll(Lettering.lines(sheet.lastLine, (int) (room * LETTERS_PER_PIXEL)));
        }
        List<String> heading = Lettering.lines(text.heading, (int) (room * HEADING_LETTERS_PER_PIXEL));
        double head = HEAD + (heading.size() - 1) * HEADING_LINE;
        double foot = head + MARGIN + down * (panelHeight + GAP);
        Svg drawing = new Svg();
        drawing.rectangle("paper", new Svg.Box(0, 0, width, foot + caption.size() * Lettering.LINE + MARGIN));
        for (int line = 0; line < heading.size(); line++) {
            drawing.text(
                    "title", new Svg.Spot(MARGIN, MARGIN + Lettering.LINE + line * HEADING_LINE), heading.get(line));
        }
        StringBuilder body = new StringBuilder(drawing.toString());
        for (int i = 0; i < panels.size(); i++) {
            int row = i / across;
            double x = MARGIN + i % across * (panelWidth + GAP);
            double y = head + MARGIN + row * (panelHeight + GAP);
            body.append(panels.get(i).at(x, y));
            if (sheet.letters) {
                body.append(new Svg().text("strong", new Svg.Spot(x, y - LETTER_ABOVE), (char) ('a' + i) + ")"));
            }
        }
        Svg lines = new Svg();
        for (int i = 0; i < caption.size(); i++) {
            lines.text("soft", new Svg.Spot(MARGIN, foot + i * Lettering.LINE), caption.get(i));
        }
        body.append(lines);
        double height = foot + caption.size() * Lettering.LINE + MARGIN;
        String[] size = sheet.widthMm > 0
                ? new String[] {Svg.number(sheet.widthMm) + "mm", Svg.number(sheet.widthMm * height / width) + "mm"}
                : new String[] {Svg.number(width), Svg.number(height)};
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" viewBox=\"0 0 " + Svg.number(width) + " "
                + Svg.number(height) + "\" width=\"" + size[0] + "\" height=\"" + size[1]
                + "\" role=\"group\" aria-label=\"" + Svg.escaped(text.heading) + "\">\n<style>\n" + styleSheet
                + "</style>\n" + body + "</svg>\n";
    }
}
