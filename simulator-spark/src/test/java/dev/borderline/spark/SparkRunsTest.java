package dev.borderline.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.BatchFunction;
import dev.borderline.experiment.Progress;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps on Spark in this process, two tasks at a time, held against the same sweeps on threads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkRunsTest {
    private final JavaSparkContext context = new JavaSparkContext(LocalSpark.conf());

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void stop() {
        context.close();
    }

    private Path onThreads(SweepText text, int threads) throws IOException {
        Path path = folder.resolve(threads + "-threads");
        Folders.fill(path, text, runner -> runner.threads(threads).run());
        return path;
    }

    private Path onSpark(SweepText text, int wave) throws IOException {
        Path path = folder.resolve("spark-" + wave);
        SparkRuns spark = new SparkRuns(context, text);
        Folders.fill(path, text, runner -> runner.runElsewhere(spark, wave));
        return path;
    }

    @Test
    void sweep_onSpark_hasTheBytesOfOneAndTwoThreads() throws IOException {
        SweepText text = SweepText.ofFile(Tiny.sweep(folder, "replications: 12"));

        Path spark = onSpark(text, SparkRuns.WAVE);

        Folders.assertSame(onThreads(text, 1), spark);
        Folders.assertSame(onThreads(text, 2), spark);
        Folders.assertSame(onSpark(text, 7), spark);
        assertThat(spark.resolve("_SUCCESS")).exists();
    }

    @Test
    void sweepOverMembers_onSpark_hasTheBytesOfThreads() throws IOException {
        SweepText text = SweepText.ofFile(Tiny.sweep(folder, "ensemble: prior\nmembers: 3\nreplications: 2\n"));

        Path spark = onSpark(text, SparkRuns.WAVE);

        Folders.assertSame(onThreads(text, 2), spark);
        assertThat(spark.resolve("ensemble.csv")).exists();
        assertThat(Files.readAllLines(spark.resolve("runs.csv"))).hasSize(1 + 4 * 3 * 2);
    }

    @Test
    void sweep_otherSeedAndReplications_areThoseOfTheCommandLine() throws IOException {
        SweepText text = SweepText.ofFile(Tiny.sweep(folder, "replications: 12"))
                .withSeed(8)
                .withReplications(3);

        Path spark = onSpark(text, SparkRuns.WAVE);

        Folders.assertSame(onThreads(text, 2), spark);
        assertThat(Files.readString(spark.resolve("manifest.json"))).contains("\"seed\": 8,", "\"runs_done\": 12,");
    }

    @Test
    void sweep_withPrecision_hasAsManyRunsAsOnThreads() throws IOException {
        SweepText text = SweepText.ofFile(Tiny.sweep(folder, """
                precision: {relative: 0.1, measures: [contact_share], max_replications: 60}
                """));

        Path spark = onSpark(text, SparkRuns.WAVE);

        Folders.assertSame(onThreads(text, 2), spark);
        assertThat(Files.readAllLines(spark.resolve("runs.csv"))).hasSizeGreaterThan(4 * 10);
    }

    @Test
    void sweep_stoppedHalfWay_goesOnWithWhatIsMissing() throws IOException {
        SweepText text = SweepText.ofFile(Tiny.sweep(folder, "replications: 12"));
        ResultFolder stopped = new ResultFolder(folder.resolve("stopped"));
        try (Journal store = stopped.open(text.sweep(), Version.asProgram())) {
            Runner.of(text.experiment(), store)
                    .threads(1)
                    .cancelWhen(() -> store.size() == 19)
                    .run();
        }
        List<Task> sent = new ArrayList<>();
        SparkRuns spark = new SparkRuns(context, text);
        BatchFunction noting = (wave, records) -> {
            sent.addAll(wave);
            spark.run(wave, records);
        };

        Folders.fill(stopped.path(), text, runner -> runner.runElsewhere(noting, 20));

        assertThat(sent).hasSize(48 - 19).doesNotHaveDuplicates();
        Folders.assertSame(onThreads(text, 2), stopped.path());
    }

    /**
     * Flat memory of the driver: Spark settles one task after another, and at the first parcel no other is. If a wave were
     * collected, all of them would be.
     */
    @Test
    void wave_isHandedOverTaskByTask_notCollected() throws IOException {
        SweepText text = SweepText.ofFile(Tiny.sweep(folder, "replications: 12"));
        AtomicInteger settled = new AtomicInteger();
        context.sc().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                settled.incrementAndGet();
            }
        });
        List<Task> wave = new ArrayList<>();
        for (int rank = 0; rank < text.experiment().tasks().size(); rank++) {
            wave.add(text.experiment().tasks().ofRank(rank));
        }
        List<Integer> settledAtRecord = new ArrayList<>();

        new SparkRuns(context, text).run(wave, run -> {
            hearAll();
            settledAtRecord.add(settled.get());
        });

        assertThat(settledAtRecord).hasSize(48).isSorted();
        assertThat(settledAtRecord.get(0)).isEqualTo(1);
        assertThat(settledAtRecord.get(47)).isGreaterThanOrEqualTo(8);
    }

    private void hearAll() {
        try {
            context.sc().listenerBus().waitUntilEmpty(TimeUnit.MINUTES.toMillis(30)); // on a machine however busy
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executors may be machines that never saw the files. */
    @Test
    void sweep_filesGone_isMadeFromTheTextsThatWereRead() throws IOException {
        Path file = Tiny.sweep(folder, "replications: 2");
        SweepText text = SweepText.ofFile(file);
        Path threads = onThreads(text, 1);
        Files.delete(file);
        Files.delete(folder.resolve("tiny.yaml"));

        Folders.assertSame(threads, onSpark(text, SparkRuns.WAVE));
    }

    @Test
    void sweep_runThatFails_isRecordedAsOnThreads() throws IOException {
        SweepText text = SweepText.ofFile(Tiny.failing(folder));
        Shard some = Shard.of(text.experiment().tasks(), Tiny.FAILS, 200); // six points, the failing one among them
        RunStore threads = new MemoryStore(text.experiment().tasks());
        Runner.of(text.experiment(), threads)
                .shard(some)
                .repeatWith(text::repeat)
                .run();
        RunStore spark = new MemoryStore(text.experiment().tasks());

        Progress end = Runner.of(text.experiment(), spark)
                .shard(some)
                .runElsewhere(new SparkRuns(context, text), SparkRuns.WAVE);

        assertThat(end).extracting(Progress::done, Progress::failed).containsExactly(6, 1);
        for (int point = 2; point < 1003; point += 200) {
            Task task = new Task(point, 0, 0);
            assertThat(spark.find(task)).isNotNull().isEqualTo(threads.find(task));
        }
        assertThat(spark.find(Tiny.FAILS)).isInstanceOfSatisfying(FailedRun.class, failed -> {
            assertThat(failed.message()).contains("at most 1");
            assertThat(failed.command()).startsWith("./borderline sweep ").endsWith(" --seed 7 --only 1002/base/0");
        });
    }

    /** A local Spark may hand the very object over; other machines get bytes. */
    @Test
    void text_sentAsBytes_isTheSameExperiment() throws IOException, ClassNotFoundException {
        SweepText text = SweepText.ofFile(Tiny.sweep(folder, "replications: 4")).withSeed(8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new RemoteSweep(text));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            RemoteSweep there = (RemoteSweep) in.readObject();
            int[] ranks = {3, 0, 15};
            assertThat(there.make(ranks)).isEqualTo(new RemoteSweep(text).make(ranks));
        }
    }

    @Test
    void store_thatCannotBeWritten_saysSoInItsOwnWords() throws IOException {
        SweepText text = SweepText.ofFile(Tiny.sweep(folder, "replications: 4"));
        Path path = onThreads(text.withReplications(1), 1);
        try (Journal reading = new ResultFolder(path).read(text.experiment())) {
            SparkRuns spark = new SparkRuns(context, text);
            assertThatThrownBy(() -> Runner.of(text.experiment(), reading).runElsewhere(spark, 5))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("open for reading only");
        }
    }
}
