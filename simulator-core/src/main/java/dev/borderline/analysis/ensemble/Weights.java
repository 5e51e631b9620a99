package dev.borderline.analysis.ensemble;

import java.util.List;

/** Weights of particles for the next temperature: the likelihood to the power of the step in inverse temperature. */
final class Weights {
    private static final int BISECTIONS = 60;

    private Weights() {}

    /** Weights summing to 1; impossible particles have none. */
    static double[] of(List<Particle> particles, double step) {
        double most =
                particles.stream().mapToDouble(Particle::logLikelihood).max().orElse(Double.NEGATIVE_INFINITY);
        double[] weights = new double[particles.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double logLikelihood = particles.get(i).logLikelihood();
            weights[i] = logLikelihood > Double.NEGATIVE_INFINITY ? StrictMath.exp(step * (logLikelihood - most)) : 0;
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Effective number of weighted particles, {@code 1 / Σ w²} (A. Kong 1992). */
    static double effective(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return 1 / squares;
    }

    /**
     * The farthest inverse temperature at which every population keeps an effective share of its possible particles (A. Jasra et al.,
     * Scandinavian Journal of Statistics 38 (2011) 1-22).
     */
    static double next(List<List<Particle>> populations, double from, double until, double share) {
        if (keep(populations, until - from, share)) {
            return until;
        }
        double low = 0;
        double high = until - from;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (keep(populations, middle, share)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return from + low;
    }

    private static boolean keep(List<List<Particle>> populations, double step, double share) {
        return populations.stream().allMatch(particles -> {
            long possible = particles.stream()
                    .filter(one -> one.logLikelihood() > Double.NEGATIVE_INFINITY)
                    .count();
            return effective(of(particles, step)) >= share * possible;
        });
    }

    /**
     * Systematic resampling: indices of {@code count} particles, each as often as its weight says up to one (J. Carpenter et al. 1999).
     *
     * @param uniform one for all of them
     */
    static int[] resample(double[] weights, int count, double uniform) {
        int[] chosen = new int[count];
        int at = 0;
        double below = weights[0];
        for (int i = 0; i < count; i++) {
            double place = (i + uniform) / count;
            while (place >= below && at < weights.length - 1) {
                at++;
                below += weights[at];
            }
            chosen[i] = at;
        }
        return chosen;
    }
}
