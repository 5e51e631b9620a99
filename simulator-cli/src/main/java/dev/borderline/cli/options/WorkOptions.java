package dev.borderline.cli.options;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ProgressLine;
import dev.borderline.experiment.Runner;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of execution; none of them changes a result. */
public final class WorkOptions {
    /** The option that makes every run from its start, and cuts shards without regard to pasts. */
    public static final String NO_SHARING = "--no-sharing";

    private static final int THREADS_MAX = 1024; // each keeps a run in memory
    private static final int SAVE_SECONDS = 60;
    private static final int SAVE_SECONDS_MAX = 1_000_000;

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

    @Option(
            names = NO_SHARING,
            description =
                    "Make every run from its start. Otherwise the past that arms have in common, before their policies part, "
                            + "is simulated once a replication. Results are the same.")
    private boolean withoutSharing;

    @Option(
            names = "--save-every",
            paramLabel = "SECONDS",
            description =
                    "Save a run that takes longer, again and again, so that the same command goes on with it even after a kill"
                            + " (default: 60; 0: never). Only where results are kept in a folder.")
    private @Nullable BigInteger saveEvery;

    /** Time after which a run is saved; empty if never. */
    public Optional<Duration> saveEvery() {
        int seconds =
                saveEvery == null ? SAVE_SECONDS : ChanceOptions.whole("--save-every", saveEvery, 0, SAVE_SECONDS_MAX);
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    /** True if runs share the past they have in common. */
    public boolean sharing() {
        return !withoutSharing;
    }

    /** 1 to {@value #THREADS_MAX}. */
    public int threads() {
        return threads == null
                ? Runtime.getRuntime().availableProcessors()
                : ChanceOptions.whole("--threads", threads, 1, THREADS_MAX);
    }

    /** A runner with these threads, whose runs share pasts unless that is not wanted. */
    public Runner set(Runner runner) {
        return sharing() ? runner.threads(threads()) : runner.threads(threads()).withoutSharing();
    }

    public boolean quiet() {
        return quiet;
    }

    public ProgressLine.Style progressStyle(Console console) {
        return ProgressLine.style(console, quiet, progress);
    }
}
