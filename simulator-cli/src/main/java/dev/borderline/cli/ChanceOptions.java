package dev.borderline.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often, and with what luck. */
final class ChanceOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance.")
    private @Nullable Long seed;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "N",
            description = "Runs of each scenario, each with its own luck.")
    private @Nullable Integer replications;

    /** The options as words of a command. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (seed != null) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        if (replications != null) {
            words.addAll(List.of("--replications", Integer.toString(replications)));
        }
        return words;
    }

    /** Whether a number of replications is asked for. */
    boolean asksReplications() {
        return replications != null;
    }

    /** The seed, unless asked for another than {@code usual}. */
    long seed(long usual) {
        return seed == null ? usual : seed;
    }

    /** The number of replications, at least 1, unless asked for another than {@code usual}. */
    int replications(int usual) {
        int asked = replications == null ? usual : replications;
        if (asked < 1) {
            throw new Refusal("--replications is " + asked + "; it must be 1 or more");
        }
        return asked;
    }
}
