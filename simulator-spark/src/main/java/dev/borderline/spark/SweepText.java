package dev.borderline.spark;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.UsualMembers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioResolver;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.SweepReader;
import dev.borderline.text.ShellWords;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a sweep is written in. They are what a machine needs to make runs of it, and nothing on its disks. Immutable; read
 * once on each machine.
 */
public final class SweepText implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String file; // path, as faults and commands name it
    private final String text;
    private final NamedTexts named;
    private final @Nullable Long seed; // null: that of the file
    private final @Nullable Integer replications; // null: what the file says
    private transient @Nullable Experiment experiment; // guarded by this; null: not read here yet

    private SweepText(SourceText source, NamedTexts named, @Nullable Long seed, @Nullable Integer replications) {
        this.file = source.name();
        this.text = source.text();
        this.named = named;
        this.seed = seed;
        this.replications = replications;
    }

    /** The texts of a sweep file; throws {@link dev.borderline.yaml.InvalidInput} if any of them is at fault. */
    public static SweepText ofFile(Path path) {
        SourceText source = SourceText.ofFile(path, YamlLimits.HAND_WRITTEN.maxBytes());
        NamedTexts.Noting noting = new NamedTexts.Noting(new ScenarioFiles());
        sweep(source, noting);
        return new SweepText(source, noting.texts(), null, null);
    }

    private static SweepFile sweep(SourceText source, ScenarioResolver resolver) {
        return SweepReader.read(StandardCatalog.standard(), source, resolver);
    }

    /** This sweep with another master seed. */
    public SweepText withSeed(long master) {
        return new SweepText(source(), named, master, replications);
    }

    /** This sweep with so many replications of each cell, whatever the file says of precision. */
    public SweepText withReplications(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("replications is " + number + "; it must be 1 or more");
        }
        return new SweepText(source(), named, seed, number);
    }

    private SourceText source() {
        return new SourceText(file, text);
    }

    /** Content of the file. */
    public SweepFile read() {
        return sweep(source(), named);
    }

    /** Experiment to be run: on every machine the same. */
    public synchronized Experiment experiment() {
        Experiment known = experiment;
        if (known == null) {
            known = changed(read());
            experiment = known;
        }
        return known;
    }

    private Experiment changed(SweepFile sweep) {
        Experiment asWritten = Experiment.of(sweep);
        Experiment often = replications == null ? asWritten : asWritten.fixed(replications);
        Experiment seeded = seed == null
                ? often
                : often.with(
                        sweep.scenario(), Design.of(sweep, sweep.designSeed().orElse(seed)), seed);
        return UsualMembers.over(sweep, seeded);
    }

    /** The sweep as a result folder keeps it, with the command that makes its runs on one machine. */
    public Sweep sweep() {
        List<String> words = new ArrayList<>(List.of("./borderline", "sweep", file));
        if (seed != null) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        if (replications != null) {
            words.addAll(List.of("--replications", Integer.toString(replications)));
        }
        return new Sweep(read().heading(), experiment(), Shard.WHOLE, words);
    }

    /** The command that repeats one run, on one machine. */
    String repeat(Task task) {
        String arm = experiment().arms().get(task.arm()).name();
        String run = task.point() + "/" + arm + "/" + task.replication();
        return ShellWords.line(List.of(
                "./borderline",
                "sweep",
                file,
                "--seed",
                Long.toString(experiment().seed()),
                "--only",
                run));
    }
}
