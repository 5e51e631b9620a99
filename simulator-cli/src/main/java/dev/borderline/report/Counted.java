package dev.borderline.report;

import dev.borderline.experiment.CellCounts;
import java.util.stream.IntStream;

/**
 * Number of finished runs of the cells, in words.
 *
 * @param least of any cell
 * @param most of any cell
 */
record Counted(int least, int most) {
    static Counted of(CellCounts cells) {
        int[] finished = IntStream.range(0, cells.cells())
                .map(cell -> cells.done(cell) - cells.failed(cell))
                .toArray();
        return new Counted(
                IntStream.of(finished).min().orElse(0),
                IntStream.of(finished).max().orElse(0));
    }

    /** {@code "10 runs"}, or {@code "8 to 24 runs"}. */
    String runs() {
        return words("run");
    }

    /** {@code "10 pairs"}, or {@code "8 to 24 pairs"}. */
    String pairs() {
        return words("pair");
    }

    /** A sentence about intervals, or that there is none. */
    String interval(String sentence) {
        return most > 1 ? sentence : " One run has no interval.";
    }

    private String words(String noun) {
        String number = least == most ? "" + most : least + " to " + most;
        return number + " " + noun + (most == 1 ? "" : "s");
    }
}
