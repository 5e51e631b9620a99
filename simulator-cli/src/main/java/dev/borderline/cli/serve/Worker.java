package dev.borderline.cli.serve;

import java.io.IOException;
import java.util.Optional;

/** The one thread that works on computations, a step at a time, with as many runs at once as the server has threads. */
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
            Optional<String> text = computation.current().answer(new Workshop(jobs, computation, cache, threads));
            jobs.update(() -> {
                if (!computation.state().isEnd()) {
                    text.ifPresentOrElse(computation::answer, computation::pause);
                }
            });
        } catch (IOException | RuntimeException fault) {
            jobs.update(() -> {
                if (!computation.state().isEnd()) {
                    computation.end(Computation.State.FAILED, FaultWords.of(fault));
                }
            });
        }
    }
}
