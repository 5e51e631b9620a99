package dev.borderline.cli.run;

import dev.borderline.cli.options.ArmSettings;
import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.options.EnsembleOptions;
import dev.borderline.cli.options.FailedRuns;
import dev.borderline.cli.options.FolderScenario;
import dev.borderline.cli.options.PrecisionNote;
import dev.borderline.cli.options.Question;
import dev.borderline.cli.options.RunsOptions;
import dev.borderline.cli.options.Warnings;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.ComparisonFiles;
import dev.borderline.experiment.compare.FateComparison;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.report.GroupChanges;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scenarios on the same people and needs with common random numbers: differences of each from the first. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Runs scenarios on the same people with common random numbers, and compares.",
        description = {
            "Runs each scenario the same number of times. Replication k has the same random numbers in every arm, so what differs is"
                    + " what the scenarios change. Prints the mean of the first scenario, the base, and what each other"
                    + " adds, with 95 %% intervals; p-values adjusted by Holm for all rows; and the share of households"
                    + " whose fate differs. Without --seed and --replications: seed 42, 10 replications. With --precision"
                    + " all have as many as it takes to know each difference: to that share of the base's mean, or to"
                    + " that half-width in its unit.",
            "",
            "A row 'expected' counts chances instead of events: same mean, less noise. Its interval is the one to quote."
        },
        footer = {
            "",
            "Examples:",
            "  borderline compare tightening-2015 pre-2011 --replications 30",
            "  borderline compare tightening-2015 mine.yaml --out results/mine",
            "  borderline compare results/theirs --set levers.surveillance.coverage=0.1",
            "  borderline compare results/theirs results/mine",
            "  borderline compare tightening-2015 leniency --by fifth,zone",
            "  borderline compare a.yaml b.yaml --set calling.value_mean_usd=80",
            "  borderline compare a.yaml b.yaml --set b:levers.surveillance.teams=4",
            "  borderline compare now=a.yaml more=a.yaml --set more:levers.surveillance.teams=4",
            "  borderline compare a.yaml b.yaml c.yaml --outcomes arrests,minutes --json",
            "  borderline compare tightening-2015 leniency --point-estimate --precision contact_share=1%%",
            "  borderline compare tightening-2015 anti-corruption-drive --point-estimate -n 30 --independent",
            "  borderline compare a.yaml b.yaml c.yaml --point-estimate --select-best contact_share \\",
            "    --max --indifference 0.01"
        })
public final class CompareCommand implements Callable<Integer>, Question {
    private static final long SEED = 42;
    private static final int REPLICATIONS = 10;

    private static final String ALONE =
            "compare: one scenario alone has nothing to be compared with; name another, or change"
                    + " it with --set PATH=VALUE";

    private final Console console;
    private boolean isAgainstItself;

    @Parameters(
            paramLabel = "[NAME=]SCENARIO",
            arity = "1..*",
            description = {
                "Names of shipped scenarios, files or result folders; the first is the base. One alone is compared with"
                        + " itself as --set changes it; two result folders are compared run by run, without running"
                        + " anything. NAME=SCENARIO names an arm."
            })
    private List<String> scenarios = List.of();

    @Mixin
    private ArmSettings changes;

    @Mixin
    private RunsOptions runs = new RunsOptions();

    @Mixin
    private CompareView view = new CompareView();

    @Mixin
    private CompareBy by = new CompareBy();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Keep the runs in this folder, with all tables, comparison.csv and, with --by, groups.")
    private @Nullable Path out;

    @Mixin
    private BestOptions best = new BestOptions();

    @Option(
            names = "--arms",
            paramLabel = "A,B",
            split = ",",
            description = "Of two result folders: an arm of each, as ARM or POINT/ARM (default: the first of each).")
    private List<String> arms = List.of();

    @Option(
            names = "--independent",
            description = "Give each arm random numbers of its own: to see what common ones save. No fates then.")
    private boolean independent;

    @Option(
            names = "--fates",
            paramLabel = "N",
            defaultValue = "3",
            description = "Replications whose households are followed one by one, run once more for it (default: 3).")
    private BigInteger fates = BigInteger.ZERO;

    public CompareCommand(Console console) {
        this(console, FolderScenario::named);
    }

    /** The command with scenarios of these names. */
    public CompareCommand(Console console, Function<String, Scenario> named) {
        this.console = console;
        changes = new ArmSettings(named);
    }

