package dev.borderline.analysis.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stand-in with a known posterior: figures are sums of the inputs with some slopes, plus normal errors. With independent slopes of
 * length b each, the posterior of the sum along a slope is normal with precision {@code 1/b² + 1/error²}.
 */
final class LinearModel implements FittedModel {
    private final double[][] slopes;
    private final double[] figures;
    private final double error;

    LinearModel(double[][] slopes, double[] figures, double error) {
        this.slopes = slopes;
        this.figures = figures;
        this.error = error;
    }

    /** Each of the figures moves with its own pair of inputs; further inputs move nothing. */
    static LinearModel pairs(int inputs, double[] figures, double error) {
        double[][] slopes = new double[figures.length][inputs];
        for (int k = 0; k < figures.length; k++) {
            slopes[k][2 * k] = 2;
            slopes[k][2 * k + 1] = -1;
        }
        return new LinearModel(slopes, figures, error);
    }

    @Override
    public List<String> inputs() {
        return IntStream.range(0, slopes[0].length).mapToObj(i -> "x" + i).toList();
    }

    @Override
    public List<String> predictions() {
        return IntStream.range(0, slopes.length).mapToObj(i -> "y" + i).toList();
    }

    @Override
    public boolean allows(double[] scores) {
        return true;
    }

    @Override
    public Optional<double[]> predict(double[] scores, int population) {
        return Optional.of(Arrays.stream(slopes)
                .mapToDouble(slope -> IntStream.range(0, slope.length)
                        .mapToDouble(i -> slope[i] * scores[i])
                        .sum())
                .toArray());
    }

    @Override
    public double[] residuals(double[] predicted) {
        return IntStream.range(0, figures.length)
                .mapToDouble(k -> (predicted[k] - figures[k]) / error)
                .toArray();
    }

    /** A model without the points at which input 20 is not above 0. */
    record Half(FittedModel whole) implements FittedModel {
        @Override
        public List<String> inputs() {
            return whole.inputs();
        }

        @Override
        public List<String> predictions() {
            return whole.predictions();
        }

        @Override
        public boolean allows(double[] scores) {
            return scores[20] > 0;
        }

        @Override
        public Optional<double[]> predict(double[] scores, int population) {
            return scores[20] > 0 ? whole.predict(scores, population) : Optional.empty();
        }

        @Override
        public double[] residuals(double[] predicted) {
            return whole.residuals(predicted);
        }
    }

    /** A model whose predictions each population sees shifted by a chance of its own. */
    record Chance(FittedModel whole, double size) implements FittedModel {
        @Override
        public List<String> inputs() {
            return whole.inputs();
        }

        @Override
        public List<String> predictions() {
            return whole.predictions();
        }

        @Override
        public boolean allows(double[] scores) {
            return true;
        }

        @Override
        public Optional<double[]> predict(double[] scores, int population) {
            return whole.predict(scores, population)
                    .map(values -> Arrays.stream(values)
                            .map(value -> value + size * (population - 1.5))
                            .toArray());
        }

        @Override
        public double[] residuals(double[] predicted) {
            return whole.residuals(predicted);
        }
    }
}
