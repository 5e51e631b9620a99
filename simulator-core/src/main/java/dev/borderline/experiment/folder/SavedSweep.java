package dev.borderline.experiment.folder;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.DesignInfo;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.model.Catalog;
import dev.borderline.policy.Schedule;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.TextLines;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.JsonView;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Experiment made again from {@code manifest.json} and {@code design.csv} of a result folder. Its runs can be read, added to or
 * repeated without the files it came from. Checked against the digest in the manifest.
 *
 * @param sweep the experiment with its name
 * @param program that made the runs
 * @param started when the work began
 */
public record SavedSweep(Sweep sweep, Program program, Instant started) {
    /** The last key of the manifest; what stands under it grows with the runs and is not read here. */
    static final String DIGESTS = "digests";

    /** Begin of the line that they follow. */
    static final String DIGESTS_LINE = "  \"" + DIGESTS + "\": [";

    /**
     * Reads a result folder.
     *
     * @param catalog the mechanisms its scenarios are made of
     * @throws StoreRefused if the files are missing, damaged, changed by hand or of another version
     */
    public static SavedSweep read(Path folder, Catalog catalog) throws IOException {
        try {
            JsonView manifest = manifest(folder);
            SavedSweep saved = new Reading(folder, catalog, manifest, new HashMap<>()).saved();
            if (!saved.sweep()
                    .experiment()
                    .sha256()
                    .equals(ManifestDigests.of(manifest).experiment())) {
                throw new IllegalArgumentException("what it says, with " + ResultFiles.DESIGN
                        + " beside it, is not the experiment whose digest it has");
            }
            return saved;
        } catch (InvalidInput | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw refusal(folder, e);
        }
    }

    /** As {@link #read}, without comparing what the files say with the digests. */
    static SavedSweep unverified(Path folder, Catalog catalog) throws IOException {
        try {
            return new Reading(folder, catalog, manifest(folder), new HashMap<>()).saved();
        } catch (InvalidInput | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw refusal(folder, e);
        }
    }

    /** The digests that the manifest of a folder has of what was run. */
    static ManifestDigests recorded(Path folder) throws IOException {
        try {
            return ManifestDigests.of(manifest(folder));
        } catch (InvalidInput | IllegalArgumentException | ArithmeticException e) {
            throw refusal(folder, e);
        }
    }

    /**
     * Program, machine and times of the runs.
     *
     * @param program of the runs
     * @param jvm name and version of the Java machine
     * @param os name, version and architecture of the system
     * @param started when the work began; with resumed work, the first time
     * @param finished when it ended; null while it has not
     */
    public record Facts(
            Program program,
            String jvm,
            String os,
            Instant started,
            @Nullable Instant finished) {
        /** The facts of this machine. */
        public static Facts here(Program program, Instant started, @Nullable Instant finished) {
            String jvm = property("java.vm.name") + " " + property("java.runtime.version");
            String os = property("os.name") + " " + property("os.version") + " " + property("os.arch");
            return new Facts(program, jvm, os, started, finished);
        }

        private static String property(String name) {
            return System.getProperty(name, "unknown");
        }
    }

    /** Program, machine and times of a folder's runs. */
    public static Facts facts(Path folder) throws IOException {
        try {
            JsonView manifest = manifest(folder);
            JsonView maker = manifest.at("program");
            Program program = new Program(maker.text("version"), maker.text("commit"), maker.text("build"));
            String finished = manifest.text("finished");
            return new Facts(
                    program,
                    manifest.text("jvm"),
                    manifest.text("os"),
                    Instant.parse(manifest.text("started")),
                    finished.equals("null") ? null : Instant.parse(finished));
        } catch (InvalidInput | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw refusal(folder, e);
        }
    }

    /** Begin of the work in a folder. */
    static Instant started(Path folder) throws IOException {
        try {
            return Instant.parse(manifest(folder).text("started"));
        } catch (InvalidInput | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw refusal(folder, e);
        }
    }

    /** The shard that a folder is of. */
    static Shard shard(Path folder) throws IOException {
        try {
            return shard(manifest(folder));
        } catch (InvalidInput | IllegalArgumentException | ArithmeticException e) {
            throw refusal(folder, e);
        }
    }

    private static Shard shard(JsonView manifest) {
        Shard shard = Shard.parse(manifest.text("shard"));
        if (!manifest.has(Manifest.SHARD_LAYOUT)) {
            return shard;
        }
        int layout = manifest.whole(Manifest.SHARD_LAYOUT);
        if (layout != Manifest.ARMS_TOGETHER) {
            throw new IllegalArgumentException("its shards are cut in way " + layout + ", which is unknown here");
        }
        return new Shard(shard.index(), shard.count(), true);
    }

    /** Manifest of a folder, but for the digests of runs. */
    static JsonView manifest(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (!GuardedFiles.isThere(file)) {
            throw new StoreRefused(folder + " holds no " + Manifest.FILE + ": is it the folder of a sweep?");
        }
        SourceText text = new SourceText(file.toString(), head(file));
        return new JsonView(YamlNode.read(text, YamlLimits.MACHINE_WRITTEN));
    }

