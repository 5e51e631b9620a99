package dev.borderline.spark;

import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.UnknownMeasures;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.scenario.SweepFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A sweep on the cluster that {@code spark-submit} names, into a result folder of the driver's machine. */
@Command(
        name = "simulator-spark",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Runs a sweep on Apache Spark and keeps every run.",
        customSynopsis = "spark-submit [SPARK OPTIONS] simulator-spark-submit.jar SWEEP --out DIR",
        description = {
            "Makes the runs that 'borderline sweep' makes, as tasks of Spark, and leaves the same files with the same"
                    + " bytes. Stop it at any moment; the same command goes on where it stopped, and so does 'borderline"
                    + " sweep' on one machine."
        },
        footer = {
            "",
            "Examples:",
            "  spark-submit --master spark://host:7077 simulator-spark-submit.jar \\",
            "    seeds/sweeps/crackdown.yaml --out results/crackdown",
            "  spark-submit --master 'local[2]' simulator-spark-submit.jar mine.yaml \\",
            "    --out results/mine --replications 100",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 bad input, 4 some runs failed."
        })
final class SweepCommand implements Callable<Integer> {
    private final SparkConf conf;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "SWEEP", description = "A sweep file on the driver's machine.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the results, on the driver's machine.")
    private Path folder = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance.")
    private @Nullable Long seed;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "N",
            description = "Runs of each point and arm, each with its own random numbers.")
    private @Nullable Integer replications;

    @Option(names = "--retry-failed", description = "Make runs again that failed.")
    private boolean retryFailed;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no remarks; Spark's own log is set where Spark is.")
    private boolean quiet;

    @Option(names = "--json", description = "Print one JSON object instead of a sentence.")
    private boolean json;

    private SweepCommand(SparkConf conf, PrintStream out, PrintStream err) {
        this.conf = conf;
        this.out = out;
        this.err = err;
    }

    /** The command line for a cluster; {@code execute} answers the exit code. */
    static CommandLine line(SparkConf conf, PrintStream out, PrintStream err) {
        FaultReporter reporter = new FaultReporter(err);
        return new CommandLine(new SweepCommand(conf, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(reporter)
                .setParameterExceptionHandler(reporter)
                .setAbbreviatedOptionsAllowed(false);
    }

    @Override
    public Integer call() throws IOException {
        if (!conf.contains("spark.master")) {
            throw new Refusal("no cluster is named: start this with spark-submit --master ...");
        }
        SweepText text = text();
        Sweep sweep = text.sweep();
        ResultFolder results = new ResultFolder(folder);
        try (Journal store = results.open(sweep, Version.asProgram())) {
            fill(store, text);
            results.write(sweep, Version.asProgram(), store);
            RunStore runs = sweep.experiment().shown(store);
            out.println(new SparkResult(sweep, folder, runs).text(json));
            return runs.failures() == 0 ? ExitCodes.OK : failed(runs.failures());
        }
    }

    private SweepText text() {
        SweepText text = SweepText.ofFile(file);
        SweepFile sweep = text.read();
        UnknownMeasures.refuse(sweep);
        if (!quiet) {
            sweep.warnings().forEach(warning -> note("warning: " + warning));
        }
        SweepText seeded = seed == null ? text : text.withSeed(seed);
        return replications == null ? seeded : repeated(seeded, replications);
    }

    private static SweepText repeated(SweepText text, int number) {
        TaskSpace tasks = text.experiment().tasks();
        if (number < 1 || !TaskSpace.fits(tasks.points(), tasks.arms(), number)) {
            throw new Refusal("--replications is " + number + "; it must be 1 or more, and all runs together at most "
                    + TaskSpace.SIZE_MAX);
        }
        return text.withReplications(number);
    }

    private void fill(Journal store, SweepText text) throws IOException {
        if (!quiet && store.size() > 0) {
            note(folder + " holds " + store.size() + " runs already");
        }
        try (JavaSparkContext context = begun(text)) {
            ProgressNotes progress = new ProgressNotes(this::note);
            Runner runner = Runner.of(text.experiment(), store);
            runner = quiet ? runner : runner.onProgress(progress::show);
            runner = retryFailed ? runner.retryFailed() : runner;
            runner.runElsewhere(new SparkRuns(context, text), SparkRuns.WAVE);
        }
    }

    private JavaSparkContext begun(SweepText text) throws SparkBrokeOff {
        String name = "borderline " + text.read().heading().name();
        try {
            return new JavaSparkContext(conf.clone().setAppName(name));
        } catch (Exception e) { // Scala throws checked ones that it does not declare
            throw new SparkBrokeOff(e);
        }
    }

    private int failed(int count) {
        note(count + (count == 1 ? " run" : " runs") + " failed; 'borderline status " + folder
                + "' says why and how to repeat each; --retry-failed makes them again");
        return ExitCodes.PARTIAL;
    }

    private void note(String remark) {
        err.println("borderline: " + remark);
    }
}
