package dev.borderline.cli.options;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ProgressLine;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the work is done; none of it changes a result. */
public final class WorkOptions {
    private static final int THREADS_MAX = 1024; // each keeps a run in memory

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at a time (default: one per processor). Results do not depend on it.")
    private @Nullable BigInteger threads; // of any size, to be refused in our words

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no remarks.")
    private boolean quiet;

    @Option(
            names = "--progress",
            description = "Show progress also where standard error is not a terminal: a line every five seconds.")
    private boolean progress;

    /** 1 to {@value #THREADS_MAX}. */
    public int threads() {
        return threads == null
                ? Runtime.getRuntime().availableProcessors()
                : ChanceOptions.whole("--threads", threads, 1, THREADS_MAX);
    }

    public boolean quiet() {
        return quiet;
    }

    public ProgressLine.Style progressStyle(Console console) {
        return ProgressLine.style(console, quiet, progress);
    }
}
