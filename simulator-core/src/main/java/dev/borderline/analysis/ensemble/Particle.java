package dev.borderline.analysis.ensemble;

/**
 * State of a chain at one temperature.
 *
 * @param scores prior normal scores of the inputs
 * @param predicted predictions there
 * @param logLikelihood of the record given them
 * @param chain number of its chain in the population
 * @param ancestor number of the chain, one temperature before, that its chain began from
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
record Particle(double[] scores, double[] predicted, double logLikelihood, int chain, int ancestor) {
    /** The same state as the first of a new chain. */
    Particle begins(int newChain) {
        return new Particle(scores, predicted, logLikelihood, newChain, chain);
    }
}
