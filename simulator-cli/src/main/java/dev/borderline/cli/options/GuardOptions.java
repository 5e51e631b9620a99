package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.Reproduction;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.simulation.Simulation.RunLimits;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of execution: threads, progress and limits of cost. */
public final class GuardOptions {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_MAX = 1e9;

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Option(
            names = "--max-events-per-run",
            paramLabel = "N",
            description = "Break a run off that takes more events; it is recorded as failed.")
    private @Nullable Long maxEvents;

    @Option(
            names = "--max-seconds-per-run",
            paramLabel = "S",
            description = "Break a run off that takes longer; it is recorded as failed.")
    private @Nullable Double maxSeconds;

    @Option(
            names = "--force",
            description = "Begin even where more than " + WorkLimit.LIMIT_WORDS + " events are to be expected.")
    private boolean force;

    /** Threads and progress. */
    public WorkOptions work() {
        return work;
    }

    /** The options as words of a command. */
    public List<String> words() {
        List<String> words = new ArrayList<>(limitWords());
        if (force) {
            words.add("--force");
        }
        return words;
    }

    /** The limits of single runs as words of a command that repeats one. */
    public List<String> limitWords() {
        check();
        List<String> words = new ArrayList<>();
        if (maxEvents != null) {
            words.addAll(List.of("--max-events-per-run", Long.toString(maxEvents)));
        }
        if (maxSeconds != null) {
            words.addAll(List.of("--max-seconds-per-run", Numbers.exact(maxSeconds)));
        }
        return words;
    }

    /** Refuses work that would not end in anybody's time, unless it is wished, and limits that are none. */
    public void refuseEndless(Experiment experiment) {
        check();
        if (!force) {
            guard().refuseEndless(experiment);
        }
    }

    /** As {@link #refuseEndless(Experiment)}, for what a folder lacks. */
    public void refuseEndless(Sweep sweep, ResultFolder folder) throws IOException {
        check();
        if (!force) {
            guard().refuseEndless(sweep, folder);
        }
    }

    /** As {@link #refuseEndless(Experiment)}, for so many of its runs. */
    public void refuseEndless(Experiment experiment, int runs) {
        check();
        if (!force) {
            guard().refuseEndless(experiment, runs);
        }
    }

    private WorkLimit guard() {
        return new WorkLimit(WorkLimit.LIMIT, work.threads(), work.sharing());
    }

    /** A runner that keeps the limits of single runs. */
    Runner limited(Runner runner) {
        if (maxEvents != null) {
            runner.eventsPerRun(maxEvents);
        }
        return timed(runner);
    }

    /** A reproduction that keeps the limit of events. */
    public Reproduction limited(Reproduction reproduction) {
        return maxEvents == null ? reproduction : reproduction.eventsPerRun(maxEvents);
    }

    /** A runner that keeps the limit of time alone. */
    public Runner timed(Runner runner) {
        if (maxSeconds != null) {
            runner.timePerRun(Duration.ofNanos((long) (maxSeconds * NANOS_PER_SECOND)));
        }
        return runner;
    }

    /** The limits of a run that begins now. */
    public RunLimits limits() {
        check();
        long start = System.nanoTime();
        double nanos = maxSeconds == null ? Double.POSITIVE_INFINITY : maxSeconds * NANOS_PER_SECOND;
        return new RunLimits(maxEvents == null ? Long.MAX_VALUE : maxEvents, () -> System.nanoTime() - start > nanos);
    }

    private void check() {
        if (maxEvents != null && maxEvents < 1) {
            throw new Refusal("--max-events-per-run is " + maxEvents + "; it must be 1 or more");
        }
        if (maxSeconds != null && !(maxSeconds > 0 && maxSeconds <= SECONDS_MAX)) {
            throw new Refusal("--max-seconds-per-run is " + maxSeconds + "; it must be above 0, at most "
                    + Numbers.human(SECONDS_MAX));
        }
    }
}
