package dev.borderline.cli.text;

import dev.borderline.text.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Stream of UTF-8 text that shows control characters instead of sending them on. Titles, names and messages of a stranger's
 * folder cannot steer the terminal, whichever command prints them. What this program itself does with a terminal passes: styles,
 * where they are shown, and {@link #CLEAR_LINE}.
 */
public final class VisibleText extends OutputStream {
    /** Byte that no text in UTF-8 contains; it empties the line on a terminal. */
    static final int CLEAR_LINE = 0xFF;

    private static final String CLEAR_LINE_SEQUENCE = "\r\u001B[K";
    private static final List<String> STYLES = List.of(
            "\u001B[0m",
            "\u001B[1m",
            "\u001B[3m",
            "\u001B[21m",
            "\u001B[23m",
            "\u001B[31m",
            "\u001B[33m",
            "\u001B[39m");
    private static final int CHARACTERS_MAX = 0x2070; // beyond the last that steers

    private final OutputStream target;
    private final Map<String, String> replaced = new TreeMap<>(); // bytes, as characters, and what goes on instead
    private final Set<String> begun = new HashSet<>(); // their beginnings
    private final boolean[] ordinary = new boolean[256]; // begins nothing that is replaced
    private String held = "";

    /**
     * Stream in front of another.
     *
     * @param target where the text goes
     * @param styled true when bold text and the like are sent on
     */
    VisibleText(OutputStream target, boolean styled) {
        this.target = target;
        for (char character = 0; character < CHARACTERS_MAX; character++) {
            if (Visible.steers(character)) {
                replaced.put(bytes(Character.toString(character)), Visible.written(character));
            }
        }
        replaced.put("\r\n", "\r\n"); // ends of lines on Windows
        replaced.put(String.valueOf((char) CLEAR_LINE), CLEAR_LINE_SEQUENCE);
        if (styled) {
            STYLES.forEach(style -> replaced.put(style, style));
        }
        for (int octet = 0; octet < ordinary.length; octet++) {
            ordinary[octet] = true;
        }
        for (String sequence : replaced.keySet()) {
            ordinary[sequence.charAt(0)] = false;
            for (int length = 1; length < sequence.length(); length++) {
                begun.add(sequence.substring(0, length));
            }
        }
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream(length);
        for (int place = from; place < from + length; place++) {
            char octet = (char) (bytes[place] & 0xFF);
            if (held.isEmpty() && ordinary[octet]) {
                shown.write(octet);
            } else {
                held += octet;
                settle(shown, false);
            }
        }
        target.write(shown.toByteArray(), 0, shown.size());
    }

    /** Sends on what is held, but for the beginning of a sequence that may yet be one. */
    private void settle(ByteArrayOutputStream shown, boolean atEnd) {
        while (!held.isEmpty() && (atEnd || !begun.contains(held))) {
            int length = held.length();
            while (length > 1 && !replaced.containsKey(held.substring(0, length))) {
                length--;
            }
            String known = held.substring(0, length);
            shown.writeBytes(replaced.getOrDefault(known, known).getBytes(StandardCharsets.ISO_8859_1));
            held = held.substring(length);
        }
    }

    @Override
    public void flush() throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        settle(shown, true);
        target.write(shown.toByteArray(), 0, shown.size());
        target.flush();
    }
}
