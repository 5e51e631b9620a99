package dev.borderline.cli.serve;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The JSON API on this machine. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Answers programs on this machine: the model as a JSON API.",
        description = {
            "Prints its address and answers there until Ctrl-C: run, compare and the rest as JSON, with the same numbers and"
                    + " the same refusals as the commands. It listens on 127.0.0.1 alone, and answers those who send the"
                    + " token that stands in the address. /openapi.json describes it.",
            "",
            "Runs are made once: equal questions, and arms that questions have in common, are answered from memory."
        },
        footer = {
            "",
            "Examples:",
            "  borderline serve",
            "  borderline serve --port 8123 --token-file ~/.borderline-token --idle 60",
            "  borderline serve --lease --threads 2"
        })
public final class ServeCommand implements Callable<Integer> {
    private final Console console;
    private final Function<Console, CommandLine> commands;

    @Mixin
    private ServeOptions options = new ServeOptions();

    /** The command; {@code commands} makes those whose answers it passes on. */
    public ServeCommand(Console console, Function<Console, CommandLine> commands) {
        this.console = console;
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException {
        return new Serving(console, commands::apply, options).serve(false, "", address -> {});
    }
}
