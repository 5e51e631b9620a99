package dev.borderline.cli;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(AutoComplete.bash("borderline", spec.root().commandLine()));
        return ExitCodes.OK;
    }
}
