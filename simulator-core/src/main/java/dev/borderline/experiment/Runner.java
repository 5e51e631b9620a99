package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.observe.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the runs that a store lacks. Replications are slowest, so that an interruption leaves a balanced sample; the content of
 * the store depends neither on the number of threads nor on interruptions. A run that fails is recorded, and the sweep goes on.
 * Where the experiment has a stopping rule, it decides how many replications each cell has.
 *
 * <pre>{@code
 * try (RunStore store = Journal.open(folder.resolve("runs.journal"), new JournalHead(experiment.sha256(), "my program 1"), experiment.tasks())) {
 *     Runner.of(experiment, store).threads(2).onProgress(progress -> show(progress)).run();
 * }
 * }</pre>
 *
 * <p>Set up by one thread and run once.
 */
public final class Runner {
    private final RunFunction function;
    private final @Nullable SimulationRuns simulations; // null: the runs are made elsewhere
    private final RunStore store;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Executor executor = Runnable::run;
    private boolean ownThreads = true;
    private Consumer<Progress> listener = progress -> {};
    private Consumer<RunRecord> runListener = run -> {};
    private BooleanSupplier cancelled = () -> false;
    private Function<Task, String> command = Task::toString;
    private boolean retryFailed;
    private Shard shard = Shard.WHOLE;
    private boolean sharing = true;
    private Predicate<Task> part = task -> true;
    private boolean isPart;

    private Runner(RunFunction function, @Nullable SimulationRuns simulations, RunStore store) {
        this.function = function;
        this.simulations = simulations;
        this.store = store;
    }

    /**
     * A runner of an experiment.
     *
     * @throws IllegalArgumentException if the store is made for other tasks
     */
    public static Runner of(Experiment experiment, RunStore store) {
        if (!store.tasks().equals(experiment.tasks())) {
            throw new IllegalArgumentException(
                    "the store has room for " + store.tasks() + ", the experiment has " + experiment.tasks());
        }
        SimulationRuns runs = new SimulationRuns(experiment);
        return new Runner(runs, runs, store).repeatWith(runs::command);
    }

    /** A runner of any function: for runs made elsewhere, or for none at all, as in a test. */
    public static Runner of(RunFunction function, RunStore store) {
        return new Runner(function, null, store);
    }

    private SimulationRuns simulations(String what) {
        if (simulations == null) {
            throw new IllegalStateException(what + " the runs of an experiment; these runs are made elsewhere");
        }
        return simulations;
    }

