package dev.borderline.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arms that had the same luck, replication by replication. The first is what the others are compared with. Immutable. */
public final class Comparison {
    private final List<Replicates> arms;

    Comparison(List<Replicates> arms) {
        this.arms = List.copyOf(arms);
    }

    /** Runs by arm, the base first. */
    public List<Replicates> arms() {
        return arms;
    }

    /** What the first arm after the base adds to a measure. */
    public Difference difference(String measure) {
        return difference(1, measure);
    }

    /** What an arm, counted from 1, adds to a measure of the base: paired by replication. */
    public Difference difference(int arm, String measure) {
        Map<Integer, FinishedRun> partners = new HashMap<>();
        arms.get(arm).runs().forEach(run -> partners.put(run.task().replication(), run));
        Difference.Builder difference =
                new Difference.Builder(arms.get(0).runs().get(0).layout(), measure);
        for (FinishedRun run : arms.get(0).runs()) {
            FinishedRun partner = partners.get(run.task().replication());
            if (partner != null) {
                difference.add(valueOf(run, measure), valueOf(partner, measure));
            }
        }
        return difference.build();
    }

    private static double valueOf(FinishedRun run, String measure) {
        return run.value(run.layout().index(measure));
    }
}
