package dev.borderline.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Runs small experiments in memory. */
final class Replicated {
    private Replicated() {}

    /** What each arm gives at the only point of an experiment. */
    static List<Replicates> run(Experiment experiment, UnaryOperator<Runner> setUp) {
        List<List<FinishedRun>> byArm = Stream.generate(() -> (List<FinishedRun>) new ArrayList<FinishedRun>())
                .limit(experiment.arms().size())
                .toList();
        List<FailedRun> failures = new ArrayList<>();
        try (RunStore store = new MemoryStore(experiment.tasks())) {
            setUp.apply(Runner.of(experiment, store)).run();
            store.forEach(run -> {
                if (run instanceof FinishedRun finished) {
                    byArm.get(run.task().arm()).add(finished);
                } else if (run instanceof FailedRun failed) {
                    failures.add(failed);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no disk to fail
        }
        if (!failures.isEmpty()) {
            throw new RunsFailed(failures);
        }
        return byArm.stream().map(Replicates::new).toList();
    }
}
