package dev.borderline.analysis.selection;

import dev.borderline.analysis.Objective;
import dev.borderline.analysis.Outputs;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Quantiles;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Robustness of policies over everything that is not known, not at one point. Immutable.
 *
 * <p>The frame is XLRM (R. J. Lempert, S. W. Popper, S. C. Bankes, Shaping the Next One Hundred Years, 2003): design points are
 * the uncertainties X, arms the policies L, the model the relations R, a measure the outcome M. Which way of condensing an outcome
 * over many states is right depends on how averse to risk one is, and the ways may disagree; so several stand side by side: C. McPhail
 * et al., "Robustness metrics: how are they calculated, when should they be used and why do they give different results?", Earth's
 * Future 6 (2018) 169-191.
 *
 * <ul>
 *   <li>Mean and standard deviation over the states (Laplace; mean and variance apart, not mixed into one number).
 *   <li>Worst: the least good state (Wald 1950).
 *   <li>Regret: in a state, how much worse than the best of the compared policies there. Greatest (Savage 1951) and 90th percentile
 *       over the states. A policy's regret depends on which others are compared.
 *   <li>Satisficing: share of states in which the outcome is good enough (domain criterion; M. K. Starr 1962).
 *   <li>Best in: share of states in which no other does better.
 * </ul>
 *
 * <p>States count alike, so the numbers say as much about the ranges as about the policies. Outcomes are means over replications;
 * what chance is left in them makes regrets a little too large, less so when policies share random numbers.
 *
 * @param policies in the order of the arms
 * @param states number of states
 */
public record Robustness(List<OfPolicy> policies, int states) {
    private static final double HIGH = 0.9;
    private static final double LEVEL = 0.95;

    /**
     * Results of one policy.
     *
     * @param name the policy
     * @param mean over the states
     * @param sd standard deviation over the states; NaN for one state
     * @param worst outcome in the least good state
     * @param regretMax greatest regret
     * @param regret90 regret that 90 % of the states do not exceed
     * @param bestIn share of states in which no other policy does better
     * @param satisficing share of states in which it is good enough; null if nothing was said to be
     */
    public record OfPolicy(
            String name,
            double mean,
            double sd,
            double worst,
            double regretMax,
            double regret90,
            double bestIn,
            @Nullable Satisficing satisficing) {}

    /**
     * A share of states with Wilson's 95 % interval, which takes the states as a sample.
     *
     * @param states number of states that are good enough
     * @param share of all states
     * @param interval for the share in the whole ranges
     */
    public record Satisficing(int states, double share, Interval interval) {}

    public Robustness {
        policies = List.copyOf(policies);
    }

    /**
     * Condenses outcomes.
     *
     * @param names of the policies, two or more
     * @param byState outcome in each state, of each policy; all finite
     * @param goodEnough threshold for satisficing, reached counts; or null
     */
    public static Robustness of(
            Objective objective, List<String> names, double[][] byState, @Nullable Double goodEnough) {
        double[][] outcomes = Outputs.checked(byState);
        if (names.size() < 2 || outcomes.length == 0 || outcomes[0].length != names.size()) {
            throw new IllegalArgumentException("robustness needs outcomes of two or more policies");
        }
        List<OfPolicy> policies = new ArrayList<>();
        for (int policy = 0; policy < names.size(); policy++) {
            policies.add(policy(objective, names.get(policy), outcomes, policy, goodEnough));
        }
        return new Robustness(policies, outcomes.length);
    }

    private static OfPolicy policy(
            Objective objective, String name, double[][] outcomes, int policy, @Nullable Double goodEnough) {
        double[] own =
                Arrays.stream(outcomes).mapToDouble(state -> state[policy]).toArray();
        double[] regrets = Arrays.stream(outcomes)
                .mapToDouble(state -> regret(objective, state, policy))
                .toArray();
        Tally tally = Tally.of(own);
        long best = Arrays.stream(regrets).filter(regret -> regret == 0).count();
        return new OfPolicy(
                name,
                tally.mean(),
                tally.sd(),
                objective.largest() ? tally.min() : tally.max(),
                Quantiles.of(regrets, 1),
                Quantiles.of(regrets, HIGH),
                (double) best / regrets.length,
                goodEnough == null ? null : satisficing(objective, own, goodEnough));
    }

    private static double regret(Objective objective, double[] state, int policy) {
        double regret = 0;
        for (double other : state) {
            regret = Math.max(regret, objective.advantage(other, state[policy]));
        }
        return regret;
    }

    private static Satisficing satisficing(Objective objective, double[] outcomes, double goodEnough) {
        int count = (int) Arrays.stream(outcomes)
                .filter(outcome -> objective.advantage(outcome, goodEnough) >= 0)
                .count();
        double share = (double) count / outcomes.length;
        return new Satisficing(count, share, Intervals.wilson(count, outcomes.length, LEVEL));
    }
}
