package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What people see when the program itself is at fault. */
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
