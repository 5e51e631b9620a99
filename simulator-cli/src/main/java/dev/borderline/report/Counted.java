package dev.borderline.report;

import dev.borderline.experiment.CellCounts;
import dev.borderline.scenario.ensemble.Members;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Number of finished runs of the cells, in words; and of the members that they are of.
 *
 * @param least of any cell
 * @param most of any cell
 * @param members of an ensemble; empty for one guess
 */
record Counted(int least, int most, Optional<Members> members) {
    private static final String RANGES = "ranges of 90 % of the members";

    static Counted of(CellCounts cells, Optional<Members> members) {
        int[] finished = IntStream.range(0, cells.cells())
                .map(cell -> cells.done(cell) - cells.failed(cell))
                .toArray();
        return new Counted(
                IntStream.of(finished).min().orElse(0),
                IntStream.of(finished).max().orElse(0),
                members);
    }

    /** {@code "10 runs"}, or {@code "8 to 24 runs"}. */
    String runs() {
        return words("run");
    }

    /** {@code "the mean of 10 runs"}, {@code "means of 10 runs"}; over members their medians. */
    String averages(boolean plural) {
        String median = plural ? "medians" : "the median";
        return members.map(all ->
                        median + " over " + all.count() + " members with " + runsOf(all.replicationsEach()) + " each")
                .orElse((plural ? "means of " : "the mean of ") + runs());
    }

    private static String runsOf(int number) {
        return number + (number == 1 ? " run" : " runs");
    }

    /** {@code "means over 10 pairs"}; over members their medians. */
    String pairs() {
        return members.map(all -> "medians over " + all.count() + " members").orElse("means over " + words("pair"));
    }

    /** A sentence about intervals, of the members' ranges where there are members, or that there is none. */
    String interval(String sentence) {
        if (members.isPresent()) {
            return sentence.replace("95 % intervals of the means", RANGES)
                    .replace("95 % intervals", RANGES)
                    .replace("Intervals", "Ranges of 90 % of the members");
        }
        return most > 1 ? sentence : " One run has no interval.";
    }

    private String words(String noun) {
        String number = least == most ? "" + most : least + " to " + most;
        return number + " " + noun + (most == 1 ? "" : "s");
    }
}
