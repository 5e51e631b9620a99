package dev.borderline.analysis.ensemble;

import java.util.ArrayList;
import java.util.List;

/**
 * Ridge regressions of several quantities on one set of points. Linear and quadratic polynomials have a penalty each, chosen for a
 * quantity from a grid by the prediction sum of squares: the squared errors at each point of the regression without it, {@code e / (1 -
 * h)} with leverage h (D. M. Allen, Technometrics 16 (1974) 125-127).
 */
final class RidgeDesign {
    private static final double[] LINEAR = {3, 30, 300};
    private static final double[] QUADRATIC = {30, 300, 3000, 1e9}; // the last leaves them out
    private static final double CONSTANT = 1e-6;

    private final SurfaceBasis basis;
    private final double[][] rows;
    private final List<Solver> solvers = new ArrayList<>();

    /**
     * A regression of one quantity.
     *
     * @param coefficients of the basis
     * @param error mean squared error of its predictions at points it has not seen
     * @param freedom effective number of coefficients
     */
    @SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
    record Fitted(double[] coefficients, double error, double freedom) {}

    /** The normal equations at one pair of penalties. */
    @SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
    private record Solver(double[][] root, double[] leverages, double freedom) {}

    RidgeDesign(SurfaceBasis basis, List<double[]> points) {
        this.basis = basis;
        rows = points.stream().map(basis::at).toArray(double[][]::new);
        double[][] products = products();
        for (double linear : LINEAR) {
            for (double quadratic : QUADRATIC) {
                solvers.add(solver(products, linear, quadratic));
            }
        }
    }

    private double[][] products() {
        double[][] products = new double[basis.size()][basis.size()];
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        return products;
    }

    private Solver solver(double[][] products, double linear, double quadratic) {
        double[][] penalised = new double[products.length][];
        for (int i = 0; i < penalised.length; i++) {
            penalised[i] = products[i].clone();
            penalised[i][i] += i == 0 ? CONSTANT : i < basis.linear() ? linear : quadratic;
        }
        double[][] root = LinearFit.cholesky(penalised);
        double[] leverages = new double[rows.length];
        double freedom = 0;
        for (int k = 0; k < rows.length; k++) {
            double[] solved = LinearFit.forward(root, rows[k]);
            for (double part : solved) {
                leverages[k] += part * part;
            }
            freedom += leverages[k];
        }
        return new Solver(root, leverages, freedom);
    }

    /** The regression of a quantity that predicts best. */
    Fitted fit(double[] values) {
        double[] right = new double[basis.size()];
        for (int k = 0; k < rows.length; k++) {
            for (int i = 0; i < right.length; i++) {
                right[i] += rows[k][i] * values[k];
            }
        }
        Fitted best = null;
        for (Solver solver : solvers) {
            double[] coefficients = LinearFit.solve(solver.root(), right);
            double error = error(coefficients, values, solver.leverages());
            if (best == null || error < best.error()) {
                best = new Fitted(coefficients, error, solver.freedom());
            }
        }
        if (best == null) {
            throw new IllegalStateException("no penalties");
        }
        return best;
    }

    private double error(double[] coefficients, double[] values, double[] leverages) {
        double squares = 0;
        for (int k = 0; k < rows.length; k++) {
            double predicted = 0;
            for (int i = 0; i < coefficients.length; i++) {
                predicted += coefficients[i] * rows[k][i];
            }
            double error = (values[k] - predicted) / (1 - leverages[k]);
            squares += error * error;
        }
        return squares / rows.length;
    }
}
