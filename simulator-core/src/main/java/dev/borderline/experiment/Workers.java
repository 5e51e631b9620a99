package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands tasks out to workers one at a time, in run order, and their records to the store. Nothing waits in a queue: memory does
 * not grow with the number of tasks. Used once.
 */
final class Workers {
    /** Callbacks by which a caller watches and decides; see {@link Runner}. */
    record Controls(
            Consumer<Progress> listener,
            Consumer<RunRecord> runListener,
            BooleanSupplier cancelled,
            Function<Task, String> command,
            TaskQueue queue) {}

    private static final long LOOK_MILLISECONDS = 200; // between looks whether an executor is shut down

    private final Attempt attempt;
    private final RunStore store;
    private final Controls controls;
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private volatile boolean stopping;
    private BooleanSupplier shut = () -> false; // set before the loops begin
    private final TaskQueue queue; // guarded by this, as the next two
    private final RunTally tally;
    private int underWay;

    Workers(RunFunction function, RunStore store, Controls controls) {
        attempt = new Attempt(function, controls.command());
        this.store = store;
        this.controls = controls;
        queue = controls.queue();
        tally = new RunTally(queue);
        queue.onReady(this::wakeAll);
    }

    /** Runs {@code workers} loops on the executor until no task is left, and waits for them. */
    Progress run(Executor executor, int workers) throws IOException {
        shut = () -> isShut(executor);
        CountDownLatch working = new CountDownLatch(workers);
        for (int worker = 0; worker < workers; worker++) {
            try {
                executor.execute(() -> work(working));
            } catch (RejectedExecutionException e) {
                if (worker == 0 || !isShut(executor)) { // an earlier loop may have shut it down
                    fault.compareAndSet(null, e);
                }
                working.countDown();
            }
        }
        await(working, executor);
        store.flush();
        rethrow(fault.get());
        return progress();
    }

    /**
     * Waits for all. An interrupt, or an executor that is shut down, lets runs in progress end and begins no other. Of an
     * executor that has ended nobody is waited for: loops it never began will not begin.
     */
    private void await(CountDownLatch working, Executor executor) {
        boolean interrupted = false;
        while (true) {
            try {
                if (working.await(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS) || hasEnded(executor)) {
                    break;
                }
                if (isShut(executor)) {
                    stop();
                }
            } catch (InterruptedException e) {
                interrupted = true;
                stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        stopping = true;
        wakeAll();
    }

    private static boolean isShut(Executor executor) {
        return executor instanceof ExecutorService service && service.isShutdown();
    }

    private static boolean hasEnded(Executor executor) {
        return executor instanceof ExecutorService service && service.isTerminated();
    }

    private void work(CountDownLatch working) {
        try {
            for (Task task = next(); task != null; task = next()) {
                RunRecord run = attempt.of(task);
                boolean failedBefore = store.failed(task);
                store.append(run);
                report(run, failedBefore);
            }
        } catch (Throwable e) {
            fault.compareAndSet(null, e);
            wakeAll();
        } finally {
            working.countDown();
        }
    }

    private synchronized void wakeAll() {
        notifyAll();
    }

    /** The next task. Waits where only the end of others can tell whether there is one; null once there is none. */
    private synchronized @Nullable Task next() throws InterruptedException {
        while (!stopping
                && fault.get() == null
                && !shut.getAsBoolean()
                && !controls.cancelled().getAsBoolean()) {
            Task task = queue.next();
            if (task != null) {
                underWay++;
                return task;
            }
            if (underWay == 0 || !queue.mayGrow()) {
                return null;
            }
            wait();
        }
        return null;
    }

    private synchronized void report(RunRecord run, boolean failedBefore) {
        underWay--;
        tally.add(run, failedBefore);
        notifyAll();
        controls.runListener().accept(run);
        controls.listener().accept(tally.progress());
    }

    private synchronized Progress progress() {
        return tally.progress();
    }

    private static void rethrow(@Nullable Throwable fault) throws IOException {
        if (fault instanceof IOException e) {
            throw e;
        }
        if (fault instanceof RuntimeException e) {
            throw e;
        }
        if (fault instanceof Error e) {
            throw e;
        }
    }
}
