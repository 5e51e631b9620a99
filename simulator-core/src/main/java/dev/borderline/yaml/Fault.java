package dev.borderline.yaml;

import java.util.Comparator;

/**
 * One thing that is wrong with an input, for a person to mend.
 *
 * @param file name of the text; empty for values set by a program
 * @param line from 1; 0 when the fault has no position
 * @param column from 1; 0 when the fault has no position
 * @param key dotted path of what is wrong; empty when the text itself is
 * @param message what is wrong, the offending text, what is allowed, the nearest valid key
 */
public record Fault(String file, int line, int column, String key, String message) implements Comparable<Fault> {
    private static final int QUOTED_MAX = 60;
    private static final int KEY_MAX = 120;
    private static final Comparator<Fault> BY_POSITION = Comparator.comparing(Fault::file)
            .thenComparingInt(Fault::line)
            .thenComparingInt(Fault::column)
            .thenComparing(Fault::key)
            .thenComparing(Fault::message);

    /** A fault at a position. */
    public static Fault at(Mark mark, String key, String message) {
        return new Fault(mark.file(), mark.line(), mark.column(), shown(key, KEY_MAX), message);
    }

    /** Offending text in quotes: shortened, on one line, without control characters. */
    public static String quoted(String text) {
        return "'" + shown(text, QUOTED_MAX) + "'";
    }

    private static String shown(String text, int length) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(length).forEach(c -> {
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
            shown.appendCodePoint(hidden ? '?' : c);
        });
        return text.codePointCount(0, text.length()) > length
                ? shown.append('…').toString()
                : shown.toString();
    }

    @Override
    public int compareTo(Fault other) {
        return BY_POSITION.compare(this, other);
    }

    /** {@code file:line:column: key: message}, without the parts that are absent. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        text.append(text.isEmpty() ? "" : ": ").append(key).append(key.isEmpty() ? "" : ": ");
        return text.append(message).toString();
    }
}
