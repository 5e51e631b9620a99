package dev.borderline.experiment;

import dev.borderline.scenario.SweepFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program for {@link FlatMemoryTest}, run in a Java machine with a small heap: makes many runs that cost nothing, keeps them in
 * a result folder with all its tables, opens it again, and prints how many bytes are in use then.
 */
final class FlatMemory {
    private FlatMemory() {}

    /** Arguments: a folder, replications of each of six cells, {@code journal} or {@code memory}. */
    public static void main(String[] args) throws IOException {
        Experiment experiment = FakeRuns.experiment(Integer.parseInt(args[1]));
        SweepFile.Heading heading = new SweepFile.Heading("many", "Many", "");
        Sweep sweep = new Sweep(heading, experiment, Shard.WHOLE, List.of());
        Program program = new Program("1", "", "test 1");
        ResultFolder folder = new ResultFolder(Path.of(args[0]));
        try (RunStore store =
                args[2].equals("memory") ? new MemoryStore(experiment.tasks()) : folder.open(sweep, program)) {
            Runner.of(FakeRuns::run, store).threads(2).run();
            if (args[2].equals("journal")) {
                folder.write(sweep, program, store);
            }
        }
        try (RunStore store = folder.open(sweep, program)) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.println(store.size() + " " + (runtime.totalMemory() - runtime.freeMemory()));
        }
    }
}
