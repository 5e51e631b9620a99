package dev.borderline.cli.sweep;

import dev.borderline.cli.options.TableFile;
import dev.borderline.cli.options.TableOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.table.Export;
import dev.borderline.mechanism.StandardCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The runs of a folder as one table, for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Writes the runs of a folder as CSV or Parquet.",
        description = {
            "Writes the finished runs of a folder as one table: long, with a number a line by year, zone and wealth"
                    + " fifth; wide, with a run a line and a column per measure; or hubverse, as scenario modelling hubs"
                    + " ask for trajectories. CSV, or Parquet where FILE ends in .parquet. The same runs give the same"
                    + " bytes. Works while the sweep goes on: of the runs that are there."
        },
        footer = {
            "",
            "Examples:",
            "  borderline export results/crackdown --shape wide --out runs.parquet",
            "  borderline export results/crackdown --measure arrests,contact_share > long.csv",
            "  borderline export results/crackdown --shape hubverse --out hub.csv"
        })
public final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Folder of a run or sweep.")
    private Path folder = Path.of("");

    @Option(names = "--shape", paramLabel = "SHAPE", description = "${COMPLETION-CANDIDATES} (default: long).")
    private ExportShape shape = ExportShape.LONG;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A .csv or .parquet file; - is standard output, as CSV (default: -).")
    private Path out = Path.of("-");

    @Mixin
    private TableOptions table = new TableOptions();

    @Option(names = "--measure", paramLabel = "NAME", split = ",", description = "Measures to export (default: all).")
    private List<String> measures = new ArrayList<>();

    public ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        TableFile file = table.file(out);
        ResultFolder results = new ResultFolder(folder);
        Experiment experiment =
                results.saved(StandardCatalog.standard()).sweep().experiment();
        try (Journal runs = results.read(experiment)) {
            Export export = export(experiment, runs);
            file.write(export.columns(), export::writeTo, console);
            int finished = runs.size() - runs.failures();
            if (!table.quiet()
                    && finished < experiment.tasks().size()
                    && experiment.stopping().isEmpty()) {
                console.note(
                        "exported " + finished + " of " + experiment.tasks().size() + " runs: the others are not"
                                + " there or failed; 'borderline status " + folder + "' tells more");
            }
        }
        return ExitCodes.OK;
    }

    private Export export(Experiment experiment, Journal runs) throws IOException {
        try {
            return Export.of(shape.inLibrary(), experiment, runs, measures);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--measure: " + e.getMessage());
        }
    }
}
