package dev.borderline.spark;

import dev.borderline.experiment.BatchFunction;
import dev.borderline.experiment.store.RunVisitor;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag$;

/**
 * Makes the runs of a sweep as tasks of Spark. A wave of runs is one job; a task of it makes some runs and sends them back as one
 * parcel, which is handed over as soon as it is there, so the driver never holds more than the parcels just arriving.
 *
 * <pre>{@code
 * SweepText text = SweepText.ofFile(Path.of("sweep.yaml"));
 * try (Journal store = folder.open(text.sweep(), program)) {
 *     Runner.of(text.experiment(), store).runElsewhere(new SparkRuns(context, text), SparkRuns.WAVE);
 *     folder.write(text.sweep(), program, store);
 * }
 * }</pre>
 */
public final class SparkRuns implements BatchFunction {
    /**
     * Runs that make a good wave. A job waits for its last task, and Spark refuses a job whose results take more than {@code
     * spark.driver.maxResultSize}, a gigabyte unless set.
     */
    public static final int WAVE = 10_000;

    /** A task costs Spark about ten milliseconds, a run at least that. What dies with an executor is what its tasks have not sent. */
    private static final int RUNS_PER_TASK_MAX = 16;

    /** So that no core waits long for the last. */
    private static final int TASKS_PER_CORE = 4;

    private final JavaSparkContext context;
    private final TaskSpace tasks;
    private final RemoteSweep sweep;
    private @Nullable Broadcast<RemoteSweep> sent; // null: not yet

    /** Makes runs of a sweep in a context of the caller's. */
    public SparkRuns(JavaSparkContext context, SweepText text) {
        this.context = context;
        tasks = text.experiment().tasks();
        sweep = new RemoteSweep(text);
    }

    @Override
    public void run(List<Task> wave, RunVisitor records) throws IOException {
        TakeParcel taking = new TakeParcel(records);
        try {
            List<int[]> batches = batches(wave);
            JavaRDD<int[]> job = context.parallelize(batches, batches.size());
            context.sc().runJob(job.rdd(), new MakeParcel(sent()), taking, ClassTag$.MODULE$.apply(byte[].class));
        } catch (Exception e) { // Scala throws checked ones that it does not declare
            taking.rethrow();
            throw new SparkBrokeOff(e);
        }
    }

    /** The sweep at the executors: sent with the first job, kept for the others. */
    private Broadcast<RemoteSweep> sent() {
        Broadcast<RemoteSweep> known = sent;
        if (known == null) {
            known = context.broadcast(sweep);
            sent = known;
        }
        return known;
    }

    private List<int[]> batches(List<Task> wave) {
        int size = wave.size() / (TASKS_PER_CORE * context.defaultParallelism());
        return batches(wave, tasks, Math.max(1, Math.min(size, RUNS_PER_TASK_MAX)));
    }

    /**
     * Ranks of so many runs each, or a few more, for all arms of a point and replication that the wave has to be in one: they
     * may have a past in common. Where a point has more than {@value #RUNS_PER_TASK_MAX} arms they are parted.
     */
    static List<int[]> batches(List<Task> wave, TaskSpace tasks, int size) {
        boolean together = tasks.arms() <= RUNS_PER_TASK_MAX;
        List<int[]> batches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= wave.size(); to++) {
            boolean isFull = to - from >= size;
            if (to == wave.size() || (isFull && !(together && isOfOnePoint(wave.get(to - 1), wave.get(to))))) {
                batches.add(
                        wave.subList(from, to).stream().mapToInt(tasks::rank).toArray());
                from = to;
            }
        }
        return batches;
    }

    private static boolean isOfOnePoint(Task one, Task other) {
        return one.point() == other.point() && one.replication() == other.replication();
    }
}
