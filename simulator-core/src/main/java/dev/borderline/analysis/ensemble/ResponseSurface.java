package dev.borderline.analysis.ensemble;

import java.util.List;

/**
 * Polynomial emulator of one prediction, of its logarithm where every value is above 0. Corrections, each fitted to what the ones before
 * it leave at other points, add up.
 *
 * @param basis of all coefficients
 * @param coefficients sum of those of all corrections
 * @param isLogarithmic true if the polynomial is of the logarithm
 * @param variance of the error at points not seen that chance does not explain, on the scale of the figure's likelihood
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
record ResponseSurface(SurfaceBasis basis, double[] coefficients, boolean isLogarithmic, double variance) {
    /** A surface of no correction, which predicts 0 or 1. */
    static ResponseSurface flat(SurfaceBasis basis, boolean isLogarithmic) {
        return new ResponseSurface(basis, new double[basis.size()], isLogarithmic, Double.POSITIVE_INFINITY);
    }

    /** The prediction at a point. */
    double at(double[] scores) {
        double sum = basis.sum(coefficients, scores);
        return isLogarithmic ? StrictMath.exp(sum) : sum;
    }

    /**
     * This surface with one more correction.
     *
     * @param design regressions on points at which all values are defined
     * @param points of the design
     * @param values of the prediction there
     * @param figure whose likelihood sets the scale
     * @param worlds of which a prediction is the mean
     */
    ResponseSurface corrected(
            RidgeDesign design, List<double[]> points, double[] values, FigureLikelihood figure, double worlds) {
        double[] left = new double[values.length];
        for (int k = 0; k < left.length; k++) {
            double value = isLogarithmic ? StrictMath.log(values[k]) : values[k];
            left[k] = value - basis.sum(coefficients, points.get(k));
        }
        RidgeDesign.Fitted fitted = design.fit(left);
        double[] sum = coefficients.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += fitted.coefficients()[i];
        }
        double scale = scale(figure);
        double error = fitted.error() * scale * scale;
        double ofCoefficients = error * fitted.freedom() / values.length;
        double unexplained = error - figure.chanceVariance() / worlds;
        return new ResponseSurface(basis, sum, isLogarithmic, Math.max(unexplained, ofCoefficients));
    }

    /** Linear effect of an input's score, on the scale of the figure's likelihood. */
    double slope(int input, FigureLikelihood figure) {
        return coefficients[1 + input] * scale(figure);
    }

    /** Factor from the polynomial's scale to that of the likelihood, near the figure. */
    private double scale(FigureLikelihood figure) {
        if (isLogarithmic == figure.isLogarithmic()) {
            return 1;
        }
        double value = Math.abs(figure.target().value());
        return isLogarithmic ? value : 1 / value;
    }
}
