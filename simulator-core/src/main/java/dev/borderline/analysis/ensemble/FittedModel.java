package dev.borderline.analysis.ensemble;

import java.util.List;
import java.util.Optional;

/**
 * Model to be fitted: what it predicts at a point, and how likely the record is given that. A point has a prior normal score for each
 * input: standard normal before anything is known. Pure and thread-safe.
 */
public interface FittedModel {
    /** Names of the inputs, in the order of their scores. */
    List<String> inputs();

    /** Names of what is predicted, in order. */
    List<String> predictions();

    /** Membership of a point in the prior's support: false where inputs contradict one another. Cheap. */
    boolean allows(double[] scores);

    /**
     * Predictions at a point; empty where the model cannot be run there.
     *
     * @param population whose random numbers are used: the same at every point of one population
     */
    Optional<double[]> predict(double[] scores, int population);

    /**
     * Standardised residuals of the record given the predictions: distances that are independent and standard normal where the model is
     * right. Not finite where the record is impossible.
     */
    double[] residuals(double[] predicted);

    /** Log-likelihood of the record, up to a constant: minus half the sum of squared residuals. */
    default double logLikelihood(double[] predicted) {
        double squares = 0;
        for (double residual : residuals(predicted)) {
            squares += residual * residual;
        }
        return Double.isFinite(squares) ? -squares / 2 : Double.NEGATIVE_INFINITY;
    }
}
