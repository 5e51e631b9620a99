package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.ensemble.TemperedFit.Temperature;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sample that a {@link TemperedFit} ends with: equally weighted particles of several populations. Immutable. */
public final class FitSample {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final FittedModel model;
    private final List<List<Particle>> populations;
    private final List<Temperature> temperatures;
    private final int[] informed;

    FitSample(FittedModel model, List<List<Particle>> populations, List<Temperature> temperatures, int[] informed) {
        this.model = model;
        this.populations = populations.stream().map(List::copyOf).toList();
        this.temperatures = List.copyOf(temperatures);
        this.informed = informed;
    }

    /** The model that was fitted. */
    public FittedModel model() {
        return model;
    }

    /** Number of particles in all. */
    public int size() {
        return populations.size() * populations.get(0).size();
    }

    /** The temperatures gone through, in order; none for a sample of the prior. */
    public List<Temperature> temperatures() {
        return temperatures;
    }

    /** Indices of the inputs that the screening found informed, ascending. */
    public int[] informed() {
        return informed.clone();
    }

    /** Scores of an input by population, then particle, step by step. */
    public double[][] scores(int input) {
        return of(particle -> particle.scores()[input]);
    }

    /** A prediction by population, then particle. */
    public double[][] predicted(int prediction) {
        return of(particle -> particle.predicted()[prediction]);
    }

    /** Log-likelihoods by population, then particle. */
    public double[][] logLikelihoods() {
        return of(Particle::logLikelihood);
    }

    /** Lineages by population, then particle: equal numbers began from one chain of the temperature before. */
    public int[][] lineages() {
        return populations.stream()
                .map(particles ->
                        particles.stream().mapToInt(Particle::ancestor).toArray())
                .toArray(int[][]::new);
    }

    private double[][] of(ToDoubleFunction<Particle> quantity) {
        return populations.stream()
                .map(particles -> particles.stream().mapToDouble(quantity).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Some particles as far from one another as the chains allow, from the populations in turn. So are the first of them.
     *
     * @param count at most {@link #size()}
     */
    public List<FittedPoint> thinned(int count) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException(count + " members are asked for; the fit has " + size() + " particles");
        }
        int each = populations.get(0).size();
        int chains =
                1 + populations.get(0).stream().mapToInt(Particle::chain).max().orElse(0);
        List<FittedPoint> chosen = new ArrayList<>();
        int ofPopulation = (count + populations.size() - 1) / populations.size();
        int stride = stride(ofPopulation);
        for (int i = 0; i < count; i++) {
            List<Particle> particles = populations.get(i % populations.size());
            long turn = (long) (i / populations.size()) * stride % ofPopulation;
            int place = (int) ((2 * turn + 1) * each / (2L * ofPopulation)); // chain by chain
            int states = each / chains;
            Particle particle = particles.get(place % states * chains + place / states);
            chosen.add(new FittedPoint(
                    particle.scores().clone(), particle.predicted().clone()));
        }
        return chosen;
    }

    /** A number without a factor in common with the turns, near their golden section: its multiples fill them evenly. */
    private static int stride(int turns) {
        int stride = Math.max(1, (int) Math.round(turns * GOLDEN));
        while (BigInteger.valueOf(stride).gcd(BigInteger.valueOf(turns)).intValue() > 1) {
            stride--;
        }
        return stride;
    }

    /**
     * A point of the sample.
     *
     * @param scores prior normal scores of the inputs
     * @param predicted predictions there
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record FittedPoint(double[] scores, double[] predicted) {
        @Override
        public String toString() {
            return Arrays.toString(scores);
        }
    }
}
