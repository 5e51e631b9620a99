package dev.borderline.cli.options;

import dev.borderline.cli.text.Shell;
import dev.borderline.experiment.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that goes on with a sweep. */
public final class Resume {
    private Resume() {}

    /** In the folder that the command chooses. */
    public static String command(Sweep sweep) {
        return Shell.line(words(sweep));
    }

    /** In this folder. */
    public static String command(Sweep sweep, Path folder) {
        List<String> words = words(sweep);
        words.addAll(List.of("--out", folder.toString()));
        return Shell.line(words);
    }

    private static List<String> words(Sweep sweep) {
        List<String> words = new ArrayList<>(sweep.command());
        if (!sweep.shard().isWhole()) {
            words.addAll(List.of("--shard", sweep.shard().toString()));
        }
        return words;
    }
}
