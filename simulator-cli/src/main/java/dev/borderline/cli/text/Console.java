package dev.borderline.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Streams of a command.
 *
 * @param in input, whose end a server waits for that holds a lease; at its end from the start for programs
 * @param out results
 * @param err progress and what went wrong
 * @param errColumns width of the terminal on which a person watches {@code err}; 0 where a line cannot be rewritten
 * @param styled true when {@code out} shows bold text: a terminal, and {@code NO_COLOR} is not set
 */
public record Console(InputStream in, PrintStream out, PrintStream err, int errColumns, boolean styled) {
    /** Set by the launcher, which can ask the shell; Java 17 cannot tell when only one of the streams is a terminal. */
    private static final String ERR_TERMINAL = "borderline.stderr.terminal";

    private static final String ERR_COLUMNS = "borderline.stderr.columns";
    private static final int USUAL_COLUMNS = 80;

    /** Beginning of a remark. */
    public static final String NOTE = "borderline: ";

    /** The console of the process, in UTF-8 whatever the locale. A dumb terminal would show escape sequences as they are. */
    public static Console ofProcess() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        boolean terminal = Ansi.AUTO.enabled() && !dumb;
        String told = System.getProperty(ERR_TERMINAL);
        boolean errTerminal = told == null ? terminal : Boolean.parseBoolean(told) && !dumb;
        int columns = errTerminal ? columns(System.getProperty(ERR_COLUMNS, "")) : 0;
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        PrintStream out = printer(StandardOutput.ofProcess(), terminal);
        return new Console(System.in, out, printer(err, errTerminal), columns, terminal);
    }

    /** A console that writes to these streams, for programs. */
    public static Console to(OutputStream out, OutputStream err) {
        return watched(out, err, 0);
    }

    /** A console on whose {@code err} a person looks, on a terminal of some columns. */
    public static Console watched(OutputStream out, OutputStream err, int columns) {
        PrintStream results = printer(new StandardOutput(out, false), false);
        return new Console(InputStream.nullInputStream(), results, printer(err, false), columns, false);
    }

    /** The width that the launcher found, or the usual one: of 0 where the terminal does not know its own. */
    private static int columns(String told) {
        return told.matches("[1-9]\\d{0,3}") ? Integer.parseInt(told) : USUAL_COLUMNS;
    }

    /**
     * Printer of UTF-8 text, whatever the locale; each line is written as soon as it ends. Remarks that cannot be written are lost:
     * there is no place left to say so, and results do not depend on them.
     */
    private static PrintStream printer(OutputStream target, boolean styled) {
        return new PrintStream(new VisibleText(target, styled), true, StandardCharsets.UTF_8);
    }

    /** True when a person watches {@code err} on a terminal. */
    public boolean errTerminal() {
        return errColumns > 0;
    }

    /** The most that fits a line of progress: what is wrapped cannot be rewritten, and some terminals wrap at their last column. */
    public int lineWidth() {
        return Math.min(errColumns, USUAL_COLUMNS) - 1;
    }

    /** The line of progress anew, cut to the width of the terminal. */
    public void rewrite(String text) {
        err.write(VisibleText.CLEAR_LINE);
        err.print(text.substring(0, Math.min(text.length(), Math.max(0, lineWidth()))));
        err.flush();
    }

    /** Text in bold where that is shown. */
    public String bold(String text) {
        return styled ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    /** A remark that is no result. */
    public void note(String text) {
        err.println(NOTE + text);
    }
}
