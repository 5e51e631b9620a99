package dev.borderline.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns as wide as their widest cell, two spaces apart. Build, then {@link #lines}. */
public final class TextTable {
    /** The side on which a column is flush. */
    public enum Align {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Align> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(Align... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row: one cell per column, or a single one, which stands across all columns. */
    public TextTable row(String... cells) {
        if (cells.length != 1 && cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** As {@link #row(String...)}. */
    public TextTable row(List<String> cells) {
        return row(cells.toArray(new String[0]));
    }

    /** The rows as text, without spaces at their ends. */
    public List<String> lines() {
        int[] widths = new int[columns.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() && row.size() > 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        if (row.size() == 1) {
            return row.get(0);
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            boolean right = columns.get(i) == Align.RIGHT;
            line.append(i == 0 ? "" : GAP).append(right ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