    /** The scheme of random numbers of a folder. */
    static RandomNumbers randomNumbers(JsonView manifest) {
        boolean before = manifest.has(Manifest.RANDOM_NUMBERS_BEFORE);
        return RandomNumbers.of(manifest.text(before ? Manifest.RANDOM_NUMBERS_BEFORE : Manifest.RANDOM_NUMBERS));
    }

    /** The periods that measures are kept by. */
    static Granularity by(JsonView manifest) {
        return Granularity.of(manifest.text(Manifest.BY, Granularity.YEAR.word()));
    }

    private static StoreRefused refusal(Path folder, RuntimeException fault) {
        String why = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        return new StoreRefused(folder.resolve(Manifest.FILE) + " is damaged, or of another version: " + why);
    }

    /** The text of a manifest up to the digests, as a whole document. */
    private static String head(Path file) throws IOException {
        StringBuilder head = new StringBuilder();
        try (TextLines lines = GuardedFiles.lines(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith(DIGESTS_LINE)) {
                    return head.append(DIGESTS_LINE).append("]\n}\n").toString();
                }
                head.append(line).append('\n');
                if (head.length() > YamlLimits.MACHINE_WRITTEN.maxBytes()) {
                    throw new StoreRefused(file + " is too long for what it has to say");
                }
            }
        }
        return head.toString();
    }

    /** Puts the pieces together; {@code scenarios} are those read so far, since most arms have the text of the whole. */
    private record Reading(Path folder, Catalog catalog, JsonView manifest, Map<SourceText, Scenario> scenarios) {
        SavedSweep saved() throws IOException {
            int schema = manifest.whole("schema");
            if (schema != Manifest.SCHEMA) {
                throw new IllegalArgumentException(
                        "it has schema " + schema + ", this program reads " + Manifest.SCHEMA);
            }
            JsonView heading = manifest.at("sweep");
            Sweep sweep = new Sweep(
                    new SweepFile.Heading(heading.text("name"), heading.text("title"), heading.text("question")),
                    experiment(),
                    shard(manifest),
                    SavedCommand.known(manifest.texts("command")));
            JsonView maker = manifest.at("program");
            Program program = new Program(maker.text("version"), maker.text("commit"), maker.text("build"));
            return new SavedSweep(sweep, program, Instant.parse(manifest.text("started")));
        }

        private Experiment experiment() throws IOException {
            JsonView design = manifest.at("design");
            List<Arm> arms = new ArrayList<>();
            for (JsonView arm : manifest.items("arms")) {
                arms.add(Arm.alreadyApplied(arm.text("name"), scenario(arm.at("scenario")))
                        .with(controllers(arm)));
            }
            return new Experiment(
                    scenario(manifest.at("scenario")),
                    SavedDesign.read(folder.resolve(ResultFiles.DESIGN), design.texts("factors"), info(design)),
                    arms,
                    manifest.whole("replications"),
                    Long.parseLong(manifest.text("seed")),
                    manifest.texts("outcomes"),
                    randomNumbers(manifest),
                    stopping(),
                    by(manifest),
                    SavedMembers.read(folder, manifest, catalog));
        }

        /** Controllers are code. A folder knows what they are called, which is enough to read its runs, not to make more. */
        private static ControllerFactory[] controllers(JsonView arm) {
            return arm.items("controllers").stream()
                    .map(saved -> absent(saved.text("name"), saved.text("version"), saved.text("schedule")))
                    .toArray(ControllerFactory[]::new);
        }

        private static ControllerFactory absent(String name, String version, String schedule) {
            return new ControllerFactory(name, version, Schedule.parse(schedule), () -> {
                throw new IllegalStateException("controller " + name + " (" + version
                        + ") is code of the program that made these runs; only that program can make them again");
            });
        }

        private Optional<StoppingRule> stopping() {
            List<StoppingRule.Goal> goals = manifest.items("precision").stream()
                    .map(goal ->
                            new StoppingRule.Goal(goal.text("measure"), goal.real("relative"), goal.real("absolute")))
                    .toList();
            boolean ofDifferences = manifest.has(Manifest.PRECISION_OF)
                    && manifest.text(Manifest.PRECISION_OF).equals(Manifest.DIFFERENCES);
            return goals.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StoppingRule(goals, manifest.whole("replications"), ofDifferences));
        }

        private static DesignInfo info(JsonView design) {
            return new DesignInfo(design.text("kind"), design.textsByKey("settings"), design.textsByKey("ranges"));
        }

        private Scenario scenario(JsonView saved) {
            String label = folder.resolve(Manifest.FILE) + ", scenario " + saved.text("name");
            return scenarios.computeIfAbsent(
                    new SourceText(label, saved.text("text")),
                    source -> ScenarioReader.read(catalog, source, new ByItself()));
        }
    }
}
