package dev.borderline.analysis.ensemble;

import dev.borderline.random.Inversion;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rank normalisation: each value's normal score {@code Φ⁻¹((r - 3/8) / (n + 1/4))}, with r its average rank among ties (G. Blom 1958;
 * A. Vehtari et al., "Rank-normalization, folding, and localization: an improved R̂", Bayesian Analysis 16 (2021) 667-718, eq. 14).
 */
final class RankNormal {
    private static final double SHIFT = 0.375;
    private static final double WIDEN = 0.25;

    private RankNormal() {}

    static double[] scores(double[] values) {
        int n = values.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] scores = new double[n];
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            double score = Inversion.normal((rank - SHIFT) / (n + WIDEN));
            for (int i = from; i < to; i++) {
                scores[order[i]] = score;
            }
            from = to;
        }
        return scores;
    }
}
