package dev.borderline.cli;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.OutputFailure;
import dev.borderline.cli.text.Refusals;
import dev.borderline.simulation.RunFailure;
import dev.borderline.text.IoMessages;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into lines a person can act on, and an exit code. */
final class FaultReporter implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Console console;
    private final RootCommand root;

    FaultReporter(Console console, RootCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        console.note(message(fault));
        if (!UnmatchedArgumentException.printSuggestions(fault, command.getErr())) {
            command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCodes.USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        if (root.debug()) {
            fault.printStackTrace(console.err());
        }
        OutputFailure output = OutputFailure.within(fault);
        if (output != null) {
            return output.report(console);
        }
        if (Refusals.isRefusal(fault)) {
            message(fault).lines().forEach(console::note);
            return ExitCodes.BAD_INPUT;
        }
        IOException refused = refusedBySystem(fault);
        if (refused != null) {
            console.note("cannot read or write: " + said(refused));
            return ExitCodes.FAILED;
        }
        boolean isRun = fault instanceof RunFailure;
        console.note(isRun ? message(fault) : "broke off unexpectedly: " + fault);
        if (isRun && ((RunFailure) fault).isAtLimit()) {
            return ExitCodes.FAILED;
        }
        console.note("this is a fault of the program: please report it with the command and 'borderline --version'"
                + (root.debug() ? "" : "; --debug shows where it happened"));
        return ExitCodes.FAILED;
    }

    /** I/O failure behind a fault, also behind one of a probe within a run. A full disk is no fault of the program. */
    private static @Nullable IOException refusedBySystem(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException refused) {
                return refused;
            }
        }
        return null;
    }

    /** The reason as well: of some refusals Java tells the path alone, of others nothing that a person could know. */
    private static String said(IOException refused) {
        if (refused instanceof CharacterCodingException) {
            return "a file that is read is no text in UTF-8";
        }
        boolean bare = refused instanceof FileSystemException file && file.getReason() == null;
        String reason = IoMessages.of(refused);
        String message = message(refused);
        return bare && !reason.equals(message) ? message + ": " + reason : message;
    }

    private static String message(Exception fault) {
        return Objects.requireNonNullElse(fault.getMessage(), fault.toString());
    }
}
