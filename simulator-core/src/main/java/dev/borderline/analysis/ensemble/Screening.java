package dev.borderline.analysis.ensemble;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Screening of a sample from the prior for informed inputs: those whose scores correlate with a prediction's ranks.
 *
 * <p>Without any relation, the greatest of k absolute correlations of n points exceeds {@code sqrt(2 ln(2 k) / n)} seldom (a Gaussian
 * maximum). The inputs above it are informed; or, where they are fewer, the {@value #LEAST} with the greatest correlations.
 */
final class Screening {
    static final int LEAST = 20;
    private static final int MOST = 48;

    private Screening() {}

    /** Indices of the informed inputs, ascending. */
    static int[] informed(List<double[]> scores, List<double[]> predicted) {
        int inputs = scores.get(0).length;
        int predictions = predicted.get(0).length;
        double[] strongest = new double[inputs];
        for (int k = 0; k < predictions; k++) {
            int column = k;
            int[] defined = IntStream.range(0, scores.size())
                    .filter(i -> !Double.isNaN(predicted.get(i)[column]))
                    .toArray();
            double[] ranks = RankNormal.scores(Arrays.stream(defined)
                    .mapToDouble(i -> predicted.get(i)[column])
                    .toArray());
            for (int input = 0; input < inputs; input++) {
                int row = input;
                double[] values = Arrays.stream(defined)
                        .mapToDouble(i -> scores.get(i)[row])
                        .toArray();
                strongest[input] = Math.max(strongest[input], Math.abs(correlation(values, ranks)));
            }
        }
        double threshold = Math.sqrt(2 * StrictMath.log(2.0 * inputs * predictions) / scores.size());
        int above = (int) Arrays.stream(strongest).filter(r -> r > threshold).count();
        return IntStream.range(0, inputs)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer input) -> -strongest[input]))
                .limit(Math.min(MOST, Math.max(LEAST, above)))
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Pearson's correlation; 0 where one of them is constant. */
    static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).reduce(0, Double::sum) / x.length;
        double meanY = Arrays.stream(y).reduce(0, Double::sum) / y.length;
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }
        double size = Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return size > 0 ? products / size : 0;
    }
}
