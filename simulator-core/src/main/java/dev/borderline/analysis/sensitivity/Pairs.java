package dev.borderline.analysis.sensitivity;

/**
 * Products of two outputs whose chance does not meet. Averaged over all pairs of <em>different</em> replications, so that the
 * chance of one run is never multiplied with itself and adds nothing on average. With a single replication there is no such
 * pair, and the plain product is all there is.
 */
final class Pairs {
    private Pairs() {}

    /** Mean of {@code u[j] v[l]} over j ≠ l; {@code u[0] v[0]} where there is one replication. */
    static double product(double[] u, double[] v) {
        int replications = u.length;
        if (replications == 1) {
            return u[0] * v[0];
        }
        double sumU = 0;
        double sumV = 0;
        double same = 0;
        for (int j = 0; j < replications; j++) {
            sumU += u[j];
            sumV += v[j];
            same += u[j] * v[j];
        }
        return (sumU * sumV - same) / ((double) replications * (replications - 1));
    }
}
