package dev.borderline.cli.sweep;

import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.report.FitPage;
import dev.borderline.report.GroupChanges;
import dev.borderline.report.NothingToReport;
import dev.borderline.report.Report;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A result folder as a page to read, and its figures as files. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Writes a result folder as one page to read.",
        description = {
            "Writes report.html into the folder: the question, the answer with its uncertainty, figures, the assumptions"
                    + " with their grades, and how to reproduce it. One file that needs no network. Beside it the figures as"
                    + " figures/NAME.svg, and their numbers as figures/NAME.csv, and stress-des.md: the STRESS-DES checklist"
                    + " (Monks et al. 2019) of what a paper must report, filled in from the manifest.",
            "",
            "Of a calibration's folder: the figures on record beside the model, what was known of each input before and"
                    + " after, and the gates."
        },
        footer = {
            "",
            "Examples:",
            "  borderline report results/crackdown",
            "  borderline report results/mine --out mine.html",
            "  borderline report results/mine --figure arms:b --width-mm 85",
            "  borderline report results/mine --by both",
            "  borderline report results/mine --json"
        })
public final class ReportCommand implements Callable<Integer> {
    private static final String PAGE = "report.html";
    private static final int WIDTH_MM = 170;
    private static final int WIDTH_MIN = 40;
    private static final int WIDTH_MAX = 1000;

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Folder of a finished run, sweep or calibration.")
    private Path folder = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write the page; figures go beside it (default: DIR/report.html).")
    private @Nullable Path out;

    @Option(
            names = "--figure",
            paramLabel = "NAME[:LETTER]",
            description = {
                "Write this figure alone, or one of its drawings, as an SVG for a paper: DIR/figures/NAME-WIDTHmm.svg, or"
                        + " the file of --out. Drawings have letters; the last line names program and digest."
            })
    private @Nullable String figure;

    @Option(
            names = "--width-mm",
            paramLabel = "N",
            description = "Width of --figure in millimetres (default: 170; below 120 in one column).")
    private @Nullable BigInteger widthMm;

    @Option(
            names = "--by",
            paramLabel = "WORDS",
            split = ",",
            description = {
                "fifth, zone: who bears the change, always told. both: each fifth of each zone too, for which every run at"
                        + " the point of reference is made once more."
            })
    private List<GroupChanges.By> by = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object with the answer and what was written.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing.")
    private boolean quiet;

    public ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path page = out == null ? folder.resolve(PAGE) : out;
        if (Files.isDirectory(page)) {
            throw new Refusal(page + " is a folder: --out names the page, such as " + page.resolve(PAGE));
        }
        if (figure != null) {
            return oneFigure(figure);
        }
        if (widthMm != null) {
            throw new Refusal("--width-mm is of --figure: name one");
        }
        if (FitPage.isFit(folder)) {
            return ofFit(page);
        }
        Report.Written written = written(page);
        if (json) {
            console.out().println(json(written));
        } else if (!quiet) {
            console.out().println("Wrote " + written.page() + ".");
            console.out()
                    .println("Its figures stand in " + written.figures() + "/ as SVG and CSV: "
                            + String.join(", ", written.names()) + ".");
            console.out()
                    .println(
                            written.checklistKept()
                                    ? "Left alone, because somebody has written in it: " + written.checklist()
                                            + ". Move it away for a new one."
                                    : "For a paper's supplement, the STRESS-DES checklist filled in: "
                                            + written.checklist());
        }
        return ExitCodes.OK;
    }

    private Set<GroupChanges.By> groupings() {
        Set<GroupChanges.By> groupings = EnumSet.copyOf(Report.GROUPINGS);
        groupings.addAll(by);
        return groupings;
    }

    private int oneFigure(String name) throws IOException {
        int width = widthMm == null ? WIDTH_MM : ChanceOptions.whole("--width-mm", widthMm, WIDTH_MIN, WIDTH_MAX);
        Path file =
                out == null ? folder.resolve("figures").resolve(name.replace(':', '-') + "-" + width + "mm.svg") : out;
        String svg;
        try {
            svg = Report.figure(folder, StandardCatalog.standard(), name, width, groupings());
        } catch (NothingToReport refusal) {
            throw new Refusal("--figure: " + refusal.getMessage());
        }
        if (out == null) {
            GuardedFiles.makeFolder(folder.resolve("figures"));
        }
        AtomicFile.write(file, svg);
        if (json) {
            console.out()
                    .println(JsonWriter.indented()
                            .beginObject()
                            .key("figure")
                            .value(file.toString())
                            .endObject()
                            .finish());
        } else if (!quiet) {
            console.out().println("Wrote " + file + ".");
        }
        return ExitCodes.OK;
    }

    private int ofFit(Path page) throws IOException {
        if (!by.isEmpty()) {
            throw new Refusal("--by: a calibration has no groups of households; it is of runs and sweeps");
        }
        try {
            FitPage.write(folder, page);
        } catch (NothingToReport refusal) {
            throw new Refusal(String.valueOf(refusal.getMessage()));
        }
        if (json) {
            console.out()
                    .println(JsonWriter.indented()
                            .beginObject()
                            .key("page")
                            .value(page.toString())
                            .endObject()
                            .finish());
        } else if (!quiet) {
            console.out().println("Wrote " + page + ".");
        }
        return ExitCodes.OK;
    }

    private Report.Written written(Path page) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refusal(folder + " is a file: give the folder of a finished run or sweep");
        }
        try {
            return Report.write(folder, StandardCatalog.standard(), page, groupings());
        } catch (NothingToReport refusal) {
            throw new Refusal(String.valueOf(refusal.getMessage()));
        }
    }

    private static String json(Report.Written written) {
        JsonWriter json = JsonWriter.indented().beginObject();
        Report.Head head = written.head();
        json.key("title").value(head.title()).key("question").value(head.question());
        texts(json.key("answer"), head.answer());
        json.key("inputs_by_grade").beginObject();
        head.inputs().forEach((grade, count) -> json.key(grade).value(count));
        json.endObject();
        json.key("page").value(written.page().toString());
        json.key("figures").beginArray();
        for (String name : written.names()) {
            json.beginObject().key("name").value(name);
            json.key("svg").value(written.figures().resolve(name + ".svg").toString());
            json.key("csv").value(written.figures().resolve(name + ".csv").toString());
            texts(json.key("notes"), head.notes().getOrDefault(name, List.of()));
            json.endObject();
        }
        json.endArray().key("checklist").value(written.checklist().toString());
        json.key("checklist_kept").value(written.checklistKept());
        return json.endObject().finish();
    }

    private static void texts(JsonWriter json, List<String> texts) {
        json.beginArray();
        texts.forEach(json::value);
        json.endArray();
    }
}
