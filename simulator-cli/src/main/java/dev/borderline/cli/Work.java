package dev.borderline.cli;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.RunStore;
import dev.borderline.experiment.Runner;
import java.io.IOException;

/** The runs of an experiment, made with progress shown and Ctrl-C heeded. */
final class Work {
    /** Told to a person who stops what can go on. */
    static final String GOES_ON = "the same command goes on from there";

    private Work() {}

    /**
     * Makes the runs a store lacks.
     *
     * @param onStop what a person is told who stops it
     * @return false when called off before all were there
     */
    static boolean fill(RunStore store, Experiment experiment, WorkOptions options, Console console, String onStop)
            throws IOException {
        ProgressLine line = new ProgressLine(console.err(), options.progressStyle(console));
        try (Interruption interruption = Interruption.listen()) {
            Runner.of(experiment, store)
                    .threads(options.threads())
                    .onProgress(line::show)
                    .cancelWhen(interruption::wished)
                    .run();
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
