package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.MissingRuns;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.model.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The runs of several folders of one experiment, put into one. A folder may hold a shard, or what there is of a sweep that was
 * stopped. Merged again, nothing is there twice, so that folders can be added as they come; what two of them have must be the
 * same run to the byte. With the last run come the tables, the same bytes as those of a sweep made at once.
 */
public final class Merge {
    private final Path target;
    private final RunStore runs;
    private int added;

    private Merge(Path target, RunStore runs) {
        this.target = target;
        this.runs = runs;
    }

    /**
     * Result of a merge.
     *
     * @param sweep what the target is the folder of, as a whole
     * @param added runs that the target lacked before
     * @param runs in the target now
     * @param failed of them
     * @param parts one of the shards the folders are of; the whole if they are not, or not cut alike
     * @param missing what is still to come
     */
    public record Result(Sweep sweep, int added, int runs, int failed, Shard parts, MissingRuns missing) {}

    /**
     * Adds the runs of {@code folders} to those of {@code target}, which is made if there is none.
     *
     * @param catalog the mechanisms their scenarios are made of
     * @throws StoreRefused if the folders do not belong together, or two of them have one run with different numbers
     */
    public static Result folders(List<ResultFolder> folders, ResultFolder target, Catalog catalog) throws IOException {
        List<SavedSweep> saved = new ArrayList<>();
        for (ResultFolder folder : folders) {
            saved.add(folder.saved(catalog));
        }
        refuseStrangers(folders, saved);
        SavedSweep longest = saved.stream()
                .max(Comparator.comparingInt(each -> each.sweep().experiment().replications()))
                .orElseThrow();
        Sweep whole =
                longest.sweep().with(Shard.WHOLE); // with its command: another would ask for fewer, and hide the rest
        Program program = saved.get(0).program();
        try (Journal runs = target.open(whole, program)) {
            Merge merge = new Merge(target.path(), runs);
            for (ResultFolder folder : folders) {
                merge.add(folder, whole.experiment());
            }
            Result outcome = merge.outcome(whole, parts(saved));
            if (outcome.missing().count() == 0) {
                target.write(whole, program, runs);
            }
            return outcome;
        }
    }

    private static void refuseStrangers(List<ResultFolder> folders, List<SavedSweep> saved) throws StoreRefused {
        SavedSweep first = saved.get(0);
        for (int i = 1; i < saved.size(); i++) {
            String both = folders.get(i).path() + " and " + folders.get(0).path();
            Experiment experiment = saved.get(i).sweep().experiment();
            if (!experiment.sha256().equals(first.sweep().experiment().sha256())) {
                throw new StoreRefused(both + " hold runs of different experiments: the scenario, design, arms or seed"
                        + " differ; only parts of one sweep can be merged");
            }
            String build = saved.get(i).program().build();
            if (!build.equals(first.program().build())) {
                throw new StoreRefused(both + " hold runs made by different programs, " + build + " and "
                        + first.program().build() + ": make the runs of one of them again with the other's program");
            }
        }
    }

    /** The first of the shards that all folders which are shards are of. */
    private static Shard parts(List<SavedSweep> saved) {
        List<Shard> firsts = saved.stream()
                .map(each -> each.sweep().shard())
                .filter(shard -> !shard.isWhole())
                .map(shard -> new Shard(1, shard.count(), shard.keepsArms()))
                .distinct()
                .toList();
        return firsts.size() == 1 ? firsts.get(0) : Shard.WHOLE;
    }

    private void add(ResultFolder folder, Experiment experiment) throws IOException {
        try (Journal source = folder.read(experiment)) {
            source.forEach(run -> {
                if (isWanted(run, folder)) {
                    runs.append(run);
                    added++;
                }
            });
        }
    }

    /** A finished run takes the place of a failed one. */
    private boolean isWanted(RunRecord run, ResultFolder folder) throws IOException {
        RunRecord present = runs.find(run.task());
        if (present instanceof FinishedRun && run instanceof FinishedRun && !present.equals(run)) {
            Task task = run.task();
            throw new StoreRefused("point " + task.point() + ", arm " + task.arm() + ", replication "
                    + task.replication() + " has other numbers in " + folder.path() + " than in " + target
                    + ", though program and experiment are the same: make it again with --only to see which is right,"
                    + " and suspect the machine of the other");
        }
        return present == null || (present instanceof FailedRun && run instanceof FinishedRun);
    }

    private Result outcome(Sweep whole, Shard parts) throws IOException {
        MissingRuns missing = MissingRuns.of(whole.experiment(), runs, parts);
        return new Result(whole, added, runs.size(), runs.failures(), parts, missing);
    }
}
