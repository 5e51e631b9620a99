package dev.borderline.report;

import dev.borderline.figure.MeanEstimate;
import dev.borderline.report.Cells.Cell;
import dev.borderline.scenario.SweepDesign;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Rank correlations (Spearman's) of inputs with the means of outcomes over scattered settings. Its interval is that of Fieller,
 * Hartley and Pearson (1957, Biometrika 44:470): Fisher's transform with standard error (1.06 / (n − 3))^½, for settings drawn
 * independently; for those of hypercubes and sequences, which lie more evenly, it is rather too wide. Settings that were chosen
 * have no interval. It says what moves with what, not how much.
 */
final class Correlations {
    private static final double NORMAL_975 = 1.959963984540054;
    private static final double FIELLER = 1.06;
    private static final int POINTS_LEAST = 9;

    private final Results results;
    private final List<Cell> cells;
    private final List<Cell> sample;

    Correlations(Results results) {
        this.results = results;
        cells = IntStream.range(0, results.study().size())
                .mapToObj(point -> new Cell(point, 0))
                .toList();
        sample = results.study().sample().stream()
                .map(point -> new Cell(point, 0))
                .toList();
    }

    /** True when the settings were drawn from the ranges, so that there are intervals. */
    boolean areOfASample() {
        return !sample.isEmpty();
    }

    /** True when there are enough settings to tell. */
    boolean areThere() {
        return size() >= POINTS_LEAST;
    }

    /** Number of settings that correlations rest on: those that were drawn, or all. */
    int size() {
        return counted().size();
    }

    /**
     * Neighbours on the walks of a Morris design differ in one input each. So ranks over them would contradict its effects.
     */
    private List<Cell> counted() {
        boolean areWalks = results.study().kind().equals(SweepDesign.MORRIS);
        return areWalks ? List.of() : sample.isEmpty() ? cells : sample;
    }

    /** All settings, under the first arm. */
    List<Cell> cells() {
        return cells;
    }

    /** All settings, under an arm. */
    List<Cell> cells(int arm) {
        return cells.stream().map(cell -> new Cell(cell.point(), arm)).toList();
    }

    /** The correlation of a factor with an outcome; NaN where either stays the same, or there are too few settings. */
    MeanEstimate of(int factor, String outcome) {
        List<Cell> known = counted().stream()
                .filter(cell -> results.cells().total(cell, outcome).isKnown())
                .toList();
        int n = known.size();
        if (n < POINTS_LEAST) {
            return new MeanEstimate(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] inputs = known.stream()
                .mapToDouble(cell -> results.study().value(cell.point(), factor))
                .toArray();
        double[] outputs = known.stream()
                .mapToDouble(cell -> results.cells().total(cell, outcome).mean())
                .toArray();
        double rank = new SpearmansCorrelation().correlation(inputs, outputs);
        if (!areOfASample()) {
            return new MeanEstimate(n, rank, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double z = 0.5 * StrictMath.log((1 + rank) / (1 - rank));
        double half = NORMAL_975 * Math.sqrt(FIELLER / (n - 3));
        return new MeanEstimate(n, rank, StrictMath.tanh(z - half), StrictMath.tanh(z + half), Double.NaN, Double.NaN);
    }

    /** Factors by the size of their correlation with an outcome, the strongest first; those without one last. */
    List<Integer> strongest(String outcome) {
        return IntStream.range(0, results.study().factors().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer factor) -> {
                            double size = Math.abs(of(factor, outcome).mean());
                            return Double.isNaN(size) ? -1 : size;
                        })
                        .reversed())
                .toList();
    }
}
