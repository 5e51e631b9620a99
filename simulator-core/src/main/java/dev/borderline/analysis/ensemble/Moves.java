package dev.borderline.analysis.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proposals that move all inputs in turn. Informed inputs move by a step that keeps the normal law with the mean and covariance of the
 * population (D. Rudolf, B. Sprungk, "On a generalization of the preconditioned Crank-Nicolson Metropolis algorithm", Foundations of
 * Computational Mathematics 18 (2018) 309-343); at a small scale it is a random walk with that covariance. With each such step a block
 * of the others moves by one that keeps the prior (S. L. Cotter et al., "MCMC methods for functions", Statistical Science 28 (2013)
 * 424-446), so their number does not matter.
 */
final class Moves {
    static final int BLOCKS = 4;

    private final GaussianReference reference;
    private final List<int[]> blocks = new ArrayList<>();

    Moves(GaussianReference reference, int inputs) {
        this.reference = reference;
        int[] others = IntStream.range(0, inputs)
                .filter(input -> Arrays.binarySearch(reference.coordinates(), input) < 0)
                .toArray();
        for (int block = 0; block < BLOCKS; block++) {
            int own = block;
            blocks.add(IntStream.range(0, others.length)
                    .filter(i -> i % BLOCKS == own)
                    .map(i -> others[i])
                    .toArray());
        }
    }

    /**
     * The point proposed from another.
     *
     * @param number of the move in its population
     * @param step of the chain: chooses the block
     * @param scale above 0, at most 1
     */
    double[] propose(double[] from, FitDraws draws, int number, int step, double scale) {
        double[] to = from.clone();
        reference.move(to, draws.move(number, reference.coordinates()), scale);
        int[] block = blocks.get(step % BLOCKS);
        double[] normals = draws.move(number, block);
        double kept = Math.sqrt(1 - scale * scale);
        for (int i = 0; i < block.length; i++) {
            to[block[i]] = kept * from[block[i]] + scale * normals[i];
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
