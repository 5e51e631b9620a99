package dev.borderline.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reader of CSV by RFC 4180, with {@code \n} or {@code \r\n} at line ends. It passes over the byte order mark that spreadsheets
 * put first. Never fails: what a text means is its reader's business.
 */
public final class CsvReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private final List<String> fields = new ArrayList<>();
    private boolean quoted;
    private final List<Integer> columns = new ArrayList<>();
    private int line = 1;
    private int column = 1;
    private int rowLine = 1;
    private int fieldColumn = 1;

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param fields without quotes
     * @param columns where each field begins, from 1
     */
    public record Row(int line, List<String> fields, List<Integer> columns) {
        public Row {
            fields = List.copyOf(fields);
            columns = List.copyOf(columns);
        }
    }

    private CsvReader(String text) {
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** The records of a text; empty lines are none. */
    public static List<Row> read(String text) {
        return new CsvReader(text).rows();
    }

    private List<Row> rows() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            column++;
            boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                field.append(c);
                i++;
                column++;
            } else {
                accept(c);
            }
        }
        endRow();
        return List.copyOf(rows);
    }

    private void accept(char c) {
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            endField();
        } else if (!quoted && c == '\n') {
            endRow();
            newLine();
            rowLine = line;
            fieldColumn = 1;
        } else {
            field.append(c);
            if (c == '\n') {
                newLine();
            }
        }
    }

    private void newLine() {
        line++;
        column = 1;
    }

    private void endField() {
        fields.add(field.toString());
        columns.add(fieldColumn);
        field.setLength(0);
        fieldColumn = column;
    }

    private void endRow() {
        if (!quoted && field.length() > 0 && field.charAt(field.length() - 1) == '\r') {
            field.setLength(field.length() - 1);
        }
        if (field.length() > 0 || !fields.isEmpty()) {
            endField();
            rows.add(new Row(rowLine, fields, columns));
            fields.clear();
            columns.clear();
        }
    }
}
