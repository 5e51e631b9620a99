package dev.borderline.spark;

import dev.borderline.experiment.BatchFunction;
import dev.borderline.experiment.store.RunStore;
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
    public void run(List<Task> wave, RunStore.Visitor records) throws IOException {
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

    /** So many runs or a few more, for all arms of a point to be in one task. They may have a past in common. */
    private int together(int runs) {
        int arms = tasks.arms();
        return arms > RUNS_PER_TASK_MAX ? runs : (runs + arms - 1) / arms * arms;
    }

    private List<int[]> batches(List<Task> wave) {
        int size = wave.size() / (TASKS_PER_CORE * context.defaultParallelism());
        int bounded = together(Math.max(1, Math.min(size, RUNS_PER_TASK_MAX)));
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < wave.size(); from += bounded) {
            List<Task> batch = wave.subList(from, Math.min(from + bounded, wave.size()));
            batches.add(batch.stream().mapToInt(tasks::rank).toArray());
        }
        return batches;
    }
}
