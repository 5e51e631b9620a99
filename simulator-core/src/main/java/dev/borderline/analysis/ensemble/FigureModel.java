package dev.borderline.analysis.ensemble;

import java.util.List;

/** Model of which each prediction is the value of one figure of the record. */
public interface FigureModel extends FittedModel {
    /** The figures, in the order of the predictions. */
    List<FigureLikelihood> figures();

    /**
     * Number of worlds a prediction is the mean of, runs times the share of the people. Its chance is so many times less than
     * theirs.
     */
    double simulatedWorlds();

    /** Names of the figures' targets. */
    @Override
    default List<String> predictions() {
        return figures().stream().map(figure -> figure.target().id()).toList();
    }

    @Override
    default double[] residuals(double[] predicted) {
        double[] residuals = new double[predicted.length];
        for (int k = 0; k < predicted.length; k++) {
            residuals[k] = figures().get(k).distance(predicted[k]);
        }
        return residuals;
    }
}
