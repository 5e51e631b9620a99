package dev.borderline.cli;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.RunStore;
import dev.borderline.experiment.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Many settings of one scenario, some replications each: a result folder and tables. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Runs a scenario at many settings and keeps every run.",
        description = {
            "Runs what a sweep file describes, keeps every run in a folder, and prints how the outcomes change. Stop it"
                    + " at any moment; the same command goes on where it stopped, and more --replications add to what is"
                    + " there. Results do not depend on threads or interruptions."
        },
        footer = {
            "",
            "Examples:",
            "  borderline sweep seeds/sweeps/crackdown.yaml",
            "  borderline sweep seeds/sweeps/crackdown.yaml --replications 30 --threads 4",
            "  borderline sweep mine.yaml --out results/mine --quiet",
            "  borderline sweep mine.yaml --only 3/base/7"
        })
final class SweepCommand implements Callable<Integer> {
    private static final Path RESULTS = Path.of("results");

    private final Console console;

    @Parameters(paramLabel = "SWEEP", description = "A sweep file, such as seeds/sweeps/crackdown.yaml.")
    private Path file = Path.of("");

    @Mixin
    private ChanceOptions chance = new ChanceOptions();

    @Mixin
    private SetOption changes = new SetOption();

    @Mixin
    private WorkOptions options = new WorkOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results (default: results/ and the sweep's name).")
    private @Nullable Path out;

    @Option(
            names = "--only",
            paramLabel = "RUN",
            description =
                    "Make one run alone, POINT/ARM/REPLICATION as in runs.csv, print it as JSON and keep nothing.")
    private @Nullable String only;

    @Option(names = "--retry-failed", description = "Make runs again that failed.")
    private boolean retryFailed;

    @Option(names = "--json", description = "Print one JSON object instead of the tables.")
    private boolean json;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SweepPlan plan = SweepPlan.read(file).with(changes, chance);
        if (only != null) {
            console.out().println(OneRun.json(plan.experiment(), OneRun.named(plan.experiment(), only)));
            return ExitCodes.OK;
        }
        return inFolder(
                plan,
                new ResultFolder(out == null ? RESULTS.resolve(plan.heading().name()) : out));
    }

    private int inFolder(SweepPlan plan, ResultFolder folder) throws IOException {
        Experiment experiment = plan.experiment();
        Work work = new Work(console, options, Work.GOES_ON, task -> repeat(experiment, task));
        try (RunStore store = folder.open(experiment)) {
            announce(plan, store, folder);
            if (!work.fill(store, experiment, retryFailed)) {
                return ExitCodes.PARTIAL;
            }
            folder.write(experiment, store);
            if (json) {
                console.out().println(SweepJson.of(plan, folder.path(), store));
            } else {
                new SweepReport(console, plan, folder.path()).print(store);
            }
            return outcome(store, folder);
        }
    }

    private String repeat(Experiment experiment, Task task) {
        List<String> words = new ArrayList<>(List.of("./borderline", "sweep", file.toString()));
        words.addAll(changes.words());
        words.addAll(List.of("--seed", Long.toString(experiment.seed())));
        words.addAll(List.of("--only", OneRun.name(experiment, task)));
        return Shell.line(words);
    }

    private void announce(SweepPlan plan, RunStore store, ResultFolder folder) {
        if (!options.quiet() && store.size() > 0) {
            console.note(folder.path() + " holds " + store.size() + " of "
                    + plan.experiment().tasks().size() + " runs already");
        }
    }

    private int outcome(RunStore store, ResultFolder folder) {
        if (store.failures() == 0) {
            return ExitCodes.OK;
        }
        console.note(store.failures() + " runs failed; " + folder.path().resolve("failures.csv")
                + " says why, and how to repeat each; --retry-failed makes them again");
        return ExitCodes.PARTIAL;
    }
}
