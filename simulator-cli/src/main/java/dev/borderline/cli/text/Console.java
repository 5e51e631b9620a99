package dev.borderline.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress and what went wrong
 * @param errTerminal true when a person watches {@code err}
 * @param styled true when {@code out} shows bold text: a terminal, and {@code NO_COLOR} is not set
 */
public record Console(PrintStream out, PrintStream err, boolean errTerminal, boolean styled) {
    /** Set by the launcher, which can ask the shell; Java 17 cannot tell when only one of the streams is a terminal. */
    private static final String ERR_TERMINAL = "borderline.stderr.terminal";

    /** The console of the process, in UTF-8 whatever the locale. */
    public static Console ofProcess() {
        String told = System.getProperty(ERR_TERMINAL);
        boolean errTerminal = told == null ? Ansi.AUTO.enabled() : Boolean.parseBoolean(told);
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), errTerminal, Ansi.AUTO.enabled());
    }

    /** A console that writes to these streams, for programs. */
    public static Console to(PrintStream out, PrintStream err) {
        return new Console(out, err, false, false);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Text in bold where that is shown. */
    public String bold(String text) {
        return styled ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    /** A remark that is no result. */
    public void note(String text) {
        err.println("borderline: " + text);
    }
}
