package dev.borderline.cli.serve;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Progress;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import java.io.IOException;
import java.util.Optional;

/** Place of the runs of one computation. Those that are known are taken, and all are kept for others. */
final class Workshop {
    private final Jobs jobs;
    private final Computation computation;
    private final RunCache cache;
    private final int threads;

    Workshop(Jobs jobs, Computation computation, RunCache cache, int threads) {
        this.jobs = jobs;
        this.computation = computation;
        this.cache = cache;
        this.threads = threads;
    }

    /**
     * All runs of an experiment; empty when the work was stopped before. Refuses where one failed.
     *
     * @param most runs at a time; 0 for as many as the server has threads
     */
    Optional<RunStore> runs(Experiment experiment, int most) throws IOException {
        RunStore store = new MemoryStore(experiment.tasks());
        RunCache.OfExperiment known = cache.new OfExperiment(experiment);
        known.fill(store);
        int own = jobs.isOneOfManySmall(computation) ? 1 : threads;
        Progress progress = Runner.of(experiment, store)
                .threads(most == 0 ? own : Math.min(most, own))
                .onRun(run -> {
                    if (run instanceof FinishedRun finished) {
                        known.keep(finished);
                    }
                })
                .onProgress(now -> jobs.update(() -> computation.progress(now.done())))
                .cancelWhen(() -> jobs.isToStop(computation))
                .run();
        if (!progress.isComplete()) {
            return Optional.empty();
        }
        store.forEach(run -> {
            if (run instanceof FailedRun failed) {
                throw new Refusal(failed.message());
            }
        });
        return Optional.of(store);
    }

    /** True when nobody wants the answer any more. */
    boolean isAbandoned() {
        return jobs.isAbandoned(computation);
    }
}
