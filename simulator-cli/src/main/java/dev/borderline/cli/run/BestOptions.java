package dev.borderline.cli.run;

import dev.borderline.analysis.Objective;
import dev.borderline.analysis.selection.KimNelson;
import dev.borderline.cli.options.SelectionOptions;
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
    static final class Asked extends SelectionOptions {
        @Option(
                names = "--select-best",
                paramLabel = "NAME",
                required = true,
                description = "Run no longer than it takes to tell which scenario has the best mean of this measure."
                        + " Never a measure of how many are caught.")
        private String measure = "";

        @ArgGroup(multiplicity = "1")
        private Direction direction = new Direction();
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
        return wanted().settings(wanted().direction.isMax());
    }

    private Asked wanted() {
        if (asked == null) {
            throw new IllegalStateException("no selection is asked for");
        }
        return asked;
    }
}
