package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.text.Numbers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for replications and random numbers. */
public final class ChanceOptions {
    public static final int REPLICATIONS_MAX = 1_000_000; // as in sweep files

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance.")
    private @Nullable Long seed;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "N",
            description = "Runs of each scenario, each with its own random numbers.")
    private @Nullable BigInteger replications; // of any size, to be refused in our words

    /** The options as words of a command. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (seed != null) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        words.addAll(replicationWords());
        return words;
    }

    /** The number of replications as words of a command. */
    public List<String> replicationWords() {
        return replications == null ? List.of() : List.of("--replications", replications.toString());
    }

    /** True if a number of replications is asked for. */
    public boolean asksReplications() {
        return replications != null;
    }

    /** The seed, unless asked for another than {@code usual}. */
    public long seed(long usual) {
        return seed == null ? usual : seed;
    }

    /** The number of replications, 1 to {@value #REPLICATIONS_MAX}, unless asked for another than {@code usual}. */
    public int replications(int usual) {
        return replications == null ? usual : whole("--replications", replications, 1, REPLICATIONS_MAX);
    }

    /** A whole number given with an option, in range; throws {@link Refusal}. */
    public static int whole(String option, BigInteger asked, int least, int most) {
        boolean inRange =
                asked.compareTo(BigInteger.valueOf(least)) >= 0 && asked.compareTo(BigInteger.valueOf(most)) <= 0;
        if (!inRange) {
            throw new Refusal(option + " is " + asked + "; it must be " + least + " to " + Numbers.human((long) most));
        }
        return asked.intValueExact();
    }
}
