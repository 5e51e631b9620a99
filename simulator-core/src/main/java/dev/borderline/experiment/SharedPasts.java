package dev.borderline.experiment;

import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.model.Population;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.RunSnapshot;
import dev.borderline.simulation.Simulation;
import dev.borderline.simulation.Simulation.RunLimits;
import dev.borderline.yaml.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The past that runs of one replication have in common, simulated once. Of the cells of a block, {@value #BLOCK} or all arms of a
 * point, the first run stops where another parts from it, and leaves a snapshot there for those to go on from. Results are those of
 * runs made alone, bit by bit.
 *
 * <p>Snapshots take at most an eighth of the memory the program may use; beyond that, and for populations above {@value
 * #HOUSEHOLDS_MAX} households, runs are made alone. Thread-safe.
 */
final class SharedPasts {
    private static final int BLOCK = 64;
    private static final int HOUSEHOLDS_MAX = 250_000;
    private static final int GROUPS_MAX = 64;
    static final int MEMORY_SHARE = 8;

    private final Experiment experiment;
    private final Simulation base;
    private final Predicate<Task> isLeft;
    private final TaskSpace tasks;
    private final int block; // cells
    private final Map<Long, PastGroup> groups = new LinkedHashMap<>(); // looked up, and gone through in order of making
    private final Map<Task, PastGroup.Plan> plans = new LinkedHashMap<>();
    private final Map<Task, Double> worked = new LinkedHashMap<>(); // of runs that have ended and were not asked for
    private Runnable wake = () -> {};

    /** The shared pasts of the runs of an experiment that are left to be made. */
    SharedPasts(Experiment experiment, Simulation base, Predicate<Task> isLeft) {
        this.experiment = experiment;
        this.base = base;
        this.isLeft = isLeft;
        tasks = experiment.tasks();
        block = tasks.arms() * Math.max(1, BLOCK / tasks.arms());
    }

    /** True if runs of an experiment can have anything in common: judged by its first block. */
    static boolean arePossible(Experiment experiment) {
        return mayBeShared(experiment) && first(experiment).isShared();
    }

    /** True if arms of a point can have anything in common: judged by the first point. */
    static boolean haveArms(Experiment experiment) {
        return mayBeShared(experiment)
                && new CommonPast(experiment.tasks().arms(), arm -> experiment.simulation(0, arm)).isShared();
    }

    private static boolean mayBeShared(Experiment experiment) {
        return experiment.randomNumbers() == RandomNumbers.SHARED
                && experiment.tasks().cells() > 1
                && isSmall(experiment);
    }

    /** True if snapshots of its runs can be held in memory. */
    static boolean isSmall(Experiment experiment) {
        return experiment.base().parameters("population", Population.class).households() <= HOUSEHOLDS_MAX;
    }

    /**
     * Mean work of a run of a part of an experiment whose runs share their past. A run made from its start is 1. Judged by the first
     * block and so many replications.
     */
    static double meanWork(Experiment experiment, Predicate<Task> part, int replications) {
        return arePossible(experiment) ? all(experiment).meanWork(part, replications) : 1;
    }

    private static CommonPast first(Experiment experiment) {
        return all(experiment).past(0, 0);
    }

    private static SharedPasts all(Experiment experiment) {
        return new SharedPasts(experiment, Simulation.of(experiment.base()), task -> true);
    }

    private double meanWork(Predicate<Task> part, int replications) {
        CommonPast past = past(0, 0);
        double work = 0;
        int runs = 0;
        for (int replication = 0; replication < replications; replication++) {
            List<Integer> cells = new ArrayList<>();
            for (int cell = 0; cell < past.cells(); cell++) {
                if (part.test(task(cell, replication))) {
                    cells.add(cell);
                }
            }
            work += past.work(cells);
            runs += cells.size();
        }
        return runs == 0 ? 1 : work / runs;
    }

    /** As {@link #meanWork(Experiment, Predicate, int)}, of the runs that are left. */
    double meanWork() {
        CommonPast past = all(experiment).past(0, 0);
        double work = 0;
        int runs = 0;
        for (int replication = 0; replication < tasks.replications(); replication++) {
            for (int ofBlock = 0; ofBlock * block < tasks.cells(); ofBlock++) {
                List<Integer> cells = cellsLeft(ofBlock, replication);
                work += past.work(cells);
                runs += cells.size();
            }
        }
        return runs == 0 ? 1 : work / runs;
    }

    /** Work that the run of a task took, once it has ended. Told once. */
    synchronized double work(Task task) {
        Double took = worked.remove(task);
        return took == null ? 1 : took;
    }

    /** Sets who is told when a run that had to wait may begin. */
    synchronized void onReady(Runnable told) {
        wake = told;
    }

    /** Only cells with runs that are left are made ready. */
    private CommonPast past(int ofBlock, int replication) {
        int first = ofBlock * block;
        return new CommonPast(Math.min(block, tasks.cells() - first), cell -> {
            Task task = task(first + cell, replication);
            return isLeft.test(task) ? experiment.simulation(task, base::sibling) : null;
        });
    }

    private Task task(int cell, int replication) {
        return new Task(cell / tasks.arms(), cell % tasks.arms(), replication);
    }

    private int cellInBlock(Task task) {
        return tasks.cell(task) % block;
    }

    private PastGroup group(Task task) {
        int ofBlock = tasks.cell(task) / block;
        long key = (long) task.replication() * (tasks.cells() / block + 1) + ofBlock;
        PastGroup known = groups.get(key);
        if (known == null) {
            known = new PastGroup(past(ofBlock, task.replication()), cellsLeft(ofBlock, task.replication()));
            groups.put(key, known);
            forget();
        }
        return known;
    }

    private List<Integer> cellsLeft(int ofBlock, int replication) {
        List<Integer> left = new ArrayList<>();
        int first = ofBlock * block;
        for (int cell = first; cell < Math.min(first + block, tasks.cells()); cell++) {
            if (isLeft.test(task(cell, replication))) {
                left.add(cell - first);
            }
        }
        return left;
    }

    /** Drops groups that are over, and the oldest where a stopping rule leaves many unfinished. */
    private void forget() {
        groups.values().removeIf(PastGroup::isOver);
        Iterator<PastGroup> oldest = groups.values().iterator();
        for (int surplus = groups.size() - GROUPS_MAX; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    /** True if a task had better wait, because a run under way is about to simulate its past. */
    synchronized boolean isToWait(Task task) {
        return group(task).isToWait(cellInBlock(task));
    }

    /** Begins a task's run, to be made by {@link #run}. */
    synchronized void begin(Task task) {
        plans.put(task, group(task).begin(cellInBlock(task)));
    }

    /**
     * Makes a task's run.
     *
     * @throws InvalidInput if its scenario is refused
     */
    RunResult run(Task task, RunLimits limits) {
        PastGroup group;
        PastGroup.Plan plan;
        synchronized (this) {
            group = group(task);
            if (!plans.containsKey(task)) {
                begin(task);
            }
            plan = Objects.requireNonNull(plans.remove(task));
        }
        try {
            return run(task, limits, new Way(group, plan));
        } finally {
            synchronized (this) {
                group.end(plan.cell());
                worked.put(task, group.past().rest(plan.cell(), plan.day()));
                groups.values().removeIf(PastGroup::isOver);
            }
            wake();
        }
    }

    private record Way(PastGroup group, PastGroup.Plan plan) {}

    private RunResult run(Task task, RunLimits limits, Way way) {
        Simulation known = way.group().past().simulation(way.plan().cell());
        Simulation simulation = known != null ? known : experiment.simulation(task, base::sibling);
        RunSnapshot from = way.plan().from();
        RunInProgress run =
                from == null ? simulation.start(experiment.key(task), limits) : from.resume(simulation, limits);
        LocalDate start = simulation.period().start();
        for (int day : way.plan().stops()) {
            run.runUntil(start.plusDays(day));
            RunSnapshot snapshot = snapshot(run);
            synchronized (this) {
                way.group().passed(way.plan().cell(), day, snapshot);
            }
            wake();
        }
        return run.finish();
    }

    private void wake() {
        Runnable told;
        synchronized (this) {
            told = wake;
        }
        told.run();
    }

    /** Nothing where the memory is used up, or somebody in the run remembers what nobody knows of. */
    private @Nullable RunSnapshot snapshot(RunInProgress run) {
        synchronized (this) {
            long held = groups.values().stream().mapToLong(PastGroup::bytes).sum();
            if (held > Runtime.getRuntime().maxMemory() / MEMORY_SHARE) {
                return null;
            }
        }
        try {
            return run.snapshot();
        } catch (IllegalStateException notDeclared) {
            return null;
        }
    }
}
