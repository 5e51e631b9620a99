package dev.borderline.cli.sweep;

import dev.borderline.cli.crate.CrateWriter;
import dev.borderline.cli.crate.UnpackedCrate;
import dev.borderline.cli.options.TableFile;
import dev.borderline.cli.options.TableOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.table.Export;
import dev.borderline.mechanism.StandardCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The runs of a folder as one table, for other programs; or the folder as one file, for other people. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Writes the runs of a folder as CSV or Parquet, or the folder as a crate.",
        description = {
            "Writes the finished runs of a folder as one table: long, with a number a line by year, zone and wealth"
                    + " fifth; wide, with a run a line and a column per measure; or hubverse, samples in the"
                    + " model output format of the hubverse. CSV, or Parquet where FILE ends in .parquet. The same runs give the same"
                    + " bytes. Works while the sweep goes on: of the runs that are there.",
            "",
            "With --crate, the whole folder as one zip that anybody can verify with 'borderline reproduce': a Process Run Crate"
                    + " of RO-Crate, with what was run, by which program, and the SHA-256 of every file. Everything in the"
                    + " folder goes into it but hidden files. Put a LICENSE there first if yours is not Apache-2.0."
        },
        footer = {
            "",
            "Examples:",
            "  borderline export results/crackdown --shape wide --out runs.parquet",
            "  borderline export results/crackdown --measure arrests,contact_share > long.csv",
            "  borderline export results/crackdown --shape hubverse --out hub.csv",
            "  borderline export results/months --by month --measure arrests",
            "  borderline export results/crackdown --crate --out crackdown.zip"
        })
public final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Folder of a run or sweep.")
    private Path folder = Path.of("");

    @Option(names = "--shape", paramLabel = "SHAPE", description = "${COMPLETION-CANDIDATES} (default: long).")
    private @Nullable ExportShape shape;

    @Option(names = "--crate", description = "Write the folder as a crate: with --out FILE.zip alone.")
    private boolean crate;

    @Option(
            names = "--by",
            paramLabel = "PERIOD",
            description = "Of the long table: year, zone and wealth fifth, or of everyone by month:"
                    + " ${COMPLETION-CANDIDATES} (default: year).")
    private @Nullable Granularity by;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A .csv or .parquet file, or of a crate a .zip; - is standard output, as CSV (default: -).")
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
        if (crate) {
            return writeCrate();
        }
        if (by == Granularity.MONTH && shape() != ExportShape.LONG) {
            throw new Refusal("--by month goes with --shape long: the others have numbers of whole runs");
        }
        TableFile file = table.file(out);
        ResultFolder results = new ResultFolder(folder);
        Experiment experiment =
                results.saved(StandardCatalog.standard()).sweep().experiment();
        try (Journal runs = results.read(experiment)) {
            Export export = export(experiment, runs);
            file.write(export.columns(), out -> export.writeTo(out::append), console);
            int finished = runs.size() - runs.failures();
            if (!table.quiet()
                    && finished < experiment.tasks().size()
                    && experiment.stopping().isEmpty()) {
                console.note(
                        "exported " + finished + " of " + experiment.tasks().size() + " runs: the others are not"
                                + " there or failed; 'borderline status " + Shell.line(List.of(folder.toString()))
                                + "' tells more");
            }
        }
        return ExitCodes.OK;
    }

    private int writeCrate() throws IOException {
        if (shape != null || by != null || !measures.isEmpty() || table.hasFormat()) {
            throw new Refusal("--crate is of the whole folder: --shape, --by, --measure and --format go with tables");
        }
        if (!UnpackedCrate.isNamedAsOne(out)) {
            throw new Refusal("--crate needs a file whose name ends in .zip: --out FILE.zip");
        }
        CrateWriter.Written written = CrateWriter.write(folder, out);
        if (!table.quiet()) {
            console.note("wrote " + out + ": " + written.files() + " files, " + written.bytes()
                    + " bytes; whoever has it" + " types 'borderline reproduce "
                    + Shell.line(List.of(String.valueOf(out.getFileName()))) + "'");
        }
        return ExitCodes.OK;
    }

    private ExportShape shape() {
        return shape == null ? ExportShape.LONG : shape;
    }

    private Export export(Experiment experiment, Journal runs) throws IOException {
        if (by == Granularity.MONTH && experiment.by() != Granularity.MONTH) {
            throw new Refusal("--by month: " + folder + " was made by year alone; make it again with --by month");
        }
        try {
            Export.Shape asked = by == Granularity.MONTH ? Export.Shape.MONTHLY : shape().inLibrary();
            return Export.of(asked, experiment, runs, measures);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--measure: " + e.getMessage());
        }
    }
}
