package dev.borderline.cli.serve;

import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.report.Report;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The report of a comparison: that of the folder which its sweep would fill. Runs that are known are not made again. */
record ReportWork(Asked asked, Sweep sweep) implements Work {
    static ReportWork of(Asked asked) {
        Asked last = Stages.last(asked);
        return new ReportWork(last, SweepYaml.of(last).sweep());
    }

    Problem problem() {
        return Problem.of(
                "report " + asked.digest(sweep.experiment()),
                this,
                sweep.experiment().tasks().size());
    }

    @Override
    public Optional<String> answer(Workshop shop) throws IOException {
        Optional<RunStore> runs = shop.runs(sweep.experiment(), asked.form().threads());
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("borderline-serve");
        try {
            return Optional.of(JsonWriter.compact()
                    .beginObject()
                    .key("html")
                    .value(html(folder, runs.get()))
                    .endObject()
                    .finish());
        } finally {
            CommandWork.delete(folder);
        }
    }

    private String html(Path folder, RunStore runs) throws IOException {
        ResultFolder results = new ResultFolder(folder.resolve(CommandWork.FOLDER));
        try (Journal journal = results.open(sweep, Version.asProgram())) {
            runs.forEach(journal::append);
            results.write(sweep, Version.asProgram(), journal);
        }
        Path page = results.path().resolve("report.html");
        Report.write(results.path(), StandardCatalog.standard(), page);
        return Files.readString(page).replace(folder + "/", "");
    }
}
