package dev.borderline.cli.sweep;

import dev.borderline.cli.options.ByOption;
import dev.borderline.cli.options.OneRun;
import dev.borderline.cli.options.PrecisionNote;
import dev.borderline.cli.options.Resume;
import dev.borderline.cli.options.RunsOptions;
import dev.borderline.cli.options.SetOption;
import dev.borderline.cli.options.Warnings;
import dev.borderline.cli.options.Work;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import dev.borderline.cli.text.Version;
import dev.borderline.cli.text.Words;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
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
            "  borderline sweep mine.yaml --point-estimate --precision 5%%",
            "  borderline sweep mine.yaml --shard 2/8",
            "  borderline sweep mine.yaml --only 3/base/7"
        })
public final class SweepCommand implements Callable<Integer> {
    private static final Path RESULTS = Path.of("results");

    private final Console console;

    @Parameters(paramLabel = "SWEEP", description = "A sweep file, such as seeds/sweeps/crackdown.yaml.")
    private Path file = Path.of("");

    @Mixin
    private SetOption changes = new SetOption();

    @Mixin
    private RunsOptions runs = new RunsOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results (default: results/ and the sweep's name).")
    private @Nullable Path out;

    @Mixin
    private ByOption by = new ByOption();

    @Option(
            names = "--independent",
            description = "Give every point and arm random numbers of its own, instead of common ones.")
    private boolean independent;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Make one of N equal parts, in a folder of its own (default: ...-shard-I-of-N); 'merge' puts"
                    + " them together. Arms with a common past stay in one part, unless --no-sharing is given to all.")
    private @Nullable String shard;

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

    public SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SweepPlan plan = SweepPlan.read(file)
                .with(changes, runs)
                .with(runs, independent)
                .overMembers(runs)
                .with(by.granularity());
        if (shard != null && plan.experiment().stopping().isPresent()) {
            throw new Refusal("--shard: a precision needs all runs of a cell; give --replications instead");
        }
        if (!runs.guard().work().quiet()) {
            plan.file().warnings().forEach(warning -> console.note("warning: " + warning));
            Warnings.tell(console, plan.experiment());
        }
        if (only != null) {
            Task task = OneRun.named(plan.experiment(), "--only", only);
            console.out()
                    .println(OneRun.json(plan.experiment(), task, runs.guard().limits()));
            return ExitCodes.OK;
        }
        List<String> command = runs.command(question(), by.words(), independent);
        ResultFolder folder = new ResultFolder(out == null ? usualFolder(plan) : out);
        Shard part = runs.guard().work().sharing() ? shard().keepingPasts(plan.experiment()) : shard();
        return inFolder(plan, folder.asBegun(plan.sweep(part, command)), folder);
    }

    private List<String> question() {
        List<String> words = new ArrayList<>(List.of("sweep", file.toString()));
        words.addAll(changes.words());
        return words;
    }

    private Shard shard() {
        try {
            return shard == null ? Shard.WHOLE : Shard.parse(shard);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--shard " + e.getMessage());
        }
    }

    private Path usualFolder(SweepPlan plan) {
        Shard part = shard();
        String suffix = part.isWhole() ? "" : "-shard-" + part.index() + "-of-" + part.count();
        return RESULTS.resolve(plan.heading().name() + suffix);
    }

    private int inFolder(SweepPlan plan, Sweep sweep, ResultFolder folder) throws IOException {
        runs.guard().refuseEndless(sweep, folder);
        String resume = out == null ? Resume.command(sweep) : Resume.command(sweep, folder.path());
        Work work = new Work(console, runs.guard(), Work.goesOn(resume), task -> repeat(plan.experiment(), task));
        try (Journal store = folder.open(sweep, Version.asProgram())) {
            announce(sweep, store, folder);
            if (!work.fill(store, sweep, folder, retryFailed)) {
                return ExitCodes.PARTIAL;
            }
            folder.write(sweep, Version.asProgram(), store);
            RunStore shown = sweep.experiment().shown(store);
            if (json) {
                SweepJson.print(console.out(), sweep, folder.path(), shown);
            } else if (sweep.shard().isWhole()) {
                new SweepReport(console, plan, folder.path()).print(shown);
            } else {
                console.out().println(shardDone(sweep, shown, folder));
            }
            PrecisionNote.tell(console, sweep.experiment(), shown);
            return outcome(shown, folder);
        }
    }

    private String repeat(Experiment experiment, Task task) {
        List<String> one = new ArrayList<>(independent ? List.of("--independent") : List.of());
        one.addAll(List.of("--only", OneRun.name(experiment, task)));
        return runs.repeat(question(), experiment, experiment.seed(), one);
    }

    private void announce(Sweep sweep, Journal store, ResultFolder folder) {
        if (runs.guard().work().quiet()) {
            return;
        }
        boolean complete = store.size() >= sweep.shard().size(store.tasks());
        if (store.tornBytes() > 0 && !complete) {
            console.note("the last run in " + folder.path() + " was cut short; it is made again");
        }
        if (store.damagedBytes() > 0 && !complete) {
            console.note(store.damagedBytes() + " bytes of runs in " + folder.path()
                    + " are damaged; those runs are made again");
        }
        if (store.size() > 0) {
            boolean fixed = sweep.experiment().stopping().isEmpty();
            String all = fixed ? " of " + sweep.shard().size(store.tasks()) : "";
            console.note(folder.path() + " holds " + store.size() + all + " runs already");
        }
    }

    private static String shardDone(Sweep sweep, RunStore store, ResultFolder folder) {
        return "shard " + sweep.shard() + " of " + sweep.heading().name() + ": "
                + Words.counted(store.size(), "run") + " in " + folder.path()
                + "; once all shards are done, 'borderline merge' puts them together";
    }

    private int outcome(RunStore store, ResultFolder folder) {
        if (store.failures() == 0) {
            return ExitCodes.OK;
        }
        console.note(failures(store.failures(), folder.path()));
        return ExitCodes.PARTIAL;
    }

    /** Message about failed runs. */
    static String failures(int count, Path folder) {
        return count + (count == 1 ? " run" : " runs") + " failed; 'borderline status "
                + Shell.line(List.of(folder.toString()))
                + "' says why and how to repeat each; --retry-failed makes them again";
    }
}
