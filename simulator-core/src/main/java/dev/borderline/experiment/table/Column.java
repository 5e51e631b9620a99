package dev.borderline.experiment.table;

import java.util.List;

/**
 * A column of a table.
 *
 * @param name as in the first line
 * @param type of its values; any may be absent
 */
public record Column(String name, ColumnType type) {
    /** Type of a column's values. */
    public enum ColumnType {
        TEXT,
        WHOLE,
        NUMBER,
        DATE,
        /** A moment, in UTC. */
        TIME
    }

    /** The first line of a table with these columns. */
    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
