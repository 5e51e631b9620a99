package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.AnalysisRefused;
import java.util.List;
import java.util.stream.IntStream;

/** Points of the prior that a model allows, by population and number. */
final class PriorDraws {
    private static final int ATTEMPTS = 256;

    private final FittedModel model;
    private final List<FitDraws> draws;

    PriorDraws(FittedModel model, FitSettings settings) {
        this.model = model;
        draws = IntStream.range(0, settings.populations())
                .mapToObj(population -> new FitDraws(settings.seed(), population, model.inputs()))
                .toList();
    }

    /**
     * A point.
     *
     * @throws AnalysisRefused if {@value #ATTEMPTS} in a row are not allowed
     */
    double[] at(int population, int number) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[] scores = draws.get(population).start(number, attempt);
            if (model.allows(scores)) {
                return scores;
            }
        }
        throw new AnalysisRefused("the priors hardly ever go together: " + ATTEMPTS + " points in a row are refused");
    }

    /** Draws of a population. */
    FitDraws of(int population) {
        return draws.get(population);
    }
}
