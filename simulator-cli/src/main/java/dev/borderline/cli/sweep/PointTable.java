package dev.borderline.cli.sweep;

import dev.borderline.cli.text.FactorNames;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.TextTable.Align;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.DesignPoint;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points by number with their settings, as many factors at a time as fit; long names are broken between words. */
final class PointTable {
    private static final int WIDTH = 80;
    private static final int HEAD_WIDTH = 12;
    private static final String INDENT = "  ";

    private final List<List<String>> heads; // the lines of each factor's name
    private final List<DesignPoint> points;

    PointTable(Experiment experiment, List<DesignPoint> points) {
        heads = FactorNames.of(experiment.design().factors()).stream()
                .map(PointTable::broken)
                .toList();
        this.points = points;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < heads.size()) {
            int to = heads.size();
            while (to > from + 1 && width(block(from, to)) > WIDTH) {
                to--;
            }
            lines.add("");
            lines.addAll(block(from, to));
            from = to;
        }
        return lines;
    }

    static int width(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0);
    }

    private List<String> block(int from, int to) {
        List<List<String>> shown = heads.subList(from, to);
        Align[] columns = new Align[shown.size() + 1];
        Arrays.fill(columns, Align.RIGHT);
        TextTable table = new TextTable(columns);
        int height = shown.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            List<String> row = new ArrayList<>(List.of(line == height - 1 ? "point" : ""));
            for (List<String> head : shown) {
                int place = line - (height - head.size());
                row.add(place < 0 ? "" : head.get(place));
            }
            table.row(row);
        }
        for (DesignPoint point : points) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(point.index())));
            point.values().subList(from, to).forEach(value -> row.add(Numbers.human(value)));
            table.row(row);
        }
        return table.lines().stream().map(line -> INDENT + line).toList();
    }

    /** A name in lines of {@value #HEAD_WIDTH} characters, broken after an underscore or a dot. */
    private static List<String> broken(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.split("(?<=[_.])", -1)) {
            if (line.length() > 0 && line.length() + word.length() > HEAD_WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
