package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Outputs;

/**
 * Terms of second-order Sobol' indices: the share of variance that two inputs explain together beyond what each explains alone.
 *
 * <pre>{@code
 * S_ij = mean of ((f(BA_i) f(AB_j) + f(BA_j) f(AB_i)) / 2 - f(A) f(B)) / V - S_i - S_j
 * }</pre>
 *
 * <p>A. Saltelli, Computer Physics Communications 145 (2002) 280-297; both products estimate the same and are averaged. Outputs are
 * centred and products taken over different replications as in {@link SobolIndices}.
 */
final class SobolPairTerms implements Bootstrap.Statistic {
    private final int factors;
    private final SobolTerms single;
    private final double[][] closed; // by pair, then base sample

    SobolPairTerms(SaltelliOutputs outputs, SobolTerms single) {
        factors = outputs.factors();
        this.single = single;
        closed = new double[factors * (factors - 1) / 2][outputs.baseSamples()];
        double[] centre = Outputs.columnMeans(outputs.all());
        for (int base = 0; base < outputs.baseSamples(); base++) {
            fill(outputs, centre, base);
        }
    }

    private void fill(SaltelliOutputs outputs, double[] centre, int base) {
        double[][] ab = new double[factors][];
        double[][] ba = new double[factors][];
        for (int factor = 0; factor < factors; factor++) {
            ab[factor] = SobolTerms.difference(outputs.atAWithB(base, factor), centre);
            ba[factor] = SobolTerms.difference(outputs.atBWithA(base, factor), centre);
        }
        double apart = Pairs.product(
                SobolTerms.difference(outputs.atA(base), centre), SobolTerms.difference(outputs.atB(base), centre));
        int pair = 0;
        for (int i = 0; i < factors; i++) {
            for (int j = i + 1; j < factors; j++) {
                double together = (Pairs.product(ba[i], ab[j]) + Pairs.product(ba[j], ab[i])) / 2;
                closed[pair++][base] = together - apart;
            }
        }
    }

    /** The index of each pair, (0, 1), (0, 2), … (1, 2), …. All NaN where the variance is not above 0. */
    @Override
    public double[] of(int[] bases) {
        double variance = single.variance(bases);
        double[] alone = single.of(bases);
        double[] indices = new double[closed.length];
        int pair = 0;
        for (int i = 0; i < factors; i++) {
            for (int j = i + 1; j < factors; j++) {
                indices[pair] = variance > 0
                        ? SobolTerms.mean(closed[pair], bases) / variance - alone[i] - alone[j]
                        : Double.NaN;
                pair++;
            }
        }
        return indices;
    }
}
