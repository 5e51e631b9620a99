package dev.borderline.cli.options;

import dev.borderline.cli.text.Shell;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.SavedCommand;
import dev.borderline.experiment.store.FailedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that goes on with a sweep, as far as its folder names one that is known. */
public final class Resume {
    private static final String UNKNOWN = "the command that made it, which the folder does not name";

    private Resume() {}

    /** In the folder that the command chooses. */
    public static String command(Sweep sweep) {
        return line(sweep, List.of());
    }

    /** In this folder. */
    public static String command(Sweep sweep, Path folder) {
        return line(sweep, List.of("--out", folder.toString()));
    }

    /** The program is the one that says it, whatever the folder says. */
    private static String line(Sweep sweep, List<String> out) {
        List<String> words = new ArrayList<>(SavedCommand.known(sweep.command()));
        if (words.isEmpty()) {
            return UNKNOWN;
        }
        words.set(0, Shell.program());
        if (!sweep.shard().isWhole()) {
            words.addAll(List.of("--shard", sweep.shard().toString()));
        }
        words.addAll(out);
        return Shell.line(words);
    }

    /** The command that repeats a failed run. */
    public static String repeating(FailedRun run) {
        String command = SavedCommand.known(run.command());
        return command.isEmpty() ? "the folder does not say how" : command;
    }
}