    @Override
    public Integer call() throws IOException {
        if (scenarios.size() == 2 && scenarios.stream().allMatch(FolderScenario::isFolder)) {
            return stored();
        }
        if (!arms.isEmpty()) {
            throw new Refusal("--arms: names arms of two result folders; give both");
        }
        if (scenarios.size() == 1) {
            if (changes.words().isEmpty()) {
                throw new Refusal(ALONE);
            }
            changes.compareWithItself();
            isAgainstItself = true;
        }
        Experiment experiment = experiment();
        if (!runs.guard().work().quiet()) {
            Warnings.tell(console, experiment);
        }
        if (out == null) {
            by.refuseWithoutFolder();
        }
        if (best.isAsked()) {
            if (out != null) {
                throw new Refusal("--select-best keeps no runs: leave --out away");
            }
            if (independent || runs.precision().isAsked()) {
                throw new Refusal(
                        "--select-best decides how many runs there are, and shares random numbers: leave --precision and"
                                + " --independent away");
            }
            return new SelectBest(console, runs.guard().work(), best).run(experiment, view.isJson());
        }
        return runs.make(
                console,
                sweep(experiment),
                out,
                task -> repeat(experiment, task),
                (store, folder) -> finish(experiment, store, folder));
    }

    /** Two folders as they stand; nothing is run but the households that are followed. */
    private int stored() throws IOException {
        List<String> words = new ArrayList<>(changes.words());
        words.addAll(runs.chance().words());
        words.addAll(runs.ensemble().words());
        words.addAll(runs.precision().words());
        if (!words.isEmpty() || out != null || best.isAsked() || independent) {
            throw new Refusal("compare: two result folders say what was run, so that "
                    + (words.isEmpty() ? "--out, --select-best and --independent have" : words.get(0) + " has")
                    + " nothing to change; to change one of them, compare it alone with --set");
        }
        StoredPair pair = StoredPair.of(scenarios, arms);
        view.refuseUnknown(
                measuresOfAll(pair.experiment()).stream().map(Measure::name).toList());
        return finish(pair.experiment(), pair.store(), null);
    }

    @Override
    public Experiment asked() {
        Experiment experiment = experiment();
        runs.guard().refuseEndless(experiment);
        return experiment;
    }

    @Override
    public List<String> outcomes(Experiment experiment) {
        return view.outcomes(measuresOfAll(experiment));
    }

    @Override
    public void write(JsonWriter writer, Experiment experiment, RunStore store) throws IOException {
        if (experiment.members().isPresent()) {
            MemberComparison.of(experiment, store, outcomes(experiment)).write(writer);
            GroupTable.write(writer, groups(experiment, store, outcomes(experiment), null));
        } else {
            Comparison comparison = Comparison.of(experiment, experiment.shown(store));
            view.write(writer, shown(experiment, comparison, store, null));
        }
    }

    private CompareView.Shown shown(
            Experiment experiment, Comparison comparison, RunStore store, @Nullable ResultFolder folder)
            throws IOException {
        List<Integer> followed = comparison.replications().stream()
                .limit(independent ? 0 : followed())
                .toList();
        return new CompareView.Shown(
                experiment,
                comparison,
                FateComparison.of(experiment, followed),
                groups(experiment, store, view.outcomes(comparison), folder),
                folder,
                (arm, household) -> explain(experiment, arm, household, folder));
    }

    private int followed() {
        return ChanceOptions.whole("--fates", fates, 0, ChanceOptions.REPLICATIONS_MAX);
    }

    private Experiment experiment() {
        if (scenarios.size() == 1 && !isAgainstItself) {
            throw new Refusal(ALONE);
        }
        followed(); // refuses what is out of range before the first run
        runs.refuseTwoNumbers();
        EnsembleOptions ensemble = runs.ensemble();
        Scenario base = changes.base(scenarios);
        boolean overMembers = ensemble.isAsked(base.ensemble(), true);
        UnaryOperator<Scenario> people = ensemble.people(changes.all(scenarios), overMembers);
        Experiment fixed = new Experiment(
                people.apply(base),
                Design.single(),
                changes.arms(scenarios, people),
                runs.chance().replications(best.isAsked() ? SelectBest.roundsMax() : REPLICATIONS),
                runs.chance().seed(usualSeed()),
                List.of());
        List<String> names = measuresOfAll(fixed).stream().map(Measure::name).toList();
        view.refuseUnknown(names);
        if (overMembers) {
            refuseWithMembers();
            return ensemble.over(fixed, runs.chance().replications(Members.REPLICATIONS))
                    .with(by.granularity());
        }
        Experiment asked = runs.precision()
                .rule(Optional.empty(), fixed.leadingOutcomes(Experiment.FEW), names)
                .map(rule -> fixed.with(rule.differences()))
                .orElse(fixed);
        return (independent ? asked.with(RandomNumbers.INDEPENDENT) : asked).with(by.granularity());
    }

    /** A folder that is gone on from keeps its seed. */
    private long usualSeed() {
        return isAgainstItself ? FolderScenario.seed(scenarios.get(0)).orElse(SEED) : SEED;
    }

    private void refuseWithMembers() {
        EnsembleOptions.refuse(runs.precision().isAsked(), independent);
        if (best.isAsked()) {
            throw new Refusal(
                    "--select-best finds the arm with the best mean over chance, for one guess of the inputs: give"
                            + " --point-estimate");
        }
    }

