package dev.borderline.analysis.ensemble;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Proposals that move all inputs at once, at the price of one evaluation. Informed inputs move by a step that keeps a normal law close to
 * the posterior (D. Rudolf, B. Sprungk, "On a generalization of the preconditioned Crank-Nicolson Metropolis algorithm", Foundations of
 * Computational Mathematics 18 (2018) 309-343); at a small scale it is a random walk with that law's covariance. The others move by a
 * step that keeps the prior (S. L. Cotter et al., "MCMC methods for functions", Statistical Science 28 (2013) 424-446), so their number
 * does not matter.
 */
final class Moves {
    private final GaussianReference reference;
    private final int[] others;

    Moves(GaussianReference reference, int inputs) {
        this.reference = reference;
        others = IntStream.range(0, inputs)
                .filter(input -> Arrays.binarySearch(reference.coordinates(), input) < 0)
                .toArray();
    }

    /**
     * The point proposed from another.
     *
     * @param number of the move in its population
     * @param scale above 0, at most 1
     */
    double[] propose(double[] from, FitDraws draws, int number, double scale) {
        double[] to = from.clone();
        reference.move(to, draws.move(number, reference.coordinates()), scale);
        double[] normals = draws.move(number, others);
        double kept = Math.sqrt(1 - scale * scale);
        for (int i = 0; i < others.length; i++) {
            to[others[i]] = kept * from[others[i]] + scale * normals[i];
        }
        return to;
    }

    /** Logarithm of the prior's density over that of the law the proposals keep: 0 but for informed inputs. */
    double logPriorOverKept(double[] scores) {
        double squares = 0;
        for (int input : reference.coordinates()) {
            squares += scores[input] * scores[input];
        }
        return -squares / 2 - reference.logDensity(scores);
    }
}
