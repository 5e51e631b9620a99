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

    /** Words of a line that {@link #line} made; empty for any other text, such as one with a second command in it. */
    public static Optional<List<String>> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inQuotes = false;
        for (int place = 0; place < line.length(); place++) {
            char character = line.charAt(place);
            if (character == '\'') {
                inQuotes = !inQuotes;
            } else if (character == '\\' && !inQuotes && place + 1 < line.length()) {
                place++;
                word.append(line.charAt(place));
            } else if (character == ' ' && !inQuotes) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(character);
            }
        }
        words.add(word.toString());
        return line(words).equals(line) ? Optional.of(words) : Optional.empty();
    }

    private static String quoted(String word) {
        return word.matches(SAFE) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
