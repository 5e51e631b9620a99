package dev.borderline.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Small canonical JSON writer (RFC 8259). Keys stand in the order written, numbers are those of {@link Numbers}, and everything
 * has one spelling, so equal values are equal bytes. Not thread-safe.
 *
 * <pre>{@code
 * String text = JsonWriter.indented()
 *         .beginObject()
 *         .key("replication").value(7)
 *         .key("zones").beginArray().value("north").value("south").endArray()
 *         .endObject()
 *         .finish();
 * }</pre>
 *
 * <p>Refused: a key twice in an object, a value without a key or a key without a value, a second root, numbers that
 * are not finite, half a surrogate pair, an unfinished document.
 */
public final class JsonWriter {
    private static final String INDENT = "  ";
    private static final long EXACT_MAX = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Level> open = new ArrayDeque<>();
    private final boolean indented;
    private final boolean escapeAngle;
    private boolean keyPending;
    private boolean begun;

    private JsonWriter(boolean indented, boolean escapeAngle) {
        this.indented = indented;
        this.escapeAngle = escapeAngle;
    }

    /** A writer without white space: for digests and one-line records. */
    public static JsonWriter compact() {
        return new JsonWriter(false, false);
    }

    /** A writer with a line per member and two spaces a level. Lines end with {@code \n}, but for the last. */
    public static JsonWriter indented() {
        return new JsonWriter(true, false);
    }

    /** As {@link #compact}, with {@code <} escaped, so the text can stand inside an HTML script element. */
    public static JsonWriter forHtml() {
        return new JsonWriter(false, true);
    }

    public JsonWriter beginObject() {
        return begin(new Level('}', true));
    }

    public JsonWriter endObject() {
        return end(true);
    }

    public JsonWriter beginArray() {
        return begin(new Level(']', false));
    }

    public JsonWriter endArray() {
        return end(false);
    }

    /** The key of the next value; new within its object. */
    public JsonWriter key(String key) {
        Level level = open.peek();
        if (level == null || !level.isObject || keyPending) {
            throw new IllegalStateException("a key is out of place here: " + key);
        }
        if (level.lastNumber >= 0) {
            throw new IllegalStateException("the keys of this object are numbers: " + key);
        }
        if (!level.keys.add(key)) {
            throw new IllegalArgumentException("the key is already in this object: " + key);
        }
        return keyed(level, key);
    }

    private JsonWriter keyed(Level level, String key) {
        separate(level);
        JsonStrings.append(out, key, escapeAngle);
        out.append(indented ? ": " : ":");
        keyPending = true;
        return this;
    }

    /** As {@link #key(String)}, of a number larger than those before it in this object: needs no memory of them. */
    public JsonWriter key(int number) {
        Level level = open.peek();
        if (level == null || !level.isObject || keyPending || !level.keys.isEmpty()) {
            throw new IllegalStateException("a numbered key is out of place here: " + number);
        }
        if (number <= level.lastNumber) {
            throw new IllegalArgumentException("the key " + number + " does not come after " + level.lastNumber);
        }
        level.lastNumber = number;
        return keyed(level, Integer.toString(number));
    }

    public JsonWriter value(String value) {
        beforeValue();
        JsonStrings.append(out, value, escapeAngle);
        return this;
    }

    /** A whole number. As a string where readers that know only doubles would round it (RFC 8259, 6; RFC 7493, 2.2). */
    public JsonWriter value(long value) {
        String text = Long.toString(value);
        return value > EXACT_MAX || value < -EXACT_MAX ? value(text) : literal(text);
    }

    /** A finite number with 12 significant digits. */
    public JsonWriter value(double value) {
        return literal(Numbers.file(value));
    }

    /** A finite number with 9 significant digits, for statistics whose last bits depend on the JDK. */
    public JsonWriter summaryValue(double value) {
        return literal(Numbers.summary(value));
    }

    public JsonWriter value(boolean value) {
        return literal(Boolean.toString(value));
    }

    public JsonWriter nullValue() {
        return literal("null");
    }

    /** The text so far, which this writer forgets: what is drained, with what {@link #finish} gives, is the document. */
    public String drain() {
        String text = out.toString();
        out.setLength(0);
        return text;
    }

    /** The text of the finished document. */
    public String finish() {
        if (!open.isEmpty() || !begun) {
            throw new IllegalStateException("the document is not finished: " + open.size() + " levels are open");
        }
        return out.toString();
    }

    private JsonWriter literal(String text) {
        beforeValue();
        out.append(text);
        return this;
    }

    private JsonWriter begin(Level level) {
        beforeValue();
        out.append(level.isObject ? '{' : '[');
        open.push(level);
        return this;
    }

    private JsonWriter end(boolean isObject) {
        Level level = open.peek();
        if (level == null || level.isObject != isObject || keyPending) {
            throw new IllegalStateException(isObject ? "no object can end here" : "no array can end here");
        }
        open.pop();
        if (!level.isEmpty) {
            newLine();
        }
        out.append(level.close);
        return this;
    }

    private void beforeValue() {
        Level level = open.peek();
        if (level == null ? begun : level.isObject && !keyPending) {
            throw new IllegalStateException("a value is out of place here");
        }
        begun = true;
        if (level != null && !level.isObject) {
            separate(level);
        }
        keyPending = false;
    }

    private void separate(Level level) {
        if (!level.isEmpty) {
            out.append(',');
        }
        level.isEmpty = false;
        newLine();
    }

    private void newLine() {
        if (indented) {
            out.append('\n').append(INDENT.repeat(open.size()));
        }
    }

    /** An object or array that has begun and not ended. */
    private static final class Level {
        final char close;
        final boolean isObject;
        final Set<String> keys = new HashSet<>();
        int lastNumber = -1;
        boolean isEmpty = true;

        Level(char close, boolean isObject) {
            this.close = close;
            this.isObject = isObject;
        }
    }
}
