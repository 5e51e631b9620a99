package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Messages to people when the program itself is at fault. */
class FaultReporterTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A command with a fault. */
    @Command(name = "broken")
    static final class Broken implements Callable<Integer> {
        private final Exception fault;

        Broken(Exception fault) {
            this.fault = fault;
        }

        @Override
        public Integer call() throws Exception {
            throw fault;
        }
    }

    private int execute(Exception fault, String... options) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        CommandLine tree = CommandTree.of(Console.to(stream, stream));
        CommandLine.IExecutionExceptionHandler reporter = tree.getExecutionExceptionHandler();
        tree.addSubcommand(new Broken(fault)).setExecutionExceptionHandler(reporter);
        String[] args = new String[options.length + 1];
        args[0] = "broken";
        System.arraycopy(options, 0, args, 1, options.length);
        return tree.execute(args);
    }

    private List<String> lines() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void unexpectedFault_isTwoLinesWithoutATrace() {
        assertThat(execute(new IllegalStateException("the cat is out"))).isEqualTo(ExitCodes.FAILED);
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("broke off unexpectedly").contains("the cat is out");
        assertThat(lines().get(1)).contains("please report").contains("--debug");
    }

    @Test
    void unexpectedFault_debugAsked_showsTheTrace() {
        assertThat(execute(new IllegalStateException("the cat is out"), "--debug"))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(lines()).anyMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void disk_thatCannotBeWritten_isOneLine() {
        assertThat(execute(new IOException("No space left on device"))).isEqualTo(ExitCodes.FAILED);
        assertThat(lines()).containsExactly("borderline: cannot read or write: No space left on device");
    }

    @Test
    void disk_thatFillsUpWithinARun_isNoFaultOfTheProgram() {
        IOException full = new IOException("x.csv: cannot write (No space left on device)");
        IllegalStateException run = new IllegalStateException("broke off", new UncheckedIOException(full));

        assertThat(execute(run)).isEqualTo(ExitCodes.FAILED);
        assertThat(lines())
                .containsExactly("borderline: cannot read or write: x.csv: cannot write (No space left on device)");
    }

    /** Of these Java's own messages are a path alone and "Input length = 3". */
    @Test
    void refusals_ofTheSystem_areToldWithTheirReason() {
        execute(new AccessDeniedException("/r/x.csv"));
        execute(new NoSuchFileException("/r/y.csv"));
        execute(new MalformedInputException(3));

        assertThat(lines())
                .containsExactly(
                        "borderline: cannot read or write: /r/x.csv: Permission denied",
                        "borderline: cannot read or write: /r/y.csv: No such file or directory",
                        "borderline: cannot read or write: a file that is read is no text in UTF-8");
    }

    @Test
    void refusal_ofTwoLines_isTwoNotes() {
        assertThat(execute(new Refusal("one\ntwo"))).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(lines()).containsExactly("borderline: one", "borderline: two");
    }

    @Test
    void shellLine_ofOddWords_isQuoted() {
        assertThat(Shell.line(List.of("run", "my file.yaml", "it's", "a=1")))
                .isEqualTo("run 'my file.yaml' 'it'\\''s' a=1");
    }
}
