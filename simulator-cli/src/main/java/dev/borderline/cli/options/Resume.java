package dev.borderline.cli.options;

import dev.borderline.cli.text.Shell;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that goes on with a sweep. */
public final class Resume {
    private Resume() {}

    /** In the folder that the command chooses. */
    public static String command(Sweep sweep) {
        return Shell.line(words(sweep.command(), sweep.shard()));
    }

    /** In this folder. */
    public static String command(Sweep sweep, Path folder) {
        return command(sweep.command(), sweep.shard(), folder);
    }

    /** As words that make all runs, of which a shard is made in this folder. */
    public static String command(List<String> command, Shard shard, Path folder) {
        List<String> words = words(command, shard);
        words.addAll(List.of("--out", folder.toString()));
        return Shell.line(words);
    }

    /** As words that make all runs, of which a shard is made in the folder that the command chooses. */
    static List<String> words(List<String> command, Shard shard) {
        List<String> words = new ArrayList<>(command);
        if (!shard.isWhole()) {
            words.addAll(List.of("--shard", shard.toString()));
        }
        return words;
    }
}