    /** Arms may differ in their mechanisms, and so in their measures. */
    private static List<Measure> measuresOfAll(Experiment experiment) {
        List<Measure> common = new ArrayList<>(experiment.simulation(0, 0).measures());
        for (int arm = 1; arm < experiment.arms().size(); arm++) {
            Set<String> names = experiment.simulation(0, arm).measures().stream()
                    .map(Measure::name)
                    .collect(Collectors.toSet());
            common.removeIf(measure -> !names.contains(measure.name()));
        }
        return common;
    }

    private int finish(Experiment experiment, RunStore store, @Nullable ResultFolder folder) throws IOException {
        RunStore known = experiment.shown(store);
        FailedRuns failed = FailedRuns.of(known);
        failed.notes().forEach(console::note);
        if (failed.leaveAnArmEmpty(experiment)) {
            return ExitCodes.PARTIAL;
        }
        if (experiment.members().isPresent()) {
            return finishOverMembers(experiment, store, folder);
        }
        PrecisionNote.tell(console, experiment, known);
        Comparison comparison = Comparison.of(experiment, known);
        CompareView.Shown shown = shown(experiment, comparison, known, folder);
        if (folder != null) {
            ComparisonFiles.writeComparison(folder.path(), comparison, view.outcomes(comparison));
            ComparisonFiles.writeFates(folder.path(), shown.fates());
            folder.write(sweep(experiment), Version.asProgram(), store);
        }
        view.print(console, shown);
        return failed.isEmpty() ? ExitCodes.OK : ExitCodes.PARTIAL;
    }

    private int finishOverMembers(Experiment experiment, RunStore store, @Nullable ResultFolder folder)
            throws IOException {
        if (folder != null) {
            folder.write(sweep(experiment), Version.asProgram(), store);
        }
        if (view.isJson()) {
            if (folder != null) {
                groups(experiment, store, outcomes(experiment), folder);
            }
            console.out().println(json(experiment, store));
        } else {
            new MemberCompareTable(console)
                    .print(
                            MemberComparison.of(experiment, store, outcomes(experiment)),
                            groups(experiment, store, outcomes(experiment), folder));
        }
        return store.failures() == 0 ? ExitCodes.OK : ExitCodes.PARTIAL;
    }

    /** Changes by the groups asked for, also in the folder. */
    private List<GroupChanges.Row> groups(
            Experiment experiment, RunStore store, List<String> measures, @Nullable ResultFolder folder)
            throws IOException {
        if (by.groupings().isEmpty()) {
            return List.of();
        }
        List<GroupChanges.Row> rows = GroupChanges.of(
                experiment,
                store,
                0,
                measures,
                by.groupings(),
                runs.guard().work().threads());
        if (folder != null) {
            GroupChanges.write(folder.path(), rows);
        }
        return rows;
    }

    /** Command that shows why a household's fate differs; of more than two scenarios with settings only where they are kept. */
    private Optional<String> explain(Experiment experiment, String arm, long household, @Nullable ResultFolder folder) {
        List<String> names = experiment.arms().stream().map(Arm::name).toList();
        List<String> words = new ArrayList<>(List.of(Shell.program(), "explain"));
        if (folder != null) {
            words.addAll(List.of(folder.path().toString(), "--arms", names.get(0) + "," + arm));
        } else if (arms.isEmpty() && (scenarios.size() == 2 || changes.words().isEmpty())) {
            words.addAll(List.of(scenarios.get(0), scenarios.get(names.indexOf(arm))));
            words.addAll(changes.words());
            words.addAll(experiment.seed() == SEED ? List.of() : List.of("--seed", Long.toString(experiment.seed())));
        } else {
            return Optional.empty();
        }
        words.addAll(List.of("--household", Long.toString(household)));
        return Optional.of(Shell.line(words));
    }

    private Sweep sweep(Experiment experiment) {
        List<String> question = new ArrayList<>(List.of("compare"));
        question.addAll(scenarios);
        question.addAll(changes.words());
        List<String> command = runs.command(question, by.words(), independent);
        List<String> names = experiment.arms().stream().map(Arm::name).toList();
        String title = String.join(" and ", names.subList(1, names.size())) + " against " + names.get(0);
        return new Sweep(new SweepFile.Heading("comparison", title, ""), experiment, Shard.WHOLE, command);
    }

    private String repeat(Experiment experiment, Task task) {
        String reference = ArmSettings.reference(scenarios.get(Math.min(task.arm(), scenarios.size() - 1)));
        List<String> question = new ArrayList<>(List.of("run", reference));
        question.addAll(changes.words(experiment.arms().get(task.arm()).name()));
        List<String> one = List.of("--replication", Integer.toString(task.replication()));
        return runs.repeat(question, experiment, experiment.key(task).seed(), one);
    }
}
