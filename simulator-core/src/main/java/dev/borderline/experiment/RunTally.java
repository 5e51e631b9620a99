package dev.borderline.experiment;

import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.RunRecord;
import java.util.concurrent.TimeUnit;

/** Counts of a sweep's runs so far. Guarded by its owner. */
final class RunTally {
    private final TaskQueue queue;
    private final long startNanos = System.nanoTime();
    private int done;
    private int failed;
    private int ended;
    private double worked;

    RunTally(TaskQueue queue) {
        this.queue = queue;
        done = queue.doneBefore();
        failed = queue.failedBefore();
    }

    /** Counts a run that has ended; {@code failedBefore} says whether the store had a failed one in its place. */
    void add(RunRecord run, boolean failedBefore) {
        ended++;
        done++;
        worked += queue.work(run.task());
        failed += (run instanceof FailedRun ? 1 : 0) - (failedBefore ? 1 : 0);
        queue.ended(run);
    }

    Progress progress() {
        double seconds = (double) (System.nanoTime() - startNanos) / TimeUnit.SECONDS.toNanos(1);
        double rate = ended == 0 ? 0 : ended / Math.max(seconds, Double.MIN_NORMAL);
        double left = (queue.total() - queue.doneBefore()) * queue.meanWork() - worked;
        double secondsLeft = worked == 0 ? Double.NaN : Math.max(0, left) * seconds / worked;
        return new Progress(done, queue.total(), failed, rate, secondsLeft);
    }
}
