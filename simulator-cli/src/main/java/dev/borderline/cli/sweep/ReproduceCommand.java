package dev.borderline.cli.sweep;

import dev.borderline.cli.crate.CrateDamaged;
import dev.borderline.cli.crate.UnpackedCrate;
import dev.borderline.cli.options.GuardOptions;
import dev.borderline.cli.options.OneRun;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Interruption;
import dev.borderline.cli.text.ProgressLine;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.folder.Manifest;
import dev.borderline.experiment.folder.Reproduction;
import dev.borderline.experiment.folder.ReproductionReport;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.text.FileRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs of a result folder made again and compared with what it says. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Makes the runs of a result folder or crate again and compares every number.",
        description = {
            "Needs nothing but the folder: manifest.json and design.csv say what was run. Checks that scenarios, points and"
                    + " seed are those of the digests, that the tables are what the journal gives, and that each run, made"
                    + " again, is the same to the byte. What differs is named: the input, the line of a table, or the first"
                    + " run, its month and the events with which that month begins here. What is there and cannot be"
                    + " checked is named too. The limits are those of a sweep. Of a crate, a .zip as 'export --crate' writes it,"
                    + " each file is compared with its checksums first; it is unpacked into a folder that is removed again.",
            "",
            "Exit code 0: the same; 1: something differs, or could not be checked."
        },
        footer = {
            "",
            "Examples:",
            "  borderline reproduce results/crackdown",
            "  borderline reproduce results/crackdown/manifest.json --sample 20",
            "  borderline reproduce crackdown.zip",
            "  borderline reproduce results/crackdown --run 3/base",
            "  borderline reproduce results/crackdown --run 3/base/7"
        })
public final class ReproduceCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "MANIFEST",
            description = "A result folder, the manifest.json in it, or a crate: a .zip of one.")
    private Path path = Path.of("");

    @Mixin
    private GuardOptions options = new GuardOptions();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Make only N runs again, spread over all at random; the same each time.")
    private @Nullable Integer sample;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "Make one run alone again, POINT/ARM/REPLICATION, or all runs of a cell, POINT/ARM.")
    private @Nullable String run;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    public ReproduceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!UnpackedCrate.isNamedAsOne(path)) {
            Path folder = folder();
            return reproduce(folder, new ReproductionText(console, folder));
        }
        ReproductionText text = ReproductionText.ofCrate(console, path);
        try (UnpackedCrate crate = UnpackedCrate.open(path)) {
            crate.checkDescription();
            try {
                return reproduce(crate.folder(), text);
            } catch (StoreRefused | FileRefused e) {
                throw new Refusal(crate.named(String.valueOf(e.getMessage())));
            }
        } catch (CrateDamaged e) {
            text.damaged(e.file(), String.valueOf(e.getMessage()), json);
            return ExitCodes.FAILED;
        }
    }

    private int reproduce(Path folder, ReproductionText text) throws IOException {
        Reproduction reproduction = Reproduction.of(folder, StandardCatalog.standard());
        if (sample != null) {
            if (sample < 1) {
                throw new Refusal("--sample is " + sample + "; it must be 1 or more");
            }
            reproduction.sample(sample);
        }
        ResultFolder results = new ResultFolder(folder);
        if (run != null) {
            choose(reproduction, results.experiment(StandardCatalog.standard()), run);
        }
        options.refuseEndless(results.experiment(StandardCatalog.standard()), reproduction.size());
        ComparisonTables.addTo(reproduction, !options.limitWords().isEmpty());
        ProgressLine line = new ProgressLine(console, options.work().progressStyle(console));
        try (Interruption interruption = Interruption.listen()) {
            ReproductionReport report = options.limited(reproduction)
                    .runner(runner -> options.timed(runner)
                            .threads(options.work().threads())
                            .onProgress(line::show)
                            .cancelWhen(interruption::wished))
                    .check();
            line.end();
            if (interruption.wished()) {
                console.note("stopped with " + report.remade() + " runs made again");
                return ExitCodes.PARTIAL;
            }
            text.print(report, json);
            return report.vouchesForAll() ? ExitCodes.OK : ExitCodes.FAILED;
        }
    }

    private static void choose(Reproduction reproduction, Experiment experiment, String name) {
        boolean cell = OneRun.isCell(name);
        Task task = OneRun.named(experiment, "--run", cell ? name + "/0" : name);
        if (cell) {
            reproduction.cell(task.point(), task.arm());
        } else {
            reproduction.only(task);
        }
    }

    private Path folder() {
        Path name = path.getFileName();
        if (name == null || !name.toString().equals(Manifest.FILE)) {
            return path;
        }
        Path parent = path.getParent();
        return parent == null ? Path.of(".") : parent;
    }
}
