package dev.borderline.cli.serve;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
        footer = {"", "Examples:", "  borderline explore", "  borderline explore --no-browser --port 8123 --idle 60"})
public final class ExploreCommand implements Callable<Integer> {
    private final Console console;
    private final Function<Console, CommandLine> commands;

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
        return new Serving(console, commands::apply, options).serve(true, server -> {
            if (!noBrowser) {
                Browser.open(server.address());
            }
        });
    }
}
