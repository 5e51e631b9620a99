package dev.borderline.cli;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the work of an experiment is done, and what it may cost. */
final class GuardOptions {
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
            description = "Begin even where more than " + Guard.LIMIT_WORDS + " events are to be expected.")
    private boolean force;

    /** Threads and progress. */
    WorkOptions work() {
        return work;
    }

    /** Refuses work that would not end in anybody's time, unless it is wished. */
    void refuseEndless(Experiment experiment) {
        if (!force) {
            Guard.refuseEndless(experiment, Guard.LIMIT);
        }
    }

    /** A runner that keeps the limits of single runs. */
    Runner limited(Runner runner) {
        if (maxEvents != null) {
            if (maxEvents < 1) {
                throw new Refusal("--max-events-per-run is " + maxEvents + "; it must be 1 or more");
            }
            runner.eventsPerRun(maxEvents);
        }
        if (maxSeconds != null) {
            if (!(maxSeconds > 0 && maxSeconds < SECONDS_MAX)) {
                throw new Refusal("--max-seconds-per-run is " + maxSeconds + "; it must be above 0");
            }
            runner.timePerRun(Duration.ofNanos((long) (maxSeconds * NANOS_PER_SECOND)));
        }
        return runner;
    }
}
