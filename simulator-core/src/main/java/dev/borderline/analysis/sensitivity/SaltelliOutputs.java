package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Outputs;

/**
 * One output at the points of Saltelli's design, with one or more replications a point. Immutable.
 *
 * <p>The design takes a base sample of pairs of points (a, b), each in k dimensions. For every pair the model is run at a, at
 * k points that are a with one coordinate taken from b, and at b: k + 2 runs, in the order A, AB_1 … AB_k, B. Source: A.
 * Saltelli, "Making best use of model evaluations to compute sensitivity indices", Computer Physics Communications 145 (2002)
 * 280-297; the order of runs is that of the Python library SALib.
 */
public final class SaltelliOutputs {
    private final double[][] values; // by point, by replication
    private final double[][] swapped; // at the points BA, by base sample, then factor; none without second order
    private final int factors;

    private SaltelliOutputs(int factors, double[][] values, double[][] swapped) {
        this.factors = factors;
        this.values = values;
        this.swapped = swapped;
    }

    /** Outputs with one replication, in the order of the design. */
    public static SaltelliOutputs of(int factors, double... byPoint) {
        double[][] columns = new double[byPoint.length][];
        for (int point = 0; point < byPoint.length; point++) {
            columns[point] = new double[] {byPoint[point]};
        }
        return of(factors, columns);
    }

    /**
     * Outputs by point, in the order of the design, then by replication: as many everywhere, all finite.
     *
     * @param factors number of inputs that vary, at least 1
     * @param byPoint {@code n (factors + 2)} rows, n at least 2; copied
     */
    public static SaltelliOutputs of(int factors, double[][] byPoint) {
        int blocks = factors + 2;
        if (factors < 1 || byPoint.length < 2 * blocks || byPoint.length % blocks != 0) {
            throw new IllegalArgumentException(byPoint.length + " points for " + factors
                    + " factors: Saltelli's design has (factors + 2) points for each of two or more base samples");
        }
        return new SaltelliOutputs(factors, Outputs.checked(byPoint), new double[0][]);
    }

    /**
     * These with the outputs at b with one coordinate from a, which pairs of inputs need.
     *
     * @param atBWithA {@code n factors} rows: for each base sample, one for each factor; copied
     */
    public SaltelliOutputs withSecondOrder(double[][] atBWithA) {
        if (atBWithA.length != baseSamples() * factors) {
            throw new IllegalArgumentException(
                    atBWithA.length + " points BA for " + baseSamples() + " base samples of " + factors + " factors");
        }
        double[][] copy = Outputs.checked(atBWithA);
        if (copy[0].length != replications()) {
            throw new IllegalArgumentException(
                    "the points BA have " + copy[0].length + " replications, the others " + replications());
        }
        return new SaltelliOutputs(factors, values, copy);
    }

    /** True if the outputs are there that pairs of inputs need. */
    public boolean hasSecondOrder() {
        return swapped.length > 0;
    }

    /** Number of inputs that vary. */
    public int factors() {
        return factors;
    }

    /** Number of pairs (a, b). */
    public int baseSamples() {
        return values.length / (factors + 2);
    }

    /** Runs of each point. */
    public int replications() {
        return values[0].length;
    }

    /** Outputs at a by replication; not to be changed. */
    double[] atA(int base) {
        return values[base * (factors + 2)];
    }

    /** Outputs at b; not to be changed. */
    double[] atB(int base) {
        return values[base * (factors + 2) + factors + 1];
    }

    /** Outputs at a with coordinate {@code factor}, counted from 0, taken from b; not to be changed. */
    double[] atAWithB(int base, int factor) {
        return values[base * (factors + 2) + 1 + factor];
    }

    /** Outputs at b with coordinate {@code factor} taken from a; not to be changed. */
    double[] atBWithA(int base, int factor) {
        return swapped[base * factors + factor];
    }

    /** Outputs at all points but those BA; not to be changed. */
    double[][] all() {
        return values;
    }
}
