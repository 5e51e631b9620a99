package dev.borderline.experiment;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Layout;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.observe.Probe;
import dev.borderline.simulation.RunLimits;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
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
    private volatile @Nullable Layout layout;
    private volatile ToLongFunction<Task> eventsOfRun = task -> Long.MAX_VALUE;
    private volatile long nanosPerRun = Long.MAX_VALUE;

    SimulationRuns(Experiment experiment) {
        this.experiment = experiment;
        tasks = experiment.tasks();
        base = Simulation.of(experiment.base());
    }

    @Override
    public RunRecord run(Task task) {
        RunResult result = simulation(task).run(experiment.key(task), limits(task), probes(task));
        FinishedRun run = FinishedRun.of(task, result, layout);
        layout = run.layout();
        if (task.replication() % experiment.replicationsOfScenario() == experiment.replicationsOfScenario() - 1) {
            kept.remove(place(task));
        }
        return run;
    }

    Experiment experiment() {
        return experiment;
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
