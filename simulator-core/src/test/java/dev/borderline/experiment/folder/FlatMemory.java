package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.design.Scrambling;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.SweepFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program for {@link FlatMemoryTest}, run in a Java machine with a small heap: makes many runs that cost nothing, keeps them in
 * a result folder with all its tables, opens it again, and prints how many bytes are in use then; or keeps them in memory and prints
 * that. Or takes the digest of a design
 * of many points, writes it and reads it again.
 */
final class FlatMemory {
    private FlatMemory() {}

    /** Arguments: a folder, replications of each of six cells, {@code journal} or {@code memory}; or points, {@code digest}. */
    public static void main(String[] args) throws IOException {
        if (args[2].equals("digest")) {
            List<Factor> factors = List.of(Factor.linear("levers.surveillance.coverage", 0.01, 0.12));
            Design points = Design.sobol(factors, Integer.parseInt(args[1]), Scrambling.seeded(1));
            Experiment few = FakeRuns.experiment(1);
            Experiment many = few.with(few.base(), points, 1);
            Path written = Files.createDirectories(Path.of(args[0]));
            ResultFiles.writeDesign(written, many);
            Design read = SavedDesign.read(written.resolve(ResultFiles.DESIGN), points.factors(), points.info());
            System.out.println(
                    many.sha256().equals(many.with(few.base(), read, 1).sha256()));
            return;
        }
        Experiment experiment = FakeRuns.experiment(Integer.parseInt(args[1]));
        SweepFile.Heading heading = new SweepFile.Heading("many", "Many", "");
        Sweep sweep = new Sweep(heading, experiment, Shard.WHOLE, List.of());
        Program program = new Program("1", "", "test 1");
        ResultFolder folder = new ResultFolder(Path.of(args[0]));
        try (RunStore store =
                args[2].equals("memory") ? new MemoryStore(experiment.tasks()) : folder.open(sweep, program)) {
            // No other thread, which may still hold what it worked with when bytes are counted.
            Runner.of(FakeRuns::run, store).executor(Runnable::run, 1).run();
            if (args[2].equals("memory")) {
                printUse(store);
                return;
            }
            folder.write(sweep, program, store);
        }
        try (RunStore store = folder.open(sweep, program)) {
            printUse(store);
        }
    }

    private static void printUse(RunStore store) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(store.size() + " " + (runtime.totalMemory() - runtime.freeMemory()));
    }
}
