package dev.borderline.text;

import java.util.List;
import java.util.stream.Collectors;

/** Commands as a person types them. */
public final class ShellWords {
    private static final String SAFE = "[A-Za-z0-9_./=:,+-]+";

    private ShellWords() {}

    /** Words in one line, in quotes where a shell would take them apart. */
    public static String line(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches(SAFE) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
