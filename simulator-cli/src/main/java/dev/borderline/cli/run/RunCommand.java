package dev.borderline.cli.run;

import dev.borderline.cli.options.ByOption;
import dev.borderline.cli.options.EnsembleOptions;
import dev.borderline.cli.options.FailedRuns;
import dev.borderline.cli.options.FolderScenario;
import dev.borderline.cli.options.OneRun;
import dev.borderline.cli.options.PolicyOptions;
import dev.borderline.cli.options.PrecisionNote;
import dev.borderline.cli.options.Question;
import dev.borderline.cli.options.RunsOptions;
import dev.borderline.cli.options.SetOption;
import dev.borderline.cli.options.Warnings;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One scenario, some replications: a table of outcomes. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Runs one scenario: a table of outcomes with intervals.",
        description = {
            "Runs the scenario a number of times, each with its own random numbers, and prints the outcomes: the mean over the"
                    + " replications with a 95 %% interval. Without --seed and --replications: seed 42, 10 replications.",
            "",
            "With --ensemble it answers over members, each with a value of its own for every uncertain input: the median"
                    + " of their means with the range that holds 90 %% of them, and how much of that spread is chance."
        },
        footer = {
            "",
            "Examples:",
            "  borderline run tightening-2015",
            "  borderline run tightening-2015 --replications 30 --seed 7 --json",
            "  borderline run tightening-2015 --point-estimate --precision 5%%",
            "  borderline run tightening-2015 --set levers.surveillance.coverage=0.06",
            "  borderline run tightening-2015 --ensemble prior --members 64",
            "  borderline run tightening-2015 \\",
            "    --move levers.surveillance.coverage=0.06@2012-01-01..2013-12-31",
            "  borderline run mine.yaml --all --out results/mine",
            "  borderline run historical --by month --out results/months",
            "  borderline run mine.yaml --seed 7 --replication 3"
        })
public final class RunCommand implements Callable<Integer>, Question {
    private static final long SEED = 42;
    private static final int REPLICATIONS = 10;

    private final Console console;
    private final Function<String, Scenario> scenarios;

    @Parameters(paramLabel = "SCENARIO", description = "Name of a shipped scenario, a file, or a result folder.")
    private String scenario = "";

    @Mixin
    private SetOption changes = new SetOption();

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Mixin
    private RunsOptions runs = new RunsOptions();

    @Mixin
    private ByOption by = new ByOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Keep the runs in this folder, with tables of every measure by year, zone and wealth fifth.")
    private @Nullable Path out;

    @Option(
            names = "--replication",
            paramLabel = "K",
            description = "Make this one replication alone, counted from 0, print it as JSON and keep nothing.")
    private @Nullable Integer only;

    @Option(names = "--all", description = "Show every measure, not only the main ones.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object instead of the table.")
    private boolean json;

    public RunCommand(Console console) {
        this(console, FolderScenario::named);
    }

    /** The command with scenarios of these names. */
    public RunCommand(Console console, Function<String, Scenario> scenarios) {
        this.console = console;
        this.scenarios = scenarios;
    }

    @Override
    public Integer call() throws IOException {
        Experiment experiment = experiment();
        if (only != null || out == null) {
            by.refuseWithoutFolder();
        }
        if (only != null) {
            console.out()
                    .println(OneRun.json(
                            experiment, replication(only), runs.guard().limits()));
            return ExitCodes.OK;
        }
        if (!runs.guard().work().quiet()) {
            Warnings.tell(console, experiment.base());
        }
        Sweep sweep = sweep(experiment);
        return runs.make(
                console, sweep, out, task -> repeat(experiment, task), (store, folder) -> answer(sweep, store, folder));
    }

    private Experiment experiment() {
        Scenario told = policies.applyTo(scenarios.apply(scenario), changes);
        boolean overMembers = runs.ensemble().isAsked(told.ensemble(), true);
        Scenario base = runs.ensemble().withPeople(told, overMembers);
        return overMembers ? overMembers(base) : pointEstimate(base);
    }

