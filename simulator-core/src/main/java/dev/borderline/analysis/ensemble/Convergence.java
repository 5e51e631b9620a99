package dev.borderline.analysis.ensemble;

import dev.borderline.stat.Quantiles;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Convergence diagnostics of a quantity in several populations. Arrays are values by population, then particle, step
 * by step: so the halves of a population are its earlier and its later states, and R̂ sees chains that are still on their way.
 *
 * <p>Source of R̂ and of bulk and tail: A. Vehtari, A. Gelman, D. Simpson, B. Carpenter, P.-C. Bürkner, "Rank-normalization, folding, and
 * localization: an improved R̂", Bayesian Analysis 16 (2021) 667-718. Source of variances from lineages: A. Lee, N. Whiteley, "Variance
 * estimation in the particle filter", Biometrika 105 (2018) 609-625; with lineages followed for a fixed number of steps: J. Olsson, R.
 * Douc, "Numerically stable online estimation of variance in particle filters", Bernoulli 25 (2019) 1504-1535.
 */
final class Convergence {
    private static final double TAIL = 0.05;
    private static final double MEDIAN = 0.5;

    private Convergence() {}

    /** Split R̂ of rank-normalised values; 1 where all are equal. */
    static double rHat(double[][] populations) {
        return splitRHat(normalised(populations));
    }

    /** Split R̂ of rank-normalised distances from the median: sees populations that differ in spread. */
    static double foldedRHat(double[][] populations) {
        double median = Quantiles.of(pooled(populations), MEDIAN);
        return splitRHat(normalised(map(populations, value -> Math.abs(value - median))));
    }

    /** R̂ of the halves of each population, {@code sqrt(((n - 1) W / n + B / n) / W)}. */
    static double splitRHat(double[][] populations) {
        int half = populations[0].length / 2;
        double[][] halves = new double[2 * populations.length][];
        for (int i = 0; i < populations.length; i++) {
            halves[2 * i] = Arrays.copyOf(populations[i], half);
            halves[2 * i + 1] = Arrays.copyOfRange(populations[i], populations[i].length - half, populations[i].length);
        }
        double[] means = Arrays.stream(halves).mapToDouble(Convergence::mean).toArray();
        double within = 0;
        for (double[] values : halves) {
            within += variance(values) / halves.length;
        }
        double between = variance(means);
        if (within == 0) {
            return between == 0 ? 1 : Double.POSITIVE_INFINITY;
        }
        return Math.sqrt(((half - 1.0) / half * within + between) / within);
    }

    /** Values as normal scores of their ranks among all. */
    static double[][] normalised(double[][] populations) {
        double[] scores = RankNormal.scores(pooled(populations));
        double[][] shaped = new double[populations.length][];
        int at = 0;
        for (int i = 0; i < populations.length; i++) {
            shaped[i] = Arrays.copyOfRange(scores, at, at + populations[i].length);
            at += populations[i].length;
        }
        return shaped;
    }

    /** Indicators of the lowest twentieth, and of all but the highest. */
    static double[][][] tails(double[][] populations) {
        double[] all = pooled(populations);
        double low = Quantiles.of(all, TAIL);
        double high = Quantiles.of(all, 1 - TAIL);
        return new double[][][] {
            map(populations, value -> value <= low ? 1 : 0), map(populations, value -> value <= high ? 1 : 0)
        };
    }

    /**
     * Effective sample size of the mean from the means of populations: variance of the quantity over that of the mean. With K populations
     * the latter has K - 1 degrees of freedom.
     */
    static double essBetween(double[][] populations) {
        double[] means =
                Arrays.stream(populations).mapToDouble(Convergence::mean).toArray();
        return ratio(variance(pooled(populations)), variance(means) / means.length);
    }

    /**
     * Effective sample size of the mean from lineages. The variance of a population's mean is {@code (G / (G - 1)) Σ_g S_g² / N²}, with S_g
     * the sum over a lineage of distances from the mean, and G the number of lineages.
     */
    static double essByLineage(double[][] populations, int[][] lineages) {
        double ofMean = 0;
        for (int i = 0; i < populations.length; i++) {
            ofMean += varianceByLineage(populations[i], lineages[i]);
        }
        return ratio(variance(pooled(populations)), ofMean / populations.length / populations.length);
    }

    private static double varianceByLineage(double[] values, int[] lineages) {
        double mean = mean(values);
        TreeMap<Integer, Double> sums = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            sums.merge(lineages[i], values[i] - mean, Double::sum);
        }
        if (sums.size() < 2) {
            return variance(values);
        }
        double squares = sums.values().stream().mapToDouble(sum -> sum * sum).reduce(0, Double::sum);
        return squares / values.length / values.length * sums.size() / (sums.size() - 1);
    }

    private static double ratio(double ofQuantity, double ofMean) {
        if (ofQuantity == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return ofQuantity / ofMean;
    }

    static double[] pooled(double[][] populations) {
        return Arrays.stream(populations).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] map(double[][] populations, DoubleUnaryOperator change) {
        return Arrays.stream(populations)
                .map(values -> Arrays.stream(values).map(change).toArray())
                .toArray(double[][]::new);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).reduce(0, Double::sum) / values.length;
    }

    /** Sample variance, with n - 1. */
    static double variance(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .reduce(0, Double::sum);
        return squares / (values.length - 1);
    }
}
