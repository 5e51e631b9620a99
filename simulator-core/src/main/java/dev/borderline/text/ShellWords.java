package dev.borderline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Commands as a person types them. */
public final class ShellWords {
    private static final String SAFE = "[A-Za-z0-9_./=:,+-]+";

    private ShellWords() {}

    /** Words in one line, in quotes where a shell would take them apart. */
    public static String line(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    /** The words of a line as {@link #line} writes it. Empty if it is another, which a shell might read as more than words. */
    public static Optional<List<String>> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == '\'') {
                quoted = !quoted;
            } else if (!quoted && next == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (!quoted && next == ' ') {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(next);
            }
        }
        words.add(word.toString());
        return line(words).equals(line) ? Optional.of(List.copyOf(words)) : Optional.empty();
    }

    private static String quoted(String word) {
        return word.matches(SAFE) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
