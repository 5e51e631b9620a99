package dev.borderline.experiment;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.observe.Probe;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import dev.borderline.simulation.Simulation.RunLimits;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of an experiment. The simulation of a cell, or of a member of it, is made for its first run and dropped after its
 * last. Because replications are slowest every cell comes round as often as any other, so the first {@value #KEPT_MAX} are kept and the rest
 * made anew each time: no other choice of that many would be asked for more often. Thread-safe.
 */
final class SimulationRuns implements RunFunction {
    private static final int KEPT_MAX = 256;

    private final Experiment experiment;
    private final List<Function<Task, Probe>> probes = new CopyOnWriteArrayList<>();
    private final TaskSpace tasks;
    private final Simulation base;
    private final Map<Long, Simulation> kept = new ConcurrentHashMap<>();
    private volatile @Nullable RunSchema layout;
    private volatile @Nullable SavedRuns savedRuns; // null: runs are not saved
    private volatile @Nullable EarlierPasts earlier; // null: nothing is known of runs before
    private volatile @Nullable SharedPasts pasts; // null: each run is made alone
    private volatile ToLongFunction<Task> eventsOfRun = task -> Long.MAX_VALUE;
    private volatile long nanosPerRun = Long.MAX_VALUE;

    SimulationRuns(Experiment experiment) {
        this.experiment = experiment;
        tasks = experiment.tasks();
        base = Simulation.of(experiment.base());
    }

    @Override
    public RunRecord run(Task task) {
        return run(task, pasts);
    }

    /** These runs alone, made by one thread, of which some have a past in common. */
    RunFunction sharing(List<Task> some) {
        SharedPasts shared = new SharedPasts(experiment, base, new TreeSet<>(some)::contains);
        return task -> run(task, shared);
    }

    private RunRecord run(Task task, @Nullable SharedPasts shared) {
        RunResult result = shared == null ? alone(task) : shared.run(task, limits(task));
        FinishedRun run = FinishedRun.of(task, result, layout);
        layout = run.layout();
        if (task.replication() % experiment.replicationsOfScenario() == experiment.replicationsOfScenario() - 1) {
            kept.remove(place(task));
        }
        return run;
    }

    /** A listener cannot go on with its run in another process, so runs with listeners are not saved. */
    private RunResult alone(Task task) {
        EarlierPasts before = earlier;
        if (before != null && probes.isEmpty()) {
            return before.run(simulation(task), experiment.key(task), limits(task));
        }
        SavedRuns saves = savedRuns;
        return saves == null || !probes.isEmpty()
                ? simulation(task).run(experiment.key(task), limits(task), probes(task))
                : saves.run(task, simulation(task), experiment.key(task), limits(task));
    }

    /** Saves runs that take long, and goes on with those that were saved. */
    void save(SavedRuns saves) {
        savedRuns = saves;
    }

    /** Lets runs go on from earlier ones; null: each is made from its start. */
    void after(@Nullable EarlierPasts before) {
        earlier = before;
    }

    Experiment experiment() {
        return experiment;
    }

    /**
     * Lets the runs that are left share the past they have in common. Runs that have none, or that somebody listens to, do
     * not.
     *
     * @return the pasts, or null if each run is made alone
     */
    @Nullable
    SharedPasts share(Predicate<Task> isLeft) {
        pasts = probes.isEmpty() && SharedPasts.arePossible(experiment)
                ? new SharedPasts(experiment, base, isLeft)
                : null;
        return pasts;
    }

    /** Sets how many events each run may execute. */
    void limitEvents(ToLongFunction<Task> events) {
        eventsOfRun = events;
    }

    /** Sets how long a run may take. */
    void limitNanos(long nanos) {
        nanosPerRun = nanos;
    }

    /** Limits of a run that begins now. */
    private RunLimits limits(Task task) {
        long start = System.nanoTime();
        long most = nanosPerRun;
        return new RunLimits(eventsOfRun.applyAsLong(task), () -> System.nanoTime() - start > most);
    }

    /** Lets probes listen to runs, a fresh one for each. */
    void listen(Function<Task, Probe> maker) {
        probes.add(maker);
    }

    private Probe[] probes(Task task) {
        return probes.stream().map(maker -> maker.apply(task)).toArray(Probe[]::new);
    }

    private Simulation simulation(Task task) {
        long place = place(task);
        if (kept.size() >= KEPT_MAX && !kept.containsKey(place)) {
            return made(task);
        }
        return kept.computeIfAbsent(place, absent -> made(task));
    }

    /** Number of a cell and a member of it, by member. */
    private long place(Task task) {
        long member = task.replication() / experiment.replicationsOfScenario();
        return member * tasks.cells() + tasks.cell(task);
    }

    private Simulation made(Task task) {
        return experiment.simulation(task, base::sibling);
    }

    /** The statement that repeats a task's run in an embedding program. */
    String command(Task task) {
        String which = experiment.members().isEmpty()
                ? task.point() + ", " + task.arm()
                : "new Task(" + task.point() + ", " + task.arm() + ", " + task.replication() + ")";
        return "experiment.simulation(" + which + ").run(new RunKey("
                + experiment.key(task).seed() + "L, " + task.replication() + "))";
    }
}
