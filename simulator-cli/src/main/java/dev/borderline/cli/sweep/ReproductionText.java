package dev.borderline.cli.sweep;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Shell;
import dev.borderline.cli.text.Version;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.folder.ReproductionReport;
import dev.borderline.experiment.folder.ReproductionReport.Finding;
import dev.borderline.experiment.store.Task;
import dev.borderline.text.JsonWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Result of reproducing a folder, for people or as JSON. */
final class ReproductionText {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";
    private static final List<String> DRAWN = List.of("report.html", "figures", "stress-des.md");

    private final Console console;
    private final Path folder;
    private final String shown;

    ReproductionText(Console console, Path folder) {
        this(console, folder, folder.toString());
    }

    private ReproductionText(Console console, Path folder, String shown) {
        this.console = console;
        this.folder = folder;
        this.shown = shown;
    }

    /** The result of a crate, whose folder is gone when somebody reads it: commands name one with the crate's name. */
    static ReproductionText ofCrate(Console console, Path crate) {
        String name = String.valueOf(crate.getFileName());
        return new ReproductionText(console, Path.of(name.substring(0, name.lastIndexOf('.'))), crate.toString());
    }

    /** A crate of which one file is not as it was, and nothing was run. */
    void damaged(String file, String message, boolean asJson) {
        if (asJson) {
            JsonWriter json = JsonWriter.indented().beginObject();
            json.key("same").value(false).key("remade").value(0);
            json.key("findings").beginArray().beginObject();
            json.key("kind")
                    .value("file")
                    .key("where")
                    .value(file)
                    .key("message")
                    .value(message);
            console.out()
                    .println(json.key("details")
                            .beginArray()
                            .endArray()
                            .endObject()
                            .endArray()
                            .endObject()
                            .finish());
            return;
        }
        console.out().println(console.bold(shown));
        console.out().println();
        console.out().println(console.bold("Changed file:") + " " + file);
        Wrapping.lines(message, WIDTH - INDENT.length())
                .forEach(line -> console.out().println(INDENT + line));
        console.out().println();
        wrapped("Different. Nothing was run, because the crate is not what was made.");
    }

    void print(ReproductionReport report, boolean asJson) {
        if (asJson) {
            console.out().println(json(report));
            return;
        }
        console.out()
                .println(console.bold(shown) + ": "
                        + report.saved().sweep().heading().title());
        wrapped("made by " + report.saved().program().build() + " ("
                + report.saved().program().commit() + ") on " + report.machine());
        wrapped("this is " + Version.build() + " (" + Version.commit() + ")");
        console.out().println();
        if (report.same()) {
            same(report);
            return;
        }
        findings(report);
        console.out().println();
        wrapped(
                report.remade() + report.outOfTime() == 0
                        ? "Different. Nothing was run, because it would not be what was run before."
                        : "Different. Of " + report.remade() + " runs made again, " + report.different() + " differ.");
        unchecked(report);
    }

    private void unchecked(ReproductionReport report) {
        if (!report.unchecked().isEmpty()) {
            wrapped("Not checked: " + String.join("; ", report.unchecked()) + ".");
        }
    }

    private void findings(ReproductionReport report) {
        for (Finding finding : report.findings()) {
            console.out().println(console.bold(name(finding.kind())) + " " + finding.where());
            Wrapping.lines(finding.message(), WIDTH - INDENT.length())
                    .forEach(line -> console.out().println(INDENT + line));
            finding.details().forEach(line -> console.out().println(INDENT + INDENT + line));
        }
        Task first = report.first();
        if (first != null && report.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.MECHANISM)) {
            trace(report.saved().sweep().experiment(), first);
        }
    }

    /** A folder has a fingerprint a month: which event differs first only the two programs can tell, side by side. */
    private void trace(Experiment experiment, Task run) {
        console.out().println();
        String first = shown.equals(folder.toString()) ? "write" : "unpack the crate as " + folder + ", write";
        wrapped("To see the first event that differs, " + first
                + " all events with this program and with the one that made" + " the run, and compare:");
        String cell = run.point() + "/" + experiment.arms().get(run.arm());
        String replication = Integer.toString(run.replication());
        console.out()
                .println(INDENT
                        + Shell.line(List.of(
                                Shell.program(),
                                "trace",
                                folder.toString(),
                                "--arms",
                                cell,
                                "--replication",
                                replication,
                                "--out",
                                "events.csv")));
    }

    private void same(ReproductionReport report) {
        boolean all = report.remade() == report.runs();
        String verdict = report.vouchesForAll()
                ? "The same" + (all ? "" : ", as far as was asked for: " + share(report)) + pictures() + "."
                : "Not everything could be checked: " + String.join("; ", report.unchecked()) + pictures() + ".";
        String rest = report.vouchesForAll() ? "" : "What could be is the same. ";
        String tables = report.tablesChecked() ? "The tables are what the journal gives, and " : "";
        wrapped(verdict + " " + rest + "Scenarios, points and seed are those of the digests. " + tables
                + (all ? "all " + report.runs() : report.remade() + " of " + report.runs())
                + " runs, made again, are the same to the byte.");
    }

    /** Words about the files of {@code report} that are there: nobody vouches for them. */
    private String pictures() {
        List<String> drawn = DRAWN.stream()
                .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .toList();
        return drawn.isEmpty()
                ? ""
                : "; nothing is said of " + String.join(", ", drawn) + ", which 'report' makes again from the runs";
    }

    private static String share(ReproductionReport report) {
        return report.remade() + " of " + report.runs() + " runs";
    }

    private void wrapped(String text) {
        Wrapping.lines(text, WIDTH).forEach(console.out()::println);
    }

    private static String name(Finding.Kind kind) {
        return switch (kind) {
            case SCENARIO -> "Changed input:";
            case DESIGN -> "Changed design:";
            case SEED -> "Changed seed:";
            case SEED_OR_NAME -> "Changed seed or name:";
            case RANDOM_NUMBERS -> "Changed random numbers:";
            case SEED_SCHEME -> "Other seed scheme:";
            case TABLE -> "Changed result row:";
            case DIGEST -> "Changed digests:";
            case RECORD -> "Changed record:";
            case MECHANISM -> "Changed mechanism:";
            case NUMBERS -> "Changed measure:";
            case FAILURE -> "Other end of a run:";
        };
    }

    private static String json(ReproductionReport report) {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("same").value(report.vouchesForAll());
        json.key("runs").value(report.runs());
        json.key("remade").value(report.remade());
        json.key("different").value(report.different());
        json.key("out_of_time").value(report.outOfTime());
        json.key("tables_checked").value(report.tablesChecked());
        json.key("unchecked").beginArray();
        report.unchecked().forEach(json::value);
        json.endArray();
        json.key("made_by").value(report.saved().program().build());
        json.key("this_is").value(Version.build());
        json.key("findings").beginArray();
        for (Finding finding : report.findings()) {
            json.beginObject().key("kind").value(finding.kind().name().toLowerCase(Locale.ROOT));
            json.key("where").value(finding.where());
            json.key("message").value(finding.message());
            json.key("details").beginArray();
            finding.details().forEach(json::value);
            json.endArray().endObject();
        }
        return json.endArray().endObject().finish();
    }
}
