package dev.borderline.cli.text;

import dev.borderline.text.ShellWords;
import java.util.List;

/** Commands as a person types them. */
public final class Shell {
    private static final String COMMAND = "borderline.command";

    private Shell() {}

    /** Name by which this program is called, as the launcher that started it knows. */
    public static String program() {
        return System.getProperty(COMMAND, "./borderline");
    }

    /** Words in one line, in quotes where a shell would take them apart. */
    public static String line(List<String> words) {
        return ShellWords.line(words);
    }
}
