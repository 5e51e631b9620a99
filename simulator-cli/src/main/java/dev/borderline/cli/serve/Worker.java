package dev.borderline.cli.serve;

import java.io.IOException;
import java.util.Optional;

/**
 * A thread that works on computations, a step at a time. One takes any, and makes as many runs at once as the server has threads; the
 * others take small ones alone, of which each has a thread while there are several.
 */
final class Worker implements Runnable {
    private final Jobs jobs;
    private final RunCache cache;
    private final int threads;
    private final boolean onlySmall;

    Worker(Jobs jobs, RunCache cache, int threads, boolean onlySmall) {
        this.jobs = jobs;
        this.cache = cache;
        this.threads = threads;
        this.onlySmall = onlySmall;
    }

    @Override
    public void run() {
        try {
            for (Optional<Computation> next = jobs.next(onlySmall); next.isPresent(); next = jobs.next(onlySmall)) {
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
        } catch (IOException | RuntimeException | Error fault) { // memory that ran out for one is there for the next
            jobs.update(() -> {
                if (!computation.state().isEnd()) {
                    computation.end(Computation.State.FAILED, FaultWords.of(fault));
                }
            });
        }
    }
}
