package dev.borderline.cli.serve;

import dev.borderline.cli.options.FolderScenario;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Version;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The page on which a person moves levers. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Opens a page that answers while you move a lever.",
        description = {
            "Starts a server on 127.0.0.1, prints its address, which holds a token, and opens it in a browser. On the page:"
                    + " levers and dates of several arms, and what they change, with what chance and what is not known"
                    + " leave open. The model itself answers; nothing leaves this machine. Ends with Ctrl-C."
        },
        footer = {
            "",
            "Examples:",
            "  borderline explore",
            "  borderline explore historical",
            "  borderline explore --no-browser --port 8123 --idle 60"
        })
public final class ExploreCommand implements Callable<Integer> {
    private final Console console;
    private final Function<Console, CommandLine> commands;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "Scenario that the page begins with: a shipped one, a file or a result folder (default:"
                    + " tightening-2015).")
    private @Nullable String scenario;

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Option(names = "--no-browser", description = "Print the address and open nothing.")
    private boolean noBrowser;

    /** The command; {@code commands} makes those whose answers it passes on. */
    public ExploreCommand(Console console, Function<Console, CommandLine> commands) {
        this.console = console;
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException {
        return new Serving(console, commands::apply, options).serve(true, state(), address -> {
            if (!noBrowser) {
                Browser.open(address);
            }
        });
    }

    /** State of the page that shows the scenario: its name if it is shipped, else its whole text. */
    private String state() {
        if (scenario == null) {
            return "";
        }
        Scenario shown = FolderScenario.named(scenario);
        return new ShippedScenarios().find(scenario, "").isPresent()
                ? "#scenario=" + encoded(scenario)
                : "#yaml=" + encoded(shown.toYaml());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
