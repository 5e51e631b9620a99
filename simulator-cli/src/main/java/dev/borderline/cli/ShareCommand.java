package dev.borderline.cli;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.text.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Files that a distribution keeps beside the program, made from the commands themselves. Hidden: for those who package it. */
@Command(
        name = "share",
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Writes the manual pages and the completion script into a folder.",
        description = {"Writes man/man1/*.1, a page for every command, and bash-completion/completions/borderline."},
        footer = {"", "Examples:", "  borderline share /usr/local/share"})
final class ShareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Folder to write into.")
    private Path folder = Path.of("");

    ShareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("man").resolve("man1"));
        for (CommandLine command : ManPage.documented(CommandTree.of(console))) {
            AtomicFile.write(pages.resolve(ManPage.name(command) + ".1"), ManPage.of(command));
        }
        Path completions =
                Files.createDirectories(folder.resolve("bash-completion").resolve("completions"));
        AtomicFile.write(completions.resolve("borderline"), AutoComplete.bash("borderline", CommandTree.of(console)));
        return ExitCodes.OK;
    }
}
