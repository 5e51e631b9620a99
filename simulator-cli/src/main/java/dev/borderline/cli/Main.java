package dev.borderline.cli;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import java.util.Locale;

/** Entry of the process. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Locale.setDefault(
                Locale.ROOT); // digits of a person's language are none in scripts, also in those that libraries write
        Console console = Console.ofProcess();
        int code = ExitCodes.FAILED;
        try {
            code = CommandTree.of(console, args).execute(args);
        } catch (OutOfMemoryError error) {
            console.note(
                    "out of memory; more is given by BORDERLINE_JAVA_OPTIONS=-Xmx4g, less needed with fewer --threads");
        } catch (StackOverflowError error) {
            console.note("broke off unexpectedly: " + error + "; please report it with the command");
        }
        System.exit(code);
    }
}
