package dev.borderline.cli.explain;

import dev.borderline.cli.options.ArmSettings;
import dev.borderline.cli.options.EnsembleOptions;
import dev.borderline.cli.options.FolderScenario;
import dev.borderline.cli.options.RunGuard;
import dev.borderline.cli.options.Work;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.SavedRuns;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.explain.World;
import dev.borderline.experiment.store.Task;
import dev.borderline.observe.Probe;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Worlds to look into. Arms of a result folder, or scenarios by name or file; and the key of their run. */
final class Worlds {
    private static final long SEED = 42;

    @Parameters(paramLabel = "WORLD", arity = "1..*", description = "A result folder, or scenarios by name or file.")
    private List<String> references = List.of();

    @Option(
            names = "--arms",
            paramLabel = "A,B",
            split = ",",
            description = "Arms of the folder (default: the first two), as ARM or POINT/ARM.")
    private List<String> arms = List.of();

    @Option(names = "--replication", paramLabel = "K", description = "Which replication, counted from 0 (default: 0).")
    private int replication;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of scenarios (default: 42); a folder has its own.")
    private @Nullable Long seed;

    @Mixin
    private ArmSettings changes = new ArmSettings();

    @Mixin
    private RunGuard guard = new RunGuard();

    /**
     * The sides named, and the key they share.
     *
     * @param sides as they are run: as the member of the replication has them, if there are members
     * @param cells the same before any member was asked
     * @param members that the household's fate can be counted over
     * @param kept runs of a result folder that these are; empty for scenarios
     */
    record Chosen(List<World> sides, RunKey key, List<World> cells, Optional<Members> members, List<Kept> kept) {
        Chosen {
            sides = List.copyOf(sides);
            cells = List.copyOf(cells);
            kept = List.copyOf(kept);
        }

        /** A side's run from the start, or from where it was saved no later than a date. */
        RunInProgress run(int side, LocalDate from, Supplier<Probe> probe) {
            Simulation simulation = sides.get(side).simulation();
            return kept.isEmpty()
                    ? simulation.start(key, probe.get())
                    : kept.get(side).saves().before(from, kept.get(side).task(), simulation, key, probe);
        }
    }

    /** A run of a result folder, and where it may be saved. */
    record Kept(Task task, SavedRuns saves) {}

    /** Worlds and run that were asked for, at most {@code max}; throws {@link Refusal}. */
    Chosen chosen(int max) throws IOException {
        return chosen(max, new EnsembleOptions());
    }

    /** Worlds, run and members that were asked for; throws {@link Refusal}. */
    Chosen chosen(int max, EnsembleOptions ensemble) throws IOException {
        if (replication < 0) {
            throw new Refusal("--replication is " + replication + "; the first is 0");
        }
        Chosen chosen = isFolder() ? ofFolder(max, ensemble) : ofScenarios(ensemble);
        if (chosen.sides().size() > max) {
            throw new Refusal(chosen.sides().size() + " worlds are too many: name " + max + " at most");
        }
        chosen.sides().forEach(side -> guard.refuseEndless(side.scenario()));
        return chosen;
    }

    /** The options as words of a command that tells of these sides. */
    List<String> words(Chosen chosen) {
        List<String> words = new ArrayList<>(references);
        if (isFolder()) {
            words.add("--arms");
            words.add(String.join(",", chosen.sides().stream().map(World::name).toList()));
        }
        words.addAll(changes.words());
        if (seed != null) {
            words.addAll(List.of("--seed", seed.toString()));
        }
        if (replication > 0) {
            words.addAll(List.of("--replication", Integer.toString(replication)));
        }
        return words;
    }

    private boolean isFolder() {
        return references.size() == 1 && FolderScenario.isFolder(references.get(0));
    }

    private Chosen ofScenarios(EnsembleOptions ensemble) {
        if (!arms.isEmpty()) {
            throw new Refusal("--arms: names arms of a result folder, and " + references.get(0) + " is none");
        }
        Scenario base = changes.base(references);
        List<Arm> named = changes.arms(references, scenario -> ensemble.withPeople(scenario, false));
        List<World> sides = named.stream()
                .map(arm -> new World(arm.name(), arm.applyTo(base, Map.of()), List.of()))
                .toList();
        RunKey key = new RunKey(seed == null ? SEED : seed, replication);
        return new Chosen(sides, key, sides, members(ensemble, base, named), List.of());
    }

    private static Optional<Members> members(EnsembleOptions ensemble, Scenario base, List<Arm> arms) {
        return ensemble.isAsked(base.ensemble(), false)
                ? ensemble.over(new Experiment(base, Design.single(), arms, 1, SEED, List.of()), 1)
                        .members()
                : Optional.empty();
    }

    private Chosen ofFolder(int max, EnsembleOptions ensemble) throws IOException {
        if (seed != null || !changes.words().isEmpty() || !ensemble.words().isEmpty()) {
            throw new Refusal(
                    "--seed, --set and those of ensembles are for scenarios: a result folder says what was run");
        }
        Path folder = Path.of(references.get(0));
        Experiment experiment = FolderScenario.of(references.get(0)).experiment();
        List<Task> runs = new ArrayList<>();
        if (arms.isEmpty()) {
            for (int arm = 0; arm < Math.min(max, experiment.arms().size()); arm++) {
                runs.add(new Task(0, arm, replication));
            }
        }
        arms.forEach(name -> runs.add(run(experiment, name)));
        if (experiment.randomNumbers() == RandomNumbers.INDEPENDENT && runs.size() > 1) {
            throw new Refusal(
                    folder + ": its cells have random numbers of their own, so no two runs can be laid side by side;"
                            + " name one with --arms");
        }
        List<World> sides = runs.stream().map(run -> World.of(experiment, run)).toList();
        List<World> cells = runs.stream()
                .map(run -> World.of(experiment, run.point(), run.arm()))
                .toList();
        SavedRuns saves = SavedRuns.in(folder.resolve(Work.SAVES), experiment.tasks());
        List<Kept> kept = runs.stream().map(run -> new Kept(run, saves)).toList();
        return new Chosen(sides, experiment.key(runs.get(0)), cells, experiment.members(), kept);
    }

    private Task run(Experiment experiment, String name) {
        Task cell = FolderScenario.cell(experiment, "--arms", name);
        return new Task(cell.point(), cell.arm(), replication);
    }
}
