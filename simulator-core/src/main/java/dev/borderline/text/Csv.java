package dev.borderline.text;

import java.util.ArrayList;
import java.util.List;

/** Fields and records of CSV by RFC 4180, with {@code \n} at line ends. Numbers come from {@link Numbers}. */
public final class Csv {
    private Csv() {}

    /** A field of a record. Quotes stand only where it holds a comma, a quote or a line break, or has white space at an end. */
    public static String field(String text) {
        boolean quote = !text.equals(text.strip());
        for (int i = 0; i < text.length() && !quote; i++) {
            char c = text.charAt(i);
            quote = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** The fields of a record of one line, without its line end: what {@link #record} joined. */
    public static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                field.append(twice ? "\"" : "");
                i += twice ? 1 : 0;
                quoted = twice || !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** Fields with commas between them and a line end. */
    public static String record(String... fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            line.append(i == 0 ? "" : ",").append(field(fields[i]));
        }
        return line.append('\n').toString();
    }
}
