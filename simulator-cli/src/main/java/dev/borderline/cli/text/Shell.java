package dev.borderline.cli.text;

import dev.borderline.text.ShellWords;
import java.util.List;

/** Commands as a person types them. */
final class Shell {
    private static final String COMMAND = "borderline.command";

    private Shell() {}

    /** How this program is called, as the launcher that started it knows. */
    static String program() {
        return System.getProperty(COMMAND, "./borderline");
    }

    /** Words in one line, in quotes where a shell would take them apart. */
    static String line(List<String> words) {
        return ShellWords.line(words);
    }
}
