package dev.borderline.cli.options;

import dev.borderline.cli.text.Shell;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.Sweep;
import dev.borderline.text.ShellWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine;

/**
 * Commands that a result folder names, for a person to type. Folders come from strangers too, so a command is told only if it is
 * one of this program, of known options, and then with this program's own name and quoted for a shell.
 *
 * @param root all commands that there are
 */
public record FolderCommands(CommandSpec root) {
    private static final Set<String> MAKE_RUNS = Set.of("run", "compare", "sweep");
    /** Said anew where the command is told, or no part of what makes runs. */
    private static final Set<String> NOT_KEPT = Set.of("--out", "--shard", "--help", "--version", "--debug");

    /** The command that goes on with a sweep in this folder; empty where the folder names none. */
    public Optional<String> goesOn(Sweep sweep, Path folder) {
        return known(sweep.command()).map(words -> Resume.command(words, sweep.shard(), folder));
    }

    /** The command that makes a shard in the folder that it chooses; empty where the folder names none. */
    public Optional<String> makes(Sweep shard) {
        return known(shard.command()).map(words -> Shell.line(Resume.words(words, shard.shard())));
    }

    /** The command that repeats a failed run; empty where what stands there is none. */
    public Optional<String> repeats(FailedRun failed) {
        return ShellWords.words(failed.command()).flatMap(this::known).map(Shell::line);
    }

    /** The words with this program's own name for itself. */
    private Optional<List<String>> known(List<String> words) {
        CommandLine command = words.size() < 3 || !MAKE_RUNS.contains(words.get(1))
                ? null
                : root.subcommands().get(words.get(1));
        if (command == null || !areKnown(command.getCommandSpec(), words.subList(2, words.size()))) {
            return Optional.empty();
        }
        List<String> own = new ArrayList<>(List.of(Shell.program()));
        own.addAll(words.subList(1, words.size()));
        return Optional.of(own);
    }

    private static boolean areKnown(CommandSpec command, List<String> arguments) {
        boolean isValue = false;
        for (String argument : arguments) {
            if (isValue) {
                isValue = false;
            } else if (argument.startsWith("-")) {
                OptionSpec option = command.findOption(argument);
                if (option == null || NOT_KEPT.contains(option.longestName())) {
                    return false;
                }
                isValue = option.arity().max() > 0;
            }
        }
        return !isValue;
    }
}
