package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.Outputs;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Elementary effects: what an output does when one input takes a large step and all others stay, at many places. A cheap screening:
 * inputs with a small {@code muStar} can be left out of dearer analyses. Immutable.
 *
 * <p>M. D. Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991) 161-174. A step is
 * measured in the unit cube that the design maps onto the ranges, so effects of all inputs have the output's unit, for a walk through
 * the whole range, and can be compared. Of the effects of an input, {@code mu} is the mean and {@code sigma} the standard deviation:
 * a sigma that is large against mu says that the effect depends on the place, by curvature or by other inputs. {@code muStar}, the
 * mean of the sizes without sign, does not cancel where the effect changes sign, and ranks inputs much as the total Sobol index does:
 * F. Campolongo, J. Cariboni, A. Saltelli, "An effective screening design for sensitivity analysis of large models", Environmental
 * Modelling and Software 22 (2007) 1509-1518.
 *
 * <p>With several replications the effects are those of the means; {@code chance} is the standard deviation that chance alone would
 * give an effect, so a sigma or muStar of that size says nothing about the input. Points share random numbers by default, which takes
 * most of it away.
 *
 * <p>Intervals are Student's, for means over independent trajectories. Drawing trajectories again, as for Sobol's indices, covers
 * too seldom with the few that are usual: in simulations with 10 trajectories 89 to 94 % where Student's covers 93 to 98 %. Sigma
 * has none, since with few trajectories no simple one covers as it says.
 *
 * @param factors in the order of the design
 * @param trajectories number of walks, each with one step of every input
 * @param replications runs of each point
 */
public record MorrisEffects(List<OfFactor> factors, int trajectories, int replications) {
    /**
     * The effects of one input.
     *
     * @param name path of the input
     * @param mu mean effect
     * @param muStar mean size of the effect
     * @param sigma standard deviation of the effect; no interval is known that holds for few trajectories
     * @param chance standard deviation of an effect by chance; NaN with one replication
     */
    public record OfFactor(String name, Estimate mu, Estimate muStar, double sigma, double chance) {}

    /**
     * One step of a walk.
     *
     * @param factor index of the input that moved
     * @param size of the step in the unit cube, with sign; not 0
     * @param before point before it
     * @param after point after it
     */
    public record TrajectoryStep(int factor, double size, int before, int after) {}

    private static final double LEVEL = 0.95;

    public MorrisEffects {
        factors = List.copyOf(factors);
    }

    /**
     * The effects of these outputs.
     *
     * @param names of the factors
     * @param trajectories steps of each walk, one for each factor in any order; two walks or more
     * @param byPoint outputs by point, then by replication
     */
    public static MorrisEffects of(List<String> names, List<List<TrajectoryStep>> trajectories, double[][] byPoint) {
        double[][] outputs = Outputs.checked(byPoint);
        if (trajectories.size() < 2) {
            throw new IllegalArgumentException("Morris' method needs two trajectories or more");
        }
        double[][][] effects = effects(names.size(), trajectories, outputs);
        List<OfFactor> all = new ArrayList<>();
        for (int factor = 0; factor < names.size(); factor++) {
            all.add(ofFactor(names.get(factor), effects[factor]));
        }
        return new MorrisEffects(all, trajectories.size(), outputs[0].length);
    }

    private static OfFactor ofFactor(String name, double[][] byWalk) {
        Tally effects = new Tally();
        Tally sizes = new Tally();
        for (double[] byReplication : byWalk) {
            double effect = Outputs.mean(byReplication);
            effects.add(effect);
            sizes.add(Math.abs(effect));
        }
        return new OfFactor(name, mean(effects), mean(sizes), effects.sd(), chance(byWalk));
    }

    private static Estimate mean(Tally tally) {
        return new Estimate(tally.mean(), Intervals.studentT(tally, LEVEL));
    }

    /** By factor, trajectory and replication. */
    private static double[][][] effects(int factors, List<List<TrajectoryStep>> trajectories, double[][] outputs) {
        double[][][] effects = new double[factors][trajectories.size()][0];
        for (int walk = 0; walk < trajectories.size(); walk++) {
            for (TrajectoryStep step : trajectories.get(walk)) {
                if (effects[step.factor()][walk].length > 0 || !(Math.abs(step.size()) > 0)) {
                    throw new IllegalArgumentException("trajectory " + walk + ": " + step);
                }
                double[] effect = new double[outputs[0].length];
                for (int j = 0; j < effect.length; j++) {
                    effect[j] = (outputs[step.after()][j] - outputs[step.before()][j]) / step.size();
                }
                effects[step.factor()][walk] = effect;
            }
            for (int factor = 0; factor < factors; factor++) {
                if (effects[factor][walk].length == 0) {
                    throw new IllegalArgumentException("trajectory " + walk + " has no step of factor " + factor);
                }
            }
        }
        return effects;
    }

    private static double chance(double[][] byWalk) {
        int replications = byWalk[0].length;
        if (replications == 1) {
            return Double.NaN;
        }
        double sum = 0;
        for (double[] effect : byWalk) {
            sum += Outputs.variance(effect) / replications;
        }
        return Math.sqrt(sum / byWalk.length);
    }
}
