package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.calibration.Target;

/**
 * Prediction of a figure of the record, with its error, the model discrepancy, and the chance of the world.
 *
 * @param target the figure
 * @param all its predictive interval by the fit
 * @param withoutGroup the same with its group left out of the fit; NaN for a figure that was not fitted
 * @param shape k of the Pareto-smoothed weights that leave it out: above 0.7 they are unreliable, and an emulated model is fitted again
 * @param pit probability of less than the figure; by {@code withoutGroup} where it was fitted
 * @param crps continuous ranked probability score, in the unit of the figure, by the same; less is better
 */
public record FigurePrediction(Target target, Band all, Band withoutGroup, double shape, double pit, double crps) {
    /**
     * Interval of 90 % with its median.
     *
     * @param p05 exceeded with probability 95 %
     * @param median as likely exceeded as not
     * @param p95 exceeded with probability 5 %
     */
    public record Band(double p05, double median, double p95) {
        static final Band NONE = new Band(Double.NaN, Double.NaN, Double.NaN);
    }
}
