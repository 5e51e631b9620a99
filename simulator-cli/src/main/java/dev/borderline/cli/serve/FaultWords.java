package dev.borderline.cli.serve;

import dev.borderline.cli.text.Refusals;
import java.util.Objects;
import picocli.CommandLine.ParameterException;

/** Faults in the words in which the command line tells them. */
final class FaultWords {
    private FaultWords() {}

    static boolean isRefusal(Exception fault) {
        return fault instanceof ParameterException || Refusals.isRefusal(fault);
    }

    static String of(Throwable fault) {
        return fault instanceof Exception exception && isRefusal(exception)
                ? Objects.requireNonNullElse(fault.getMessage(), fault.toString())
                : "broke off unexpectedly: " + fault;
    }
}
