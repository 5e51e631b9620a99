package dev.borderline.cli.explain;

import dev.borderline.cli.options.ArmSettings;
import dev.borderline.cli.options.RunGuard;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.RandomNumbers;
import dev.borderline.experiment.explain.World;
import dev.borderline.experiment.folder.Manifest;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.simulation.RunKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Worlds to look into: arms of a result folder, or scenarios by name or file; and the key of their run. */
final class Worlds {
    private static final long SEED = 42;
    private static final Pattern POINT_AND_ARM = Pattern.compile("(\\d{1,9})/(.+)");

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

    /** The sides named, at most {@code max}, and the key they share. */
    record Chosen(List<World> sides, RunKey key) {}

    /** Worlds and run that were asked for; throws {@link Refusal}. */
    Chosen chosen(int max) throws IOException {
        if (replication < 0) {
            throw new Refusal("--replication is " + replication + "; the first is 0");
        }
        Chosen chosen = isFolder() ? ofFolder(max) : ofScenarios();
        if (chosen.sides().size() > max) {
            throw new Refusal(chosen.sides().size() + " worlds are too many: name " + max + " at most");
        }
        chosen.sides().forEach(side -> guard.refuseEndless(side.scenario()));
        return chosen;
    }

    private boolean isFolder() {
        return references.size() == 1 && Files.exists(Path.of(references.get(0)).resolve(Manifest.FILE));
    }

    private Chosen ofScenarios() {
        if (!arms.isEmpty()) {
            throw new Refusal("--arms: names arms of a result folder, and " + references.get(0) + " is none");
        }
        List<World> sides = new ArrayList<>();
        for (Arm arm : changes.arms(references)) {
            sides.add(new World(arm.name(), arm.applyTo(changes.base(references), Map.of()), List.of()));
        }
        return new Chosen(sides, new RunKey(seed == null ? SEED : seed, replication));
    }

    private Chosen ofFolder(int max) throws IOException {
        if (seed != null || !changes.words().isEmpty()) {
            throw new Refusal("--seed and --set are for scenarios: a result folder says what was run");
        }
        Path folder = Path.of(references.get(0));
        Experiment experiment = new ResultFolder(folder)
                .saved(StandardCatalog.standard())
                .sweep()
                .experiment();
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
        List<World> sides = runs.stream()
                .map(run -> World.of(experiment, run.point(), run.arm()))
                .toList();
        return new Chosen(sides, experiment.key(runs.get(0)));
    }

    private Task run(Experiment experiment, String name) {
        Matcher parts = POINT_AND_ARM.matcher(name);
        int point = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
        String armName = parts.matches() ? parts.group(2) : name;
        List<String> known = experiment.arms().stream().map(Arm::name).toList();
        if (!known.contains(armName) || point >= experiment.design().size()) {
            throw new Refusal("--arms " + name + ": the arms are " + String.join(", ", known) + ", the points 0 to "
                    + (experiment.design().size() - 1) + "; such as 0/" + known.get(0));
        }
        return new Task(point, known.indexOf(armName), replication);
    }
}