    @Override
    public Experiment asked() {
        Experiment experiment = experiment();
        runs.guard().refuseEndless(experiment);
        return experiment;
    }

    @Override
    public List<String> outcomes(Experiment experiment) {
        List<Measure> known = experiment.simulation(0, 0).measures();
        return all ? known.stream().map(Measure::name).toList() : MeasureGroup.main(known);
    }

    private Experiment overMembers(Scenario base) {
        EnsembleOptions.refuse(runs.precision().isAsked(), false);
        return runs.ensemble()
                .over(fixed(base, 1), runs.chance().replications(Members.REPLICATIONS))
                .with(by.granularity());
    }

    private Experiment pointEstimate(Scenario base) {
        Experiment fixed = fixed(base, runs.chance().replications(REPLICATIONS));
        runs.refuseTwoNumbers();
        List<String> known =
                Simulation.of(base).measures().stream().map(Measure::name).toList();
        return runs.precision()
                .rule(Optional.empty(), fixed.leadingOutcomes(Experiment.FEW), known)
                .map(fixed::with)
                .orElse(fixed)
                .with(by.granularity());
    }

    private Experiment fixed(Scenario base, int replications) {
        long seed = runs.chance().seed(SEED);
        return new Experiment(base, Design.single(), List.of(Arm.base()), replications, seed, List.of());
    }

    private static Task replication(int number) {
        if (number < 0) {
            throw new Refusal("--replication is " + number + "; the first is 0");
        }
        return new Task(0, 0, number);
    }

    private int answer(Sweep sweep, RunStore store, @Nullable ResultFolder folder) throws IOException {
        if (folder != null) {
            folder.write(sweep, Version.asProgram(), store);
        }
        int code = show(sweep.experiment(), store);
        if (folder != null && !json) {
            console.out()
                    .println("Saved in " + folder.path() + ": summary.csv, yearly.csv, "
                            + (by.granularity() == Granularity.MONTH ? "monthly.csv, " : "") + "runs.csv.");
        }
        return code;
    }

    private Sweep sweep(Experiment experiment) {
        Scenario base = experiment.base();
        SweepFile.Heading heading = new SweepFile.Heading(base.name(), base.title(), "");
        return new Sweep(heading, experiment, Shard.WHOLE, runs.command(question(), by.words(), false));
    }

    private List<String> question() {
        List<String> words = new ArrayList<>(List.of("run", scenario));
        words.addAll(changes.words());
        words.addAll(policies.words());
        return words;
    }

    private String repeat(Experiment experiment, Task task) {
        List<String> one = List.of("--replication", Integer.toString(task.replication()));
        return runs.repeat(question(), experiment, experiment.seed(), one);
    }

    private int show(Experiment experiment, RunStore store) throws IOException {
        RunStore shown = experiment.shown(store);
        RunSummary summary = summary(experiment, shown);
        PrecisionNote.tell(console, experiment, shown);
        summary.failures().forEach(failed -> console.note(FailedRuns.note(failed)));
        if (json) {
            console.out().println(json(experiment, store));
        } else if (experiment.members().isPresent()) {
            new MemberRunTable(console, all).print(MemberRunSummary.of(experiment, shown, summary.fingerprint()));
        } else {
            new RunTable(console, all).print(summary);
        }
        return summary.failures().isEmpty() ? ExitCodes.OK : ExitCodes.PARTIAL;
    }

    @Override
    public void write(JsonWriter writer, Experiment experiment, RunStore store) throws IOException {
        RunStore shown = experiment.shown(store);
        RunSummary summary = summary(experiment, shown);
        if (experiment.members().isPresent()) {
            MemberRunSummary.of(experiment, shown, summary.fingerprint()).write(writer);
        } else {
            RunJson.write(writer, summary);
        }
    }

    private static RunSummary summary(Experiment experiment, RunStore shown) throws IOException {
        return RunSummary.of(experiment.members().isPresent() ? experiment : experiment.fixed(shown.size()), shown);
    }
}
