package dev.borderline.cli;

import picocli.CommandLine.Option;

/** How the work is done; none of it changes a result. */
final class WorkOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at a time (default: one per processor). Results do not depend on it.")
    private int threads;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no remarks.")
    private boolean quiet;

    @Option(
            names = "--progress",
            description = "Show progress also where standard error is not a terminal: a line every five seconds.")
    private boolean progress;

    /** At least 1. */
    int threads() {
        if (threads < 0) {
            throw new Refusal("--threads is " + threads + "; it must be 1 or more");
        }
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    boolean quiet() {
        return quiet;
    }

    ProgressLine.Style progressStyle(Console console) {
        return ProgressLine.style(console, quiet, progress);
    }
}
