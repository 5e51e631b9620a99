package dev.borderline.cli.run;

import dev.borderline.analysis.Objective;
import dev.borderline.analysis.selection.KimNelson;
import dev.borderline.cli.text.Refusal;
import dev.borderline.measure.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Selection of the best scenario instead of a comparison. */
final class BestOptions {
    @ArgGroup(exclusive = false, heading = "%nSelection of the best instead:%n")
    private @Nullable Asked asked;

    /** Options of the selection. */
    static final class Asked {
        @Option(
                names = "--select-best",
                paramLabel = "NAME",
                required = true,
                description = "Run no longer than it takes to tell which scenario has the best mean of this measure."
                        + " Never a measure of how many are caught.")
        private String measure = "";

        @ArgGroup(multiplicity = "1")
        private Direction direction = new Direction();

        @Option(
                names = "--indifference",
                paramLabel = "D",
                required = true,
                description = "The least difference of means that matters, in the measure's unit.")
        private double indifference;

        @Option(names = "--alpha", paramLabel = "P", description = "Greatest chance to select wrongly (default: 0.05).")
        private double alpha = 0.05;
    }

    /** One of the two; a class of its own, since the command line's processor takes a nested group once only. */
    static final class Direction {
        @Option(names = "--max", required = true, description = "More of it is better.")
        private boolean max;

        @Option(names = "--min", required = true, description = "Less of it is better.")
        private boolean min;

        boolean isMax() {
            return max && !min;
        }
    }

    boolean isAsked() {
        return asked != null;
    }

    Objective objective(List<Measure> known) {
        Asked wanted = wanted();
        return Objective.of(known, wanted.measure, wanted.direction.isMax());
    }

    KimNelson.Settings settings() {
        Asked wanted = wanted();
        try {
            return KimNelson.Settings.usual(wanted.alpha, wanted.indifference, wanted.direction.isMax());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private Asked wanted() {
        if (asked == null) {
            throw new IllegalStateException("no selection is asked for");
        }
        return asked;
    }
}
