package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Shuffle;
import dev.borderline.experiment.folder.ReproductionReport.Finding;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.model.Catalog;
import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import dev.borderline.text.GuardedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reproduction of a result folder's runs, from nothing but the folder, and their comparison with it. It is to the byte, by the
 * digests in its manifest.
 *
 * <pre>{@code
 * ReproductionReport report = Reproduction.of(folder, StandardCatalog.standard()).sample(10).check();
 * report.findings().forEach(finding -> show(finding.where(), finding.message()));
 * }</pre>
 *
 * <p>Checked in this order: that scenarios, points and seed are those of the digests, and if not nothing is run; that every table
 * there is what the journal gives; that there is a digest of every run that is wanted, and each record of the journal is the one of
 * the manifest; that each run, made again, is too. What is there and cannot be checked, the report says. A run that a limit of
 * events broke off is made again within that limit; one that a limit of time broke off is not made again. Set up by one thread and
 * used once.
 */
public final class Reproduction {
    private static final long SAMPLING_SEED = 1; // the same sample each time

    private final Path folder;
    private final Catalog catalog;
    private int sample = Integer.MAX_VALUE;
    private @Nullable Task only;
    private @Nullable Task cell; // any of its runs
    private long eventsMost = Long.MAX_VALUE; // of a run
    private final Map<String, TableMaker> tables = new TreeMap<>();
    private UnaryOperator<Runner> setUp = UnaryOperator.identity();
    private @Nullable SavedSweep known; // once read

    private Reproduction(Path folder, Catalog catalog) {
        this.folder = folder;
        this.catalog = catalog;
    }

    /**
     * All runs of a folder.
     *
     * @param folder with a manifest and a design; the journal and the tables are checked if they are there
     * @param catalog the mechanisms of its scenarios
     */
    public static Reproduction of(Path folder, Catalog catalog) {
        return new Reproduction(folder, catalog);
    }

