package dev.borderline.cli;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Completion of commands and options in shells. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Prints a completion script for bash and zsh.",
        description = {"Sourced by the shell, it completes commands, options and file names after the tab key."},
        footer = {
            "",
            "Examples:",
            "  borderline completion > ~/.borderline-completion",
            "  source <(borderline completion)"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(AutoComplete.bash("borderline", CommandTree.of(console)));
        return ExitCodes.OK;
    }
}
