package dev.borderline.cli.sweep;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.text.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The picture of a sweep in the README. Hidden: people's own reports will have a command of their own. */
@Command(
        name = "picture",
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Draws a sweep of two factors as an SVG.",
        footer = {
            "",
            "Examples:",
            "  borderline picture results/crackdown --title 'A title' \\",
            "    --outcomes contact_share,arrests --out crackdown.svg"
        })
public final class PictureCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Folder of a finished sweep.")
    private Path folder = Path.of("");

    @Option(names = "--title", paramLabel = "TEXT", required = true, description = "What stands above it.")
    private String title = "";

    @Option(names = "--outcomes", paramLabel = "NAME", split = ",", required = true, description = "A panel each.")
    private List<String> outcomes = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write it.")
    private Path out = Path.of("");

    public PictureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        AtomicFile.write(out, new Picture(SummaryFile.in(folder)).svg(title, outcomes));
        console.note("wrote " + out);
        return ExitCodes.OK;
    }
}