    /** Makes at most this many runs again, taken evenly at random, the same each time. */
    public Reproduction sample(int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("a sample of " + runs + " runs; it must be 1 or more");
        }
        sample = runs;
        return this;
    }

    /** Makes this run alone again. */
    public Reproduction only(Task task) {
        only = task;
        return this;
    }

    /** Makes only the runs of one cell again, a pair of a point and an arm. All its replications, or a {@link #sample} of them. */
    public Reproduction cell(int point, int arm) {
        cell = new Task(point, arm, 0);
        return this;
    }

    /** Lets no run execute more events than this, besides the limits that they had. One that would is not vouched for. */
    public Reproduction eventsPerRun(long most) {
        eventsMost = most;
        return this;
    }

    /** Compares a table of another command, if it is there, with what {@code maker} makes of the runs. */
    public Reproduction table(String name, TableMaker maker) {
        tables.put(name, maker);
        return this;
    }

    /** Sets threads, progress, a limit of time or cancelling: {@code runner -> runner.threads(2)}. */
    public Reproduction runner(UnaryOperator<Runner> change) {
        setUp = change;
        return this;
    }

    /**
     * Does it.
     *
     * @throws StoreRefused if the folder cannot be read, or has no runs to make again
     */
    public ReproductionReport check() throws IOException {
        SavedSweep saved = saved();
        ManifestDigests recorded = SavedSweep.recorded(folder);
        Experiment experiment = saved.sweep().experiment();
        List<Finding> inputs = InputCheck.findings(folder, experiment, recorded);
        if (!inputs.isEmpty()) {
            return new ReproductionReport(saved, recorded.machine(), 0, 0, 0, 0, false, List.of(), inputs, null);
        }
        SavedDigests digests = SavedDigests.read(folder.resolve(Manifest.FILE), experiment);
        List<Integer> ranks = chosen(digests, experiment);
        if (!GuardedFiles.isThere(folder.resolve(ResultFolder.JOURNAL))) {
            return checked(new Kept(saved, recorded, digests, null), ranks);
        }
        try (Journal journal = new ResultFolder(folder).read(experiment)) {
            return checked(new Kept(saved, recorded, digests, journal), ranks);
        }
    }

    /** Number of runs that would be made again. */
    public int size() throws IOException {
        Experiment experiment = saved().sweep().experiment();
        return chosen(SavedDigests.read(folder.resolve(Manifest.FILE), experiment), experiment)
                .size();
    }

    private SavedSweep saved() throws IOException {
        SavedSweep saved = known == null ? SavedSweep.unverified(folder, catalog) : known;
        known = saved;
        return saved;
    }

    private ReproductionReport checked(Kept kept, List<Integer> ranks) throws IOException {
        Sweep sweep = kept.saved().sweep();
        RunStore shown = kept.journal() == null ? null : sweep.experiment().shown(kept.journal());
        TableCheck check = new TableCheck(folder, sweep, tables);
        check.check(shown);
        DigestCheck digests = new DigestCheck(folder, sweep, kept.digests());
        digests.check(kept.recorded(), shown);
        List<Finding> findings = new ArrayList<>(check.findings());
        findings.addAll(digests.findings());
        List<String> unchecked = new ArrayList<>(check.unchecked());
        if (shown == null && sweep.experiment().stopping().isPresent()) {
            unchecked.add(
                    "whether there are as many runs as the precision asks for: there is no " + ResultFolder.JOURNAL);
        }
        return remade(kept, ranks, findings, unchecked);
    }

    /** Content of a folder. */
    private record Kept(
            SavedSweep saved,
            ManifestDigests recorded,
            SavedDigests digests,
            @Nullable Journal journal) {
        @Nullable
        RunRecord find(Task task) throws IOException {
            return journal == null ? null : journal.find(task);
        }
    }

    private List<Integer> chosen(SavedDigests digests, Experiment experiment) throws StoreRefused {
        TaskSpace tasks = experiment.tasks();
        List<Integer> ranks = new ArrayList<>(digests.ranks());
        if (ranks.isEmpty()) {
            throw new StoreRefused(folder.resolve(Manifest.FILE)
                    + " has no digests: the sweep was not finished; the command that made it goes on with it");
        }
        if (only != null) {
            if (!tasks.contains(only) || !ranks.contains(tasks.rank(only))) {
                throw new StoreRefused(folder.resolve(Manifest.FILE) + " has no " + named(experiment, only));
            }
            return List.of(tasks.rank(only));
        }
        Task ofCell = cell;
        if (ofCell != null) {
            ranks.removeIf(rank -> tasks.ofRank(rank).point() != ofCell.point()
                    || tasks.ofRank(rank).arm() != ofCell.arm());
            if (ranks.isEmpty()) {
                throw new StoreRefused(folder.resolve(Manifest.FILE) + " has no run of point " + ofCell.point()
                        + ", arm " + ofCell.arm());
            }
        }
        if (sample < ranks.size()) {
            Draws draws = Draws.of(SAMPLING_SEED, "reproduction.sample", SubjectKind.FACTOR);
            int[] order = Shuffle.of(ranks.size(), draws, 0, 0);
            return Arrays.stream(order).limit(sample).mapToObj(ranks::get).toList();
        }
        return ranks;
    }

    private static String named(Experiment experiment, Task task) {
        return DigestCheck.named(experiment, task);
    }

    private ReproductionReport remade(Kept kept, List<Integer> ranks, List<Finding> findings, List<String> unchecked)
            throws IOException {
        Experiment experiment = kept.saved().sweep().experiment();
        LimitedRuns limits = LimitedRuns.in(kept.journal());
        List<Integer> again = ranks.stream()
                .filter(rank -> !limits.byTime(experiment.tasks().ofRank(rank)))
                .toList();
        Sameness sameness = new Sameness(kept.digests(), kept.journal(), eventsMost);
        Reruns reruns = new Reruns(experiment.tasks(), again, sameness::isNotOther);
        setUp.apply(Runner.of(experiment, reruns)
                        .withoutSharing()
                        .eventsOfRun(task -> Math.min(eventsMost, limits.eventsAllowed(task))))
                .run();
        RunRecord first = reruns.firstDifferent();
        if (first != null) {
            Task task = first.task();
            String fingerprint = kept.digests().fingerprint(task);
            findings.add(new Divergence(experiment, task).finding(first, kept.find(task), fingerprint));
        }
        unchecked.addAll(sameness.unchecked());
        int outOfTime = ranks.size() - again.size();
        if (outOfTime > 0) {
            unchecked.add(Sameness.counted(outOfTime)
                    + " that took more time or memory than there was, which depends on the machine");
        }
        return new ReproductionReport(
                kept.saved(),
                kept.recorded().machine(),
                kept.digests().ranks().size(),
                reruns.made(),
                reruns.differences(),
                outOfTime,
                kept.journal() != null && kept.saved().sweep().shard().isWhole(),
                unchecked,
                findings,
                first == null ? null : first.task());
    }
}
