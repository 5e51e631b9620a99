package dev.borderline.cli.serve;

import dev.borderline.cli.serve.Computation.Stage;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Progress;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import java.io.IOException;
import java.util.Optional;

/** The one thread that works on computations, a stage at a time, with as many runs at once as the server has threads. */
final class Worker implements Runnable {
    private final Jobs jobs;
    private final RunCache cache;
    private final int threads;

    Worker(Jobs jobs, RunCache cache, int threads) {
        this.jobs = jobs;
        this.cache = cache;
        this.threads = threads;
    }

    @Override
    public void run() {
        try {
            for (Optional<Computation> next = jobs.next(); next.isPresent(); next = jobs.next()) {
                work(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Computation computation) {
        try {
            answer(computation);
        } catch (IOException | RuntimeException fault) {
            jobs.update(() -> {
                if (!computation.state().isEnd()) {
                    computation.end(Computation.State.FAILED, FaultWords.of(fault));
                }
            });
        }
    }

    private void answer(Computation computation) throws IOException {
        Stage stage = Stage.of(computation.current());
        try (RunStore store = new MemoryStore(stage.experiment().tasks())) {
            RunCache.OfExperiment known = cache.new OfExperiment(stage.experiment());
            known.fill(store);
            int asked = stage.asked().form().threads();
            Progress progress = Runner.of(stage.experiment(), store)
                    .threads(asked == 0 ? threads : Math.min(asked, threads))
                    .onRun(run -> {
                        if (run instanceof FinishedRun finished) {
                            known.keep(finished);
                        }
                    })
                    .onProgress(now -> jobs.update(() -> computation.progress(now.done())))
                    .cancelWhen(() -> jobs.isToStop(computation))
                    .run();
            if (!progress.isComplete()) {
                jobs.update(() -> {
                    if (!computation.state().isEnd()) {
                        computation.pause();
                    }
                });
                return;
            }
            refuseFailed(store);
            String text =
                    Answers.of(stage.asked(), computation.digest(), stage.question(), stage.experiment(), store);
            jobs.update(() -> {
                if (!computation.state().isEnd()) {
                    computation.answer(text);
                }
            });
        }
    }

    private static void refuseFailed(RunStore store) throws IOException {
        store.forEach(run -> {
            if (run instanceof FailedRun failed) {
                throw new Refusal(failed.message());
            }
        });
    }
}
