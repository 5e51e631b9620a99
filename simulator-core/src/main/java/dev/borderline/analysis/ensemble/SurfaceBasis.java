package dev.borderline.analysis.ensemble;

/**
 * Polynomials in the normal scores of inputs: a constant, every score, and squares and products of some. Squares are less 1, so that over
 * the prior all but the constant have mean 0 and none are correlated.
 */
final class SurfaceBasis {
    private final int inputs;
    private final int[] quadratic;

    /**
     * A basis.
     *
     * @param quadratic indices of the inputs that have squares and products
     */
    SurfaceBasis(int inputs, int[] quadratic) {
        this.inputs = inputs;
        this.quadratic = quadratic.clone();
    }

    /** Number of polynomials: the constant, the linear ones, the quadratic ones. */
    int size() {
        return 1 + inputs + quadratic.length * (quadratic.length + 1) / 2;
    }

    /** Number of those that are not quadratic; they come first, the constant before all. */
    int linear() {
        return 1 + inputs;
    }

    /** The polynomials at a point. */
    double[] at(double[] scores) {
        double[] values = new double[size()];
        values[0] = 1;
        System.arraycopy(scores, 0, values, 1, inputs);
        int next = linear();
        for (int i = 0; i < quadratic.length; i++) {
            double score = scores[quadratic[i]];
            values[next++] = score * score - 1;
            for (int j = 0; j < i; j++) {
                values[next++] = score * scores[quadratic[j]];
            }
        }
        return values;
    }

    /** Value at a point of the sum of the polynomials, each with its coefficient. */
    double sum(double[] coefficients, double[] scores) {
        double sum = coefficients[0];
        for (int i = 0; i < inputs; i++) {
            sum += coefficients[1 + i] * scores[i];
        }
        int next = linear();
        for (int i = 0; i < quadratic.length; i++) {
            double score = scores[quadratic[i]];
            sum += coefficients[next++] * (score * score - 1);
            double products = 0;
            for (int j = 0; j < i; j++) {
                products += coefficients[next++] * scores[quadratic[j]];
            }
            sum += score * products;
        }
        return sum;
    }
}
