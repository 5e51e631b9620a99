package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.ensemble.FigurePrediction.Band;
import dev.borderline.random.Law;
import dev.borderline.scenario.ensemble.PriorSpace;
import dev.borderline.stat.Quantiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Posterior of an input beside its prior.
 *
 * @param path of the input
 * @param row of the evidence whose rank it has
 * @param prior its interval before the fit
 * @param posterior its interval after the fit
 * @param varianceLeft variance of its normal score, 1 before the fit; above 1 where the targets drive it to both ends
 */
public record InputPosterior(String path, String row, Band prior, Band posterior, double varianceLeft) {
    private static final double LOW = 0.05;
    private static final double MEDIAN = 0.5;
    private static final Law STANDARD_NORMAL = Law.normal(0, 1);

    /**
     * Correlation of two inputs in the posterior.
     *
     * @param row of one
     * @param other row of the other
     * @param correlation Pearson's, of normal scores
     */
    public record Correlation(String row, String other, double correlation) {}

    /** Of all inputs that are drawn, by row of evidence. */
    public static List<InputPosterior> of(FitSample sample, PriorSpace space) {
        List<InputPosterior> posteriors = new ArrayList<>();
        for (int i = 0; i < space.rows().size(); i++) {
            double[] scores = Convergence.pooled(sample.scores(i));
            String row = space.rows().get(i);
            for (String path : space.pathsOf(row)) {
                Band prior = new Band(space.value(path, LOW), space.value(path, MEDIAN), space.value(path, 1 - LOW));
                Band posterior = new Band(
                        value(space, path, scores, LOW),
                        value(space, path, scores, MEDIAN),
                        value(space, path, scores, 1 - LOW));
                posteriors.add(new InputPosterior(path, row, prior, posterior, Convergence.variance(scores)));
            }
        }
        return posteriors;
    }

    private static double value(PriorSpace space, String path, double[] scores, double p) {
        return space.value(path, STANDARD_NORMAL.below(Quantiles.of(scores, p)));
    }

    /** Of all pairs of informed inputs. */
    public static List<Correlation> correlations(FitSample sample) {
        int[] informed = sample.informed();
        List<String> rows = sample.model().inputs();
        List<Correlation> pairs = new ArrayList<>();
        for (int i = 0; i < informed.length; i++) {
            for (int j = i + 1; j < informed.length; j++) {
                double r = Screening.correlation(
                        Convergence.pooled(sample.scores(informed[i])), Convergence.pooled(sample.scores(informed[j])));
                pairs.add(new Correlation(rows.get(informed[i]), rows.get(informed[j]), r));
            }
        }
        return pairs;
    }
}
