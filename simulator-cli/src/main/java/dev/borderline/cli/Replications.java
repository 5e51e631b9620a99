package dev.borderline.cli;

import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Replications of one scenario, run side by side. */
record Replications(Simulation simulation, long seed, int count) {
    RunSummary on(int threads, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
        try {
            List<Future<RunResult>> pending = new ArrayList<>();
            for (int replication = 0; replication < count; replication++) {
                RunKey key = new RunKey(seed, replication);
                pending.add(pool.submit(() -> {
                    RunResult result = simulation.run(key);
                    progress.step();
                    return result;
                }));
            }
            List<RunResult> results = new ArrayList<>();
            for (Future<RunResult> one : pending) {
                results.add(one.get());
            }
            return RunSummary.of(seed, results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
