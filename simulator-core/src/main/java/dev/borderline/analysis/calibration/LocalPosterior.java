package dev.borderline.analysis.calibration;

import dev.borderline.stat.Interval;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The normal law of the places of parameters around their best, given the targets fitted. With D the derivatives of the
 * standardised statistics, its covariance is {@code (Dᵀ D + 12 I)⁻¹}, where 12 is the precision of a place that is uniform on 0 to 1.
 */
final class LocalPosterior {
    /** One over the variance of a uniform on 0 to 1. */
    static final double PRIOR_PRECISION = 12;

    private static final double STEP = 0.1;
    private static final double AT_END = 0.02; // of the range: a search comes near an end, not upon it
    private static final double LEVEL = 0.95;
    private static final double Z95 = 1.959963984540054;

    private final double[] best;
    private final RealMatrix derivatives; // by target and parameter, in standard deviations a unit of place
    private final RealMatrix covariance;

    /** Targets, and for each the squared standard error of the model's statistic. */
    record Figures(List<Target> targets, List<Double> squaredErrors) {
        Figures {
            targets = List.copyOf(targets);
            squaredErrors = List.copyOf(squaredErrors);
        }

        double sd(int k, double modelled) {
            double ofFigure = targets.get(k).sd(modelled);
            return Math.sqrt(ofFigure * ofFigure + squaredErrors.get(k));
        }
    }

    private LocalPosterior(double[] best, RealMatrix derivatives, RealMatrix covariance) {
        this.best = best;
        this.derivatives = derivatives;
        this.covariance = covariance;
    }

    /** The law around {@code best}; the model is run twice a parameter, with the same random numbers. */
    static LocalPosterior at(double[] best, Figures figures, Function<double[], List<Double>> model) {
        List<Target> targets = figures.targets;
        List<Double> centre = model.apply(best);
        RealMatrix derivatives = new Array2DRowRealMatrix(targets.size(), best.length);
        for (int i = 0; i < best.length; i++) {
            double[] below = best.clone();
            double[] above = best.clone();
            below[i] = Math.max(0, best[i] - STEP);
            above[i] = Math.min(1, best[i] + STEP);
            List<Double> low = model.apply(below);
            List<Double> high = model.apply(above);
            for (int k = 0; k < targets.size(); k++) {
                double slope = (high.get(k) - low.get(k)) / (above[i] - below[i]) / figures.sd(k, centre.get(k));
                derivatives.setEntry(k, i, Double.isFinite(slope) ? slope : 0);
            }
        }
        return new LocalPosterior(best, derivatives, covariance(derivatives, targets));
    }

    private static RealMatrix covariance(RealMatrix derivatives, List<Target> targets) {
        int size = derivatives.getColumnDimension();
        RealMatrix precision = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = i == j ? PRIOR_PRECISION : 0;
                for (int k = 0; k < targets.size(); k++) {
                    if (targets.get(k).use() == Target.Use.FIT) {
                        sum += derivatives.getEntry(k, i) * derivatives.getEntry(k, j);
                    }
                }
                precision.setEntry(i, j, sum);
            }
        }
        return new LUDecomposition(precision).getSolver().getInverse();
    }

    /** Standard deviation of a place after the fit over that before. */
    double ignorance(int parameter) {
        return Math.sqrt(covariance.getEntry(parameter, parameter) * PRIOR_PRECISION);
    }

    /** Interval with 95 % of the law, cut to 0 to 1. */
    Interval interval(int parameter) {
        double half = Z95 * Math.sqrt(covariance.getEntry(parameter, parameter));
        return new Interval(Math.max(0, best[parameter] - half), Math.min(1, best[parameter] + half), LEVEL);
    }

    /** True if a target pushes a parameter against an end of its range, by a standard deviation or more. */
    boolean endHolds(int parameter, int target, double missing) {
        double slope = derivatives.getEntry(target, parameter) * Math.signum(missing);
        boolean atEnd = slope > 0 ? best[parameter] >= 1 - AT_END : best[parameter] <= AT_END;
        return atEnd && Math.abs(slope) >= 1;
    }

    /** Leverage: distance, in its standard deviations, by which all parameters together move a target over their ranges. */
    double leverage(int target) {
        double sum = 0;
        for (int i = 0; i < best.length; i++) {
            sum += Math.abs(derivatives.getEntry(target, i));
        }
        return sum;
    }
}
