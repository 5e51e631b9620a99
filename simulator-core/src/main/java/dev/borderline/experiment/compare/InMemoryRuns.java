package dev.borderline.experiment.compare;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Progress;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Runs small experiments in memory. */
final class InMemoryRuns {
    private InMemoryRuns() {}

    /** Results of each arm at the only point of an experiment. */
    static List<Replicates> run(Experiment experiment, UnaryOperator<Runner> setUp) {
        try (RunStore store = new MemoryStore(experiment.tasks())) {
            Progress progress = setUp.apply(Runner.of(experiment, store)).run();
            RunStore runs = experiment.shown(store);
            List<FailedRun> failures = failures(runs);
            if (!failures.isEmpty()) {
                throw new RunsFailed(failures);
            }
            return byArm(experiment, runs, progress.isComplete());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no disk to fail
        }
    }

    private static List<FailedRun> failures(RunStore store) throws IOException {
        List<FailedRun> failures = new ArrayList<>();
        store.forEach(run -> {
            if (run instanceof FailedRun failed) {
                failures.add(failed);
            }
        });
        return failures;
    }

    /** The finished runs of a store by arm; all at one point. */
    static List<Replicates> byArm(Experiment experiment, RunStore store) throws IOException {
        return byArm(experiment, store, store.size() == store.tasks().size());
    }

    private static List<Replicates> byArm(Experiment experiment, RunStore store, boolean isComplete)
            throws IOException {
        if (experiment.design().size() > 1) {
            throw new IllegalArgumentException("arms are compared at one design point, not at "
                    + experiment.design().size());
        }
        List<List<FinishedRun>> byArm = Stream.generate(() -> (List<FinishedRun>) new ArrayList<FinishedRun>())
                .limit(experiment.arms().size())
                .toList();
        store.forEach(run -> {
            if (run instanceof FinishedRun finished) {
                byArm.get(run.task().arm()).add(finished);
            }
        });
        return byArm.stream().map(runs -> new Replicates(runs, isComplete)).toList();
    }
}
