package dev.borderline.cli.sweep;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.folder.SweepStatus;
import dev.borderline.mechanism.StandardCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Progress of the sweep in a folder. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Tells what of a sweep is done, failed and left.",
        description = {
            "Tells how far the sweep in a folder has come: what is done, failed and left, who adds to it and how fast,"
                    + " how well the outcomes are known by now, and the commands that go on with it and that repeat"
                    + " what failed. Changes nothing, also while the sweep runs."
        },
        footer = {
            "",
            "Examples:",
            "  borderline status results/crackdown",
            "  borderline status results/crackdown --by arm",
            "  borderline status results/crackdown --json"
        })
public final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Folder of a sweep.")
    private Path folder = Path.of("");

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "Count also by ${COMPLETION-CANDIDATES}; a cell is a point and an arm.")
    private @Nullable StatusGroups by;

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    public StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SweepStatus status = SweepStatus.of(new ResultFolder(folder), StandardCatalog.standard());
        if (json) {
            console.out().println(StatusJson.of(status, folder, by));
        } else {
            new StatusText(status, folder, Instant.now()).lines(by).forEach(console.out()::println);
        }
        return ExitCodes.OK;
    }
}
