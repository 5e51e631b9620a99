package dev.borderline.cli.options;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Options of the commands that make the runs of an experiment, and what these commands do alike. */
public final class RunsOptions {
    @Mixin
    private ChanceOptions chance = new ChanceOptions();

    @Mixin
    private PrecisionOption precision = new PrecisionOption();

    @Mixin
    private EnsembleOptions ensemble = new EnsembleOptions();

    @Mixin
    private GuardOptions guard = new GuardOptions();

    /** Answer of a command, told when its runs are there. */
    @FunctionalInterface
    public interface Answer {
        /** Tells it; {@code folder} keeps the runs, if any does. Returns the exit code. */
        int tell(RunStore store, @Nullable ResultFolder folder) throws IOException;
    }

    /** Seed and replications. */
    public ChanceOptions chance() {
        return chance;
    }

    /** Precision asked for instead of a number of replications. */
    public PrecisionOption precision() {
        return precision;
    }

    /** Members to answer over. */
    public EnsembleOptions ensemble() {
        return ensemble;
    }

    /** Threads, progress and limits of cost. */
    public GuardOptions guard() {
        return guard;
    }

    /** Refuses a number of replications beside a precision, which finds it. */
    public void refuseTwoNumbers() {
        if (chance.asksReplications() && precision.isAsked()) {
            throw new Refusal("--replications and --precision: give one of them");
        }
    }

    /** Words of the command that asks a question, with the periods it asks for. */
    public List<String> command(List<String> question, List<String> by, boolean independent) {
        List<String> words = new ArrayList<>(List.of(Shell.program()));
        words.addAll(question);
        words.addAll(chance.words());
        words.addAll(precision.words());
        words.addAll(by);
        words.addAll(ensemble.words());
        words.addAll(independent ? List.of("--independent") : List.of());
        words.addAll(guard.words());
        return words;
    }

    /** The command that repeats one run of a question, which {@code one} names. */
    public String repeat(List<String> question, Experiment experiment, long seed, List<String> one) {
        List<String> words = new ArrayList<>(List.of(Shell.program()));
        words.addAll(question);
        words.addAll(ensemble.words());
        words.addAll(experiment.members().isPresent() ? chance.replicationWords() : List.of());
        words.addAll(List.of("--seed", Long.toString(seed)));
        words.addAll(one);
        words.addAll(guard.limitWords());
        return Shell.line(words);
    }

    /** Makes the runs, in memory or in the folder {@code out}, and tells the answer; returns the exit code. */
    public int make(Console console, Sweep sweep, @Nullable Path out, Function<Task, String> repeat, Answer answer)
            throws IOException {
        if (out == null) {
            guard.refuseEndless(sweep.experiment());
            try (RunStore store = new MemoryStore(sweep.experiment().tasks())) {
                Work work = new Work(console, guard, "nothing was kept: --out keeps the runs", repeat);
                return work.fill(store, sweep) ? answer.tell(store, null) : ExitCodes.PARTIAL;
            }
        }
        ResultFolder folder = new ResultFolder(out);
        guard.refuseEndless(sweep, folder);
        try (RunStore store = folder.open(sweep, Version.asProgram())) {
            Work work = new Work(console, guard, Work.goesOn(Resume.command(sweep, folder.path())), repeat);
            return work.fill(store, sweep, folder, false) ? answer.tell(store, folder) : ExitCodes.PARTIAL;
        }
    }
}
