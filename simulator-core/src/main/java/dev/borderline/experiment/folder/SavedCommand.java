package dev.borderline.experiment.folder;

import dev.borderline.experiment.Runner;
import dev.borderline.text.ShellWords;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The commands that a result folder names, for people to type: from a stranger they may be any. Only those of this project's own
 * command line are known, and one that names a folder to write into is not: whoever gives the advice says which.
 */
public final class SavedCommand {
    private static final String PROGRAM = "borderline";
    private static final Set<String> VERBS = Set.of("sweep", "run", "compare");
    private static final String OUT = "--out";
    private static final int WORDS_MAX = 1000;
    private static final int LENGTH_MAX = 10_000;

    /** Statement that {@link Runner} records where no command line is known. */
    private static final Pattern STATEMENT =
            Pattern.compile("experiment\\.simulation\\(\\d+, \\d+\\)\\.run\\(new RunKey\\(-?\\d+L, \\d+\\)\\)");

    private SavedCommand() {}

    /** The words of a command if they are one of this project's; else none. */
    public static List<String> known(List<String> words) {
        return isKnown(words) ? List.copyOf(words) : List.of();
    }

    private static boolean isKnown(List<String> words) {
        return words.size() > 1
                && words.size() <= WORDS_MAX
                && (words.get(0).equals(PROGRAM) || words.get(0).endsWith("/" + PROGRAM))
                && VERBS.contains(words.get(1))
                && words.stream().allMatch(SavedCommand::isPlain);
    }

    private static boolean isPlain(String word) {
        return word.length() <= LENGTH_MAX
                && !word.startsWith(OUT)
                && word.codePoints().noneMatch(SavedCommand::isUnseen);
    }

    /** A character that moves the cursor, turns the direction of text, or cannot be seen. */
    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The command that repeats a failed run if it is one of this project's, or a statement of its library. Else empty. */
    public static String known(String line) {
        boolean isKnown = STATEMENT.matcher(line).matches()
                || ShellWords.words(line).map(SavedCommand::isKnown).orElse(false);
        return isKnown ? line : "";
    }
}
