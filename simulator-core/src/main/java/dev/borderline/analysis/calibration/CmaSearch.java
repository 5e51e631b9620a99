package dev.borderline.analysis.calibration;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;

/** CMA-ES in the unit cube, with restarts, until a budget of evaluations is spent; a pure function of its seed. */
final class CmaSearch {
    private static final double SIGMA = 0.25;
    private static final double CLOSE_ENOUGH = 1e-3;
    private static final int ITERATIONS_MAX = 1_000_000;
    private static final int CHECKED_FOR_BOUNDS = 10;

    private final int budget;
    private final long seed;
    private int spent;
    private double[] best = new double[0];
    private double least = Double.POSITIVE_INFINITY;

    CmaSearch(int budget, long seed) {
        this.budget = budget;
        this.seed = seed;
    }

    /** The best place found, {@code start} among them: the first that is looked at. */
    double[] minimise(ToDoubleFunction<double[]> objective, double[] start) {
        best = start.clone();
        note(start, objective.applyAsDouble(start));
        int population = 4 + (int) Math.floor(3 * StrictMath.log(start.length));
        for (int round = 0; spent < budget; round++) {
            search(objective, population << round, round);
        }
        return best.clone();
    }

    private void search(ToDoubleFunction<double[]> objective, int population, int round) {
        CMAESOptimizer optimizer = new CMAESOptimizer(
                ITERATIONS_MAX,
                0,
                true,
                0,
                CHECKED_FOR_BOUNDS,
                new MersenneTwister(seed + round),
                false,
                new SimpleValueChecker(-1, CLOSE_ENOUGH));
        double[] zeros = new double[best.length];
        double[] ones = new double[best.length];
        double[] sigmas = new double[best.length];
        Arrays.fill(ones, 1);
        Arrays.fill(sigmas, SIGMA);
        try {
            optimizer.optimize(
                    new MaxEval(budget - spent),
                    new ObjectiveFunction(places -> note(places, objective.applyAsDouble(places))),
                    GoalType.MINIMIZE,
                    new SimpleBounds(zeros, ones),
                    new InitialGuess(best),
                    new CMAESOptimizer.Sigma(sigmas),
                    new CMAESOptimizer.PopulationSize(population));
        } catch (TooManyEvaluationsException budgetSpent) {
            spent = budget;
        }
    }

    private double note(double[] places, double value) {
        spent++;
        if (value < least) {
            least = value;
            best = places.clone();
        }
        return value;
    }
}
