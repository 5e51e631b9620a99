package dev.borderline.experiment;

import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replications of all arms of one point that make their differences from the first arm known well enough. Pairs are
 * runs of the same replication, in which arms share their random numbers, so a difference is often known long before the means are;
 * and all arms have the same number. Looks only when all runs before a look are there, and takes them in their order. Mutable;
 * guarded by its owner.
 */
final class PointStopping {
    private final StoppingRule rule;
    private final int arms;
    private final List<Tally> base = new ArrayList<>(); // means of the first arm, by goal
    private final List<List<Tally>> differences = new ArrayList<>(); // by arm but the first, then goal
    private final Map<Integer, double[][]> ahead = new TreeMap<>(); // values by arm, then goal, of later replications
    private int counted;
    private int wanted = StoppingRule.FIRST;
    private boolean met;

    PointStopping(StoppingRule rule, int arms) {
        this.rule = rule;
        this.arms = arms;
        base.addAll(tallies());
        for (int arm = 1; arm < arms; arm++) {
            differences.add(tallies());
        }
    }

    private List<Tally> tallies() {
        return rule.goals().stream().map(goal -> new Tally()).toList();
    }

    /** Takes the values of a run, by goal; NaN where one is undefined. */
    void add(int arm, int replication, double... values) {
        if (replication >= counted) {
            ahead.computeIfAbsent(replication, absent -> new double[arms][0])[arm] = values;
        }
        for (double[][] next = next(); next != null; next = next()) {
            count(next);
            if (counted == wanted) {
                look();
            }
        }
    }

    private double @Nullable [][] next() {
        double[][] first = counted < wanted ? ahead.get(counted) : null;
        if (first == null) {
            return null;
        }
        for (double[] ofArm : first) {
            if (ofArm.length == 0) {
                return null;
            }
        }
        return ahead.remove(counted);
    }

    private void count(double[][] values) {
        for (int goal = 0; goal < base.size(); goal++) {
            addKnown(base.get(goal), values[0][goal]);
            for (int arm = 1; arm < arms; arm++) {
                addKnown(differences.get(arm - 1).get(goal), values[arm][goal] - values[0][goal]);
            }
        }
        counted++;
    }

    private static void addKnown(Tally tally, double value) {
        if (!Double.isNaN(value)) {
            tally.add(value);
        }
    }

    private void look() {
        met = true;
        int next = wanted;
        for (List<Tally> ofArm : differences) {
            if (!rule.isMet(ofArm, base)) {
                met = false;
                next = Math.max(next, rule.nextLook(counted, ofArm, base));
            }
        }
        wanted = next;
    }

    /** Replications that each arm is to have, as far as is known. */
    int wanted() {
        return wanted;
    }

    /** Replications counted so far. */
    int counted() {
        return counted;
    }

    /** Goals of an arm that were not met when the cap was; empty before, and for the first arm. */
    List<StoppingRule.Goal> unmet(int arm) {
        List<StoppingRule.Goal> unmet = new ArrayList<>();
        if (arm == 0 || met || counted < rule.maxReplications()) {
            return unmet;
        }
        for (int goal = 0; goal < base.size(); goal++) {
            if (!StoppingRule.isMet(
                    rule.goals().get(goal), differences.get(arm - 1).get(goal), base.get(goal))) {
                unmet.add(rule.goals().get(goal));
            }
        }
        return unmet;
    }
}
