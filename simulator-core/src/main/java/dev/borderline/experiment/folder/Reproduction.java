package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.design.Shuffle;
import dev.borderline.experiment.folder.Finding.Kind;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.model.Catalog;
import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a result folder made again, from nothing but the folder, and compared with what it says: to the byte, by the
 * digests in its manifest.
 *
 * <pre>{@code
 * ReproductionReport report = Reproduction.of(folder, StandardCatalog.standard()).sample(10).check();
 * report.findings().forEach(finding -> show(finding.where(), finding.message()));
 * }</pre>
 *
 * <p>Checked in this order: that scenarios, points and seed are those of the digests, and if not nothing is run; that the tables
 * are what the journal gives; that each record of the journal is the one of the manifest; that each run, made again, is too. A run
 * that a limit of events broke off is made again within that limit; one that a limit of time broke off is not made again. Set up by
 * one thread and used once.
 */
public final class Reproduction {
    private static final long SAMPLING_SEED = 1; // the same sample each time

    private final Path folder;
    private final Catalog catalog;
    private int sample = Integer.MAX_VALUE;
    private @Nullable Task only;
    private @Nullable Task cell; // any of its runs
    private UnaryOperator<Runner> setUp = UnaryOperator.identity();

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

    /** Makes only the runs of one cell again, a pair of a point and an arm: all its replications, or a {@link #sample} of them. */
    public Reproduction cell(int point, int arm) {
        cell = new Task(point, arm, 0);
        return this;
    }

    /** Sets threads, progress or cancelling: {@code runner -> runner.threads(2)}. */
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
        SavedSweep saved = SavedSweep.unverified(folder, catalog);
        Recorded recorded = SavedSweep.recorded(folder);
        Experiment experiment = saved.sweep().experiment();
        List<Finding> inputs = InputCheck.findings(folder, experiment, recorded);
        if (!inputs.isEmpty()) {
            return new ReproductionReport(saved, recorded.machine(), 0, 0, 0, 0, false, inputs, null);
        }
        SavedDigests digests = SavedDigests.read(folder.resolve(Manifest.FILE), experiment);
        List<Integer> ranks = chosen(digests, experiment);
        if (!Files.exists(folder.resolve(ResultFolder.JOURNAL))) {
            return remade(new Kept(saved, recorded, digests, null), ranks, new ArrayList<>());
        }
        try (Journal journal = new ResultFolder(folder).read(experiment)) {
            List<Finding> findings = new ArrayList<>();
            boolean tables = saved.sweep().shard().isWhole();
            if (tables) {
                findings.addAll(TableCheck.findings(folder, experiment, journal));
            }
            findings.addAll(records(journal, digests, experiment));
            return remade(new Kept(saved, recorded, digests, journal), ranks, findings);
        }
    }

    /** What a folder has kept. */
    private record Kept(
            SavedSweep saved,
            Recorded recorded,
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

    /** The first record of the journal that is not the one of the manifest, or is missing. */
    private List<Finding> records(Journal journal, SavedDigests digests, Experiment experiment) throws IOException {
        for (int rank : digests.ranks()) {
            Task task = experiment.tasks().ofRank(rank);
            RunRecord run = journal.find(task);
            if (run == null || !run.digest().equals(digests.digest(task))) {
                String file = folder.resolve(ResultFolder.JOURNAL).toString();
                String what = run == null ? "lacks " : "holds another record than the manifest's of ";
                return List.of(Finding.of(Kind.RECORD, file, what + named(experiment, task)));
            }
        }
        return List.of();
    }

    private static String named(Experiment experiment, Task task) {
        return "point " + task.point() + ", arm " + experiment.arms().get(task.arm()) + ", replication "
                + task.replication();
    }

    private ReproductionReport remade(Kept kept, List<Integer> ranks, List<Finding> findings) throws IOException {
        Experiment experiment = kept.saved().sweep().experiment();
        BrokenOff limits = BrokenOff.in(kept.journal());
        List<Integer> again = ranks.stream()
                .filter(rank -> !limits.byTime(experiment.tasks().ofRank(rank)))
                .toList();
        Reruns reruns = new Reruns(experiment.tasks(), again, run -> isSame(run, kept));
        setUp.apply(Runner.of(experiment, reruns).eventsOfRun(limits::eventsAllowed))
                .run();
        RunRecord first = reruns.firstDifferent();
        if (first != null) {
            Task task = first.task();
            String fingerprint = kept.digests().fingerprint(task);
            findings.add(new Divergence(experiment, task).finding(first, kept.find(task), fingerprint));
        }
        return new ReproductionReport(
                kept.saved(),
                kept.recorded().machine(),
                kept.digests().ranks().size(),
                reruns.made(),
                reruns.differences(),
                ranks.size() - again.size(),
                kept.journal() != null && kept.saved().sweep().shard().isWhole(),
                findings,
                first == null ? null : first.task());
    }

    /** A run that broke off is the same if it breaks off again with the same message; its record also has a command. */
    private static boolean isSame(RunRecord run, Kept kept) {
        if (run instanceof FinishedRun) {
            return run.digest().equals(kept.digests().digest(run.task()));
        }
        try {
            boolean brokeOff = kept.digests().fingerprint(run.task()) == null;
            RunRecord before = kept.find(run.task());
            boolean sameMessage =
                    !(before instanceof FailedRun failed) || failed.message().equals(((FailedRun) run).message());
            return brokeOff && sameMessage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
