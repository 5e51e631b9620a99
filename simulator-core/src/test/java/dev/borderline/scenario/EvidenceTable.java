package dev.borderline.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of {@code seeds/evidence} in tests: records by column name. */
public final class EvidenceTable {
    private EvidenceTable() {}

    public static List<Map<String, String>> read(String name) {
        List<List<String>> lines = parse(Texts.seed("evidence/" + name));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != lines.get(0).size()) {
                throw new IllegalArgumentException(name + " has a ragged row: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Rows of parameters.csv and assumptions.csv by id; ids are unique. */
    public static Map<String, Map<String, String>> inputs() {
        Map<String, Map<String, String>> byId = new LinkedHashMap<>();
        for (String name : List.of("parameters.csv", "assumptions.csv")) {
            for (Map<String, String> row : read(name)) {
                if (byId.put(cell(row, "id"), row) != null) {
                    throw new IllegalArgumentException("two rows are called " + row.get("id"));
                }
            }
        }
        return byId;
    }

    public static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cell;
    }

    public static double number(Map<String, String> row, String column) {
        return Double.parseDouble(cell(row, column));
    }

    /** RFC 4180. */
    private static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return lines;
    }
}
