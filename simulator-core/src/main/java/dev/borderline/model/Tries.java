package dev.borderline.model;

/**
 * Tries to connect until one succeeds, at most so many, each failing alike with probability J. These are what a chooser expects
 * of them. {@code 1 − J^n} is the chance that one of n connects, {@code 1 + J + … + J^(n−1)} the expected number made.
 */
public final class Tries {
    private Tries() {}

    /** Probability that one of so many tries connects. */
    public static double connected(double failure, int most) {
        double allFail = 1;
        for (int i = 0; i < most; i++) {
            allFail *= failure;
        }
        return 1 - allFail;
    }

    /** Expected number of tries made. */
    public static double made(double failure, int most) {
        double sum = 0;
        double allSoFarFail = 1;
        for (int i = 0; i < most; i++) {
            sum += allSoFarFail;
            allSoFarFail *= failure;
        }
        return sum;
    }
}
