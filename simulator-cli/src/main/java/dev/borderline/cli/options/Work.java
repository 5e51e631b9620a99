package dev.borderline.cli.options;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Interruption;
import dev.borderline.cli.text.ProgressLine;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Precision;
import dev.borderline.experiment.Progress;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The runs of an experiment, made with progress shown and Ctrl-C heeded.
 *
 * @param console where progress shows
 * @param options threads, progress and limits
 * @param onStop what a person is told who stops it
 * @param repeat the command that repeats a run
 */
public record Work(Console console, GuardOptions options, String onStop, Function<Task, String> repeat) {
    /** Folder, within a result folder, of saved runs under way. */
    public static final String SAVES = "saved";

    /** Told to a person who stops what can go on. */
    public static String goesOn(String command) {
        return "to go on: " + command;
    }

    /** Makes the runs of a sweep that a store in a folder lacks, saving long ones there. False when called off before all were there. */
    public boolean fill(RunStore store, Sweep sweep, ResultFolder folder, boolean retryFailed) throws IOException {
        return fill(store, sweep, runner -> {
            options.work()
                    .saveEvery()
                    .ifPresent(every -> runner.saveRuns(folder.path().resolve(SAVES), every));
            return retryFailed ? runner.retryFailed() : runner;
        });
    }

    /** Makes the runs of a sweep that a store lacks; false when called off before all were there. */
    public boolean fill(RunStore store, Sweep sweep) throws IOException {
        return fill(store, sweep, UnaryOperator.identity());
    }

    private boolean fill(RunStore store, Sweep sweep, UnaryOperator<Runner> setUp) throws IOException {
        ProgressLine.Style style = options.work().progressStyle(console);
        Optional<Precision> precision = precision(style, store, sweep);
        ProgressLine line = new ProgressLine(console, style, () -> precision.flatMap(Precision::spread));
        try (Interruption interruption = Interruption.listen()) {
            Runner runner = options.work()
                    .set(options.limited(Runner.of(sweep.experiment(), store)))
                    .shard(sweep.shard())
                    .onRun(run -> precision.ifPresent(known -> known.add(run)))
                    .onProgress(line::show)
                    .cancelWhen(interruption::wished)
                    .repeatWith(repeat);
            Progress end = setUp.apply(runner).run();
            line.end();
            if (interruption.wished()) {
                store.flush();
                console.note("stopped with " + end.done() + " of " + end.total() + " runs done; " + onStop);
            }
            return !interruption.wished();
        }
    }

    /**
     * Tally of the first outcome, with what is there already. None if it is not to be shown, a mean can have none, or there is no
     * work; none over members, whose spread is no interval that more runs would narrow.
     */
    static Optional<Precision> precision(ProgressLine.Style style, RunStore store, Sweep sweep) throws IOException {
        Experiment experiment = sweep.experiment();
        boolean done = store.size() - store.failures() >= sweep.shard().size(store.tasks());
        boolean mean = experiment.replications() >= 2 && experiment.members().isEmpty();
        if (style == ProgressLine.Style.NONE || !mean || done) {
            return Optional.empty();
        }
        List<String> outcomes = experiment.leadingOutcomes(1);
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        Precision precision = new Precision(store.tasks(), outcomes.get(0));
        store.forEach(precision::add);
        return Optional.of(precision);
    }
}
