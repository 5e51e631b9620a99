package dev.borderline.text;

/** Fields and records of CSV by RFC 4180, with {@code \n} at line ends. Numbers come from {@link Numbers}. */
public final class Csv {
    private Csv() {}

    /** A field, in quotes only where it holds a comma, a quote or a line break, or has white space at an end. */
    public static String field(String text) {
        boolean quote = !text.equals(text.strip());
        for (int i = 0; i < text.length() && !quote; i++) {
            char c = text.charAt(i);
            quote = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
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
