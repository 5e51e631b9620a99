package dev.borderline.cli;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.RunStore;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Task;
import java.io.IOException;
import java.util.function.Function;

/**
 * The runs of an experiment, made with progress shown and Ctrl-C heeded.
 *
 * @param console where progress shows
 * @param options threads and progress
 * @param onStop what a person is told who stops it
 * @param repeat the command that repeats a run
 */
record Work(Console console, WorkOptions options, String onStop, Function<Task, String> repeat) {
    /** Told to a person who stops what can go on. */
    static final String GOES_ON = "the same command goes on from there";

    /** Makes the runs a store lacks; false when called off before all were there. */
    boolean fill(RunStore store, Experiment experiment, boolean retryFailed) throws IOException {
        ProgressLine line = new ProgressLine(console.err(), options.progressStyle(console));
        try (Interruption interruption = Interruption.listen()) {
            Runner runner = Runner.of(experiment, store)
                    .threads(options.threads())
                    .onProgress(line::show)
                    .cancelWhen(interruption::wished)
                    .repeatWith(repeat);
            (retryFailed ? runner.retryFailed() : runner).run();
            line.end();
            if (interruption.wished()) {
                store.flush();
                console.note("stopped with " + store.size() + " of "
                        + experiment.tasks().size() + " runs done; " + onStop);
            }
            return !interruption.wished();
        }
    }
}
