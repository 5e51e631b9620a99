package dev.borderline.cli;

import dev.borderline.cli.text.Console;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/**
 * Exit code and output of a command.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record Ran(int code, String out, String err) {
    /** Runs a command in this process, as a script would: no terminal. */
    public static Ran command(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ran ran = writingTo(out, args);
        return new Ran(ran.code(), out.toString(StandardCharsets.UTF_8), ran.err());
    }

    /** Runs a command in this process whose results go to a stream. */
    static Ran writingTo(OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CommandTree.of(Console.to(out, err), args).execute(args);
        return new Ran(code, "", err.toString(StandardCharsets.UTF_8));
    }

    /** All commands, for a console. */
    public static CommandLine line(Console console) {
        return CommandTree.of(console);
    }

    public List<String> errLines() {
        return err.lines().toList();
    }

    public List<String> outLines() {
        return out.lines().toList();
    }
}
