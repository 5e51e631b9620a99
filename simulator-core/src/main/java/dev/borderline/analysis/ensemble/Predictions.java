package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.calibration.Target;
import dev.borderline.random.Draws;
import dev.borderline.random.Mix64;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Predictive laws of figures from values of the model over a sample of its inputs. A figure is drawn about each value by its error law,
 * under {@code ensemble.fit.figure}: a uniform for each figure's id, by particle.
 *
 * <p>A fitted figure is also predicted with its group left out: by weights of one over the group's likelihood, Pareto-smoothed; where their
 * tail is too heavy for that and the model is an emulator, by a fit without the group.
 */
public final class Predictions {
    private static final double LOW = 0.05;
    private static final double MEDIAN = 0.5;
    private static final double SHAPE_MAX = 0.7;

    private static final int CHAINS = 100;
    private static final int STEPS = 8;
    private static final int LAST_STEPS = 20;

    private final Draws draws;
    private final FitSettings leftOut;

    /** Predictions with draws of a seed. */
    public Predictions(long seed) {
        leftOut = FitSettings.of(CHAINS, STEPS, LAST_STEPS, seed).movesEach(2);
        draws = Draws.of(RunKeys.designKey(RunKeys.SCHEME_VERSION, seed), "ensemble.fit.figure", SubjectKind.FACTOR);
    }

    /** Of the figures that were fitted. */
    public List<FigurePrediction> fitted(FitSample sample, List<FigureLikelihood> figures) {
        double[][] values = new double[figures.size()][];
        Arrays.setAll(values, k -> Convergence.pooled(sample.predicted(k)));
        Map<String, Without> byGroup = new HashMap<>();
        List<FigurePrediction> predictions = new ArrayList<>();
        for (int k = 0; k < figures.size(); k++) {
            Target target = figures.get(k).target();
            double[] drawn = drawn(figures.get(k), values[k]);
            Without without = byGroup.computeIfAbsent(
                    target.likelihood().group(), group -> without(sample, group, figures, values));
            Sorted left = without.of(k, figures.get(k), drawn);
            predictions.add(new FigurePrediction(
                    target,
                    new Sorted(drawn, equal(drawn.length)).band(),
                    left.band(),
                    without.smoothed.shape(),
                    left.below(target.value()),
                    left.crps(target.value())));
        }
        return predictions;
    }

    /** Sample of a fit without a group: that of the fit, weighted, or one of its own. */
    private final class Without {
        private final ParetoSmoothing smoothed;
        private final Optional<FitSample> fitted;

        Without(ParetoSmoothing smoothed, Optional<FitSample> fitted) {
            this.smoothed = smoothed;
            this.fitted = fitted;
        }

        Sorted of(int figure, FigureLikelihood likelihood, double[] drawn) {
            return fitted.map(sample -> drawn(likelihood, Convergence.pooled(sample.predicted(figure))))
                    .map(own -> new Sorted(own, equal(own.length)))
                    .orElseGet(() -> new Sorted(drawn, smoothed.weights()));
        }
    }

    private Without without(FitSample sample, String group, List<FigureLikelihood> figures, double[][] values) {
        ParetoSmoothing smoothed = without(group, figures, values);
        return new Without(
                smoothed,
                smoothed.shape() > SHAPE_MAX && sample.model() instanceof EmulatedModel emulated
                        ? Optional.of(TemperedFit.of(emulated.withoutGroup(group), leftOut)
                                .run())
                        : Optional.empty());
    }

    /**
     * Of a figure that was not fitted.
     *
     * @param values the model's, over members
     */
    public FigurePrediction unfitted(FigureLikelihood figure, double[] values) {
        double[] defined = Arrays.stream(values).filter(Double::isFinite).toArray();
        double[] drawn = drawn(figure, defined);
        Target target = figure.target();
        if (drawn.length == 0) {
            return new FigurePrediction(
                    target, FigurePrediction.Band.NONE, FigurePrediction.Band.NONE, Double.NaN, Double.NaN, Double.NaN);
        }
        Sorted sorted = new Sorted(drawn, equal(drawn.length));
        return new FigurePrediction(
                target,
                sorted.band(),
                FigurePrediction.Band.NONE,
                Double.NaN,
                sorted.below(target.value()),
                sorted.crps(target.value()));
    }

    private static ParetoSmoothing without(String group, List<FigureLikelihood> figures, double[][] values) {
        double[] logWeights = new double[values[0].length];
        for (int k = 0; k < figures.size(); k++) {
            if (figures.get(k).target().likelihood().group().equals(group)) {
                for (int i = 0; i < logWeights.length; i++) {
                    logWeights[i] -= figures.get(k).at(values[k][i]);
                }
            }
        }
        return ParetoSmoothing.of(logWeights);
    }

    private double[] drawn(FigureLikelihood figure, double[] values) {
        long subject = Mix64.hash(figure.target().id());
        return IntStream.range(0, values.length)
                .mapToDouble(i -> figure.figure(values[i], draws.uniform(subject, i)))
                .toArray();
    }

    private static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    /** A weighted sample in ascending order. */
    static final class Sorted {
        private final double[] values;
        private final double[] weights;

        Sorted(double[] values, double[] weights) {
            int[] order = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> values[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.values = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
            this.weights = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
        }

        FigurePrediction.Band band() {
            return new FigurePrediction.Band(quantile(LOW), quantile(MEDIAN), quantile(1 - LOW));
        }

        /** The least value that at least a share p of the weight does not exceed. */
        double quantile(double p) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += weights[i];
                if (sum >= p) {
                    return values[i];
                }
            }
            return values[values.length - 1];
        }

        /** Weight of the values below a figure, and half of that at it. */
        double below(double figure) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i] < figure ? weights[i] : values[i] == figure ? weights[i] / 2 : 0;
            }
            return sum;
        }

        /** {@code ∫ (F(x) - 1{x ≥ figure})² dx}, T. Gneiting, A. E. Raftery, JASA 102 (2007) 359-378, eq. 20. */
        double crps(double figure) {
            double score = 0;
            double below = 0;
            for (int i = 0; i < values.length; i++) {
                double from = i == 0 ? Math.min(figure, values[0]) : values[i - 1];
                double to = values[i];
                double before = Math.max(0, Math.min(to, figure) - from);
                double after = Math.max(0, to - Math.max(from, figure));
                score += before * below * below + after * (1 - below) * (1 - below);
                below += weights[i];
            }
            return score + Math.max(0, figure - values[values.length - 1]);
        }
    }
}
