package dev.borderline.experiment;

import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Number of replications of one cell by its stopping rule, as its runs come in, in any order. Looks only when all runs before a
 * look are there, and takes them in their order. Mutable; guarded by its owner.
 */
final class CellStopping {
    private final StoppingRule rule;
    private final List<Tally> tallies = new ArrayList<>(); // of replications 0 to counted - 1, by goal
    private final Map<Integer, double[]> ahead = new TreeMap<>(); // values by goal of later replications
    private int counted;
    private int wanted = StoppingRule.FIRST;
    private boolean met;

    CellStopping(StoppingRule rule) {
        this.rule = rule;
        rule.goals().forEach(goal -> tallies.add(new Tally()));
    }

    /** Takes the values of a run, by goal; NaN where one is undefined. */
    void add(int replication, double... values) {
        if (replication >= counted) {
            ahead.put(replication, values);
        }
        for (double[] next = next(); next != null; next = next()) {
            count(next);
            if (counted == wanted) {
                look();
            }
        }
    }

    private double @Nullable [] next() {
        return counted < wanted ? ahead.remove(counted) : null;
    }

    private void count(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                tallies.get(i).add(values[i]);
            }
        }
        counted++;
    }

    private void look() {
        met = rule.isMet(tallies);
        if (!met) {
            wanted = rule.nextLook(counted, tallies);
        }
    }

    /** Replications it is to have, as far as is known. */
    int wanted() {
        return wanted;
    }

    /** Replications counted so far. */
    int counted() {
        return counted;
    }

    /** Goals that were not met when the cap was; empty before. */
    List<StoppingRule.Goal> unmet() {
        List<StoppingRule.Goal> unmet = new ArrayList<>();
        for (int i = 0; i < tallies.size() && !met && counted >= rule.maxReplications(); i++) {
            if (!StoppingRule.isMet(rule.goals().get(i), tallies.get(i))) {
                unmet.add(rule.goals().get(i));
            }
        }
        return unmet;
    }
}