    /** Runs on this many threads of its own; one per processor unless set. */
    public Runner threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("threads is " + number + "; it must be 1 or more");
        }
        threads = number;
        ownThreads = true;
        return this;
    }

    /** Runs on an executor of the caller's: {@code workers} loops are given to it, each making run after run. */
    public Runner executor(Executor ofCaller, int workers) {
        threads(workers);
        executor = ofCaller;
        ownThreads = false;
        return this;
    }

    /**
     * Lets a probe listen to every run: {@code maker} makes a fresh one for each, on the thread of that run. What it hears of a
     * run that the store has already is nothing.
     */
    public Runner probe(Function<Task, Probe> maker) {
        simulations("probes listen to").listen(maker);
        return this;
    }

    /** Lets no run execute more events than this; one that would is recorded as failed. */
    public Runner eventsPerRun(long most) {
        return eventsOfRun(task -> most);
    }

    /** As {@link #eventsPerRun}, with a limit of its own for each run. */
    public Runner eventsOfRun(ToLongFunction<Task> most) {
        simulations("events are counted in").limitEvents(most);
        return this;
    }

    /**
     * Lets no run take longer than this by the clock. One that would is recorded as failed, and can be retried with more. The
     * limit is no part of any digest, but which runs it stops depends on the machine: set it where a run would never end.
     */
    public Runner timePerRun(Duration most) {
        if (most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("a run may take " + most + "; it must be above 0");
        }
        simulations("time is taken of").limitNanos(most.toNanos());
        return this;
    }

    /** Told after every run, by one thread at a time; an exception of its ends the sweep. */
    public Runner onProgress(Consumer<Progress> told) {
        listener = told;
        return this;
    }

    /** Shown every record once the store has it, before {@link #onProgress} is told; by one thread at a time. */
    public Runner onRun(Consumer<RunRecord> shown) {
        runListener = shown;
        return this;
    }

    /** Asked before every run: once it says true, runs in progress end and are kept, and no other begins. */
    public Runner cancelWhen(BooleanSupplier condition) {
        cancelled = condition;
        return this;
    }

    /** Command that the record of a failed run gives for repeating it. */
    public Runner repeatWith(Function<Task, String> commandOfTask) {
        command = commandOfTask;
        return this;
    }

    /** Makes runs again whose record says that they failed. */
    public Runner retryFailed() {
        retryFailed = true;
        return this;
    }

    /** Makes these runs alone, if the store lacks them; progress is theirs. */
    public Runner only(Predicate<Task> wanted) {
        part = wanted;
        isPart = true;
        return this;
    }

    Runner after(EarlierPasts earlier) {
        simulations("pasts are of").after(earlier);
        return this;
    }

    /** Makes one part of the runs alone; progress is that of the part. */
    public Runner shard(Shard part) {
        shard = part;
        return this;
    }

    /**
     * Saves every run that goes on for longer than {@code every}, in files in a folder. A run that was broken off, by
     * whatever, goes on from there. A folder belongs to one experiment and one build of the program. Runs that probes listen to are not saved, nor are
     * those so small that they share their past.
     */
    public Runner saveRuns(Path folder, Duration every) {
        simulations("saved are").save(new SavedRuns(folder, every, store.tasks()));
        return this;
    }

    /**
     * Makes every run from its start. Otherwise the past that runs of one replication have in common, before their policies part,
     * is simulated once; results are the same.
     */
    public Runner withoutSharing() {
        sharing = false;
        return this;
    }

    /**
     * Makes the runs. Returns when all have ended, or none is begun any more because the work is cancelled, this thread interrupted or
     * the executor shut down: then {@link Progress#isComplete} says no.
     *
     * @throws IOException if the store fails; the runs it has are kept
     */
    public Progress run() throws IOException {
        Workers workers = new Workers(function, store, controls(sharedQueue()));
        if (!ownThreads) {
            return workers.run(executor, threads);
        }
        AtomicInteger names = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, task -> new Thread(task, "borderline-" + names.incrementAndGet()));
        try {
            return workers.run(pool, threads);
        } finally {
            pool.shutdown();
        }
    }

    /**
     * Has the runs made elsewhere, {@code most} of them at a time, instead of on threads here. Returns when all have ended. Asks
     * before every such wave whether it is cancelled. Probes hear nothing.
     *
     * @throws IOException if the store or {@code elsewhere} fails; the runs the store has are kept
     */
    public Progress runElsewhere(BatchFunction elsewhere, int most) throws IOException {
        if (most < 1) {
            throw new IllegalArgumentException("a wave of " + most + " runs; it must be 1 or more");
        }
        return new Waves(elsewhere, store, controls(queue())).run(most);
    }

    private Workers.Controls controls(TaskQueue queue) {
        return new Workers.Controls(listener, runListener, cancelled, command, queue);
    }

    private TaskQueue sharedQueue() throws IOException {
        TaskQueue queue = queue();
        if (simulations != null && !sharing) {
            simulations.after(null);
        }
        SharedPasts pasts = simulations == null || !sharing ? null : simulations.share(this::isLeft);
        return pasts == null ? queue : new SharingQueue(queue, pasts);
    }

    private boolean isLeft(Task task) {
        return isWanted(task) && (!store.contains(task) || (retryFailed && store.failed(task)));
    }

    private boolean isWanted(Task task) {
        return shard.contains(store.tasks(), task) && part.test(task);
    }

    private TaskQueue queue() throws IOException {
        Experiment experiment = simulations == null ? null : simulations.experiment();
        if (experiment == null || experiment.stopping().isEmpty()) {
            return new FixedQueue(store, this::isWanted, retryFailed);
        }
        if (!shard.isWhole() || isPart) {
            throw new IllegalStateException(
                    "a stopping rule needs all runs of a cell: it cannot be followed in a shard");
        }
        return new GrowingQueue(store, Stopping.of(experiment, store, retryFailed), retryFailed);
    }
}
