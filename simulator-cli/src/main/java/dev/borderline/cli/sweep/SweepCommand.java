package dev.borderline.cli.sweep;

import dev.borderline.cli.options.ByOption;
import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.options.EnsembleOptions;
import dev.borderline.cli.options.GuardOptions;
import dev.borderline.cli.options.OneRun;
import dev.borderline.cli.options.PrecisionNote;
import dev.borderline.cli.options.PrecisionOption;
import dev.borderline.cli.options.Resume;
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
    private ChanceOptions chance = new ChanceOptions();

    @Mixin
    private SetOption changes = new SetOption();

    @Mixin
    private GuardOptions options = new GuardOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results (default: results/ and the sweep's name).")
    private @Nullable Path out;

    @Mixin
    private PrecisionOption precision = new PrecisionOption();

    @Mixin
    private ByOption by = new ByOption();

    @Mixin
    private EnsembleOptions ensemble = new EnsembleOptions();

    @Option(
            names = "--independent",
            description = "Give every point and arm random numbers of its own, instead of common ones.")
    private boolean independent;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Make one of N equal parts, in a folder of its own (default: ...-shard-I-of-N); 'merge' puts"
                    + " them together.")
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
                .with(changes, ensemble, chance)
                .with(chance, precision, independent)
                .with(ensemble, chance, precision)
                .with(by.granularity());
        if (shard != null && plan.experiment().stopping().isPresent()) {
            throw new Refusal("--shard: a precision needs all runs of a cell; give --replications instead");
        }
        if (!options.work().quiet()) {
            plan.file().warnings().forEach(warning -> console.note("warning: " + warning));
            Warnings.tell(console, plan.experiment());
        }
        if (only != null) {
            Task task = OneRun.named(plan.experiment(), "--only", only);
            console.out().println(OneRun.json(plan.experiment(), task, options.limits()));
            return ExitCodes.OK;
        }
        List<String> command = new ArrayList<>(List.of(Shell.program(), "sweep", file.toString()));
        command.addAll(changes.words());
        command.addAll(chance.words());
        command.addAll(precision.words());
        command.addAll(by.words());
        command.addAll(ensemble.words());
        command.addAll(independent ? List.of("--independent") : List.of());
        command.addAll(options.words());
        return inFolder(plan, plan.sweep(shard(), command), new ResultFolder(out == null ? usualFolder(plan) : out));
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
        options.refuseEndless(sweep, folder);
        String resume = out == null ? Resume.command(sweep) : Resume.command(sweep, folder.path());
        Work work = new Work(console, options, Work.goesOn(resume), task -> repeat(plan.experiment(), task));
        try (Journal store = folder.open(sweep, Version.asProgram())) {
            announce(sweep, store, folder);
            if (!work.fill(store, sweep, folder, retryFailed)) {
                return ExitCodes.PARTIAL;
            }
            folder.write(sweep, Version.asProgram(), store);
            RunStore runs = sweep.experiment().shown(store);
            if (json) {
                SweepJson.print(console.out(), sweep, folder.path(), runs);
            } else if (sweep.shard().isWhole()) {
                new SweepReport(console, plan, folder.path()).print(runs);
            } else {
                console.out().println(shardDone(sweep, runs, folder));
            }
            PrecisionNote.tell(console, sweep.experiment(), runs);
            return outcome(runs, folder);
        }
    }

    private String repeat(Experiment experiment, Task task) {
        List<String> words = new ArrayList<>(List.of(Shell.program(), "sweep", file.toString()));
        words.addAll(changes.words());
        words.addAll(ensemble.words());
        words.addAll(experiment.members().isPresent() ? chance.replicationWords() : List.of());
        words.addAll(List.of("--seed", Long.toString(experiment.seed())));
        words.addAll(independent ? List.of("--independent") : List.of());
        words.addAll(List.of("--only", OneRun.name(experiment, task)));
        words.addAll(options.limitWords());
        return Shell.line(words);
    }

    private void announce(Sweep sweep, Journal store, ResultFolder folder) {
        if (options.work().quiet()) {
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
