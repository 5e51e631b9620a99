package dev.borderline.spark;

import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.text.FileRefused;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever went wrong into lines a person can act on, and an exit code. */
final class FaultReporter implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final PrintStream err;

    FaultReporter(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        note(message(fault));
        err.println("See --help.");
        return ExitCodes.USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        if (fault instanceof InvalidInput
                || fault instanceof StoreRefused
                || fault instanceof FileRefused
                || fault instanceof Refusal) {
            message(fault).lines().forEach(this::note);
            return ExitCodes.BAD_INPUT;
        }
        if (fault instanceof SparkBrokeOff) {
            note("Spark broke off: " + message(fault));
            note("the runs made so far are kept; the same command goes on");
        } else if (fault instanceof IOException) {
            note("cannot read or write: " + message(fault));
        } else {
            note("broke off unexpectedly: " + fault);
            fault.printStackTrace(err);
        }
        return ExitCodes.FAILED;
    }

    private void note(String text) {
        err.println("borderline: " + text);
    }

    private static String message(Exception fault) {
        return Objects.requireNonNullElse(fault.getMessage(), fault.toString());
    }
}
