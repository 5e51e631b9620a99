package dev.borderline.experiment;

import dev.borderline.experiment.store.RunStore;
import java.io.IOException;
import java.util.List;

/**
 * Numbers of replications of an experiment's cells, and the goals that its stopping rule did not reach.
 *
 * @param leastReplications in the cell with the fewest
 * @param mostReplications in the cell with the most
 * @param unmet means that are not known well enough after as many replications as are allowed; empty without a rule
 */
public record PrecisionReached(int leastReplications, int mostReplications, List<Unmet> unmet) {
    public PrecisionReached {
        unmet = List.copyOf(unmet);
    }

    /**
     * A mean that is not known well enough.
     *
     * @param point of its cell
     * @param arm of its cell
     * @param measure whose mean it is
     */
    public record Unmet(int point, int arm, String measure) {}

    /** Precision reached by an experiment whose runs a store has. */
    public static PrecisionReached of(Experiment experiment, RunStore store) throws IOException {
        return Stopping.of(experiment, store).reached();
    }
}
