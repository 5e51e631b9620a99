package dev.borderline.cli.options;

import dev.borderline.analysis.Objective;
import dev.borderline.analysis.Study;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options for the objective that policies are ranked by. */
public final class ObjectiveOptions {
    @Option(names = "--measure", paramLabel = "NAME", required = true, description = "The outcome to judge by.")
    private String measure = "";

    @ArgGroup(multiplicity = "1")
    private Direction direction = new Direction();

    /** One of the two. */
    static final class Direction {
        @Option(names = "--max", required = true, description = "More of it is better.")
        private boolean max;

        @Option(names = "--min", required = true, description = "Less of it is better.")
        private boolean min;

        boolean isMax() {
            return max && !min;
        }
    }

    /** The objective among the measures of a study. */
    public Objective objective(Study study) {
        return Objective.of(study.experiment().simulation(0, 0).measures(), measure, isLargest());
    }

    /** True where more of it is better. */
    public boolean isLargest() {
        return direction.isMax();
    }
}
