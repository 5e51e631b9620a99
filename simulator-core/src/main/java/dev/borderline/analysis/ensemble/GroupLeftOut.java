package dev.borderline.analysis.ensemble;

import java.util.List;
import java.util.Optional;

/** The same model with a record that says nothing of one group of figures. */
final class GroupLeftOut implements FigureModel {
    private static final int CHAINS = 100;
    private static final int STEPS = 8;
    private static final int LAST_STEPS = 20;

    private final FigureModel model;
    private final String group;

    private GroupLeftOut(FigureModel model, String group) {
        this.model = model;
        this.group = group;
    }

    /** The posterior without a group, of a model that costs nothing to evaluate. */
    static FitSample fit(FigureModel model, String group, long seed) {
        FitSettings settings = FitSettings.of(CHAINS, STEPS, LAST_STEPS, seed).movesEach(2);
        return TemperedFit.of(new GroupLeftOut(model, group), settings).run();
    }

    @Override
    public double[] residuals(double[] predicted) {
        double[] residuals = FigureModel.super.residuals(predicted);
        for (int k = 0; k < residuals.length; k++) {
            residuals[k] = figures().get(k).target().likelihood().group().equals(group) ? 0 : residuals[k];
        }
        return residuals;
    }

    @Override
    public List<FigureLikelihood> figures() {
        return model.figures();
    }

    @Override
    public double simulatedWorlds() {
        return model.simulatedWorlds();
    }

    @Override
    public List<String> inputs() {
        return model.inputs();
    }

    @Override
    public boolean allows(double[] scores) {
        return model.allows(scores);
    }

    @Override
    public Optional<double[]> predict(double[] scores, int population) {
        return model.predict(scores, population);
    }
}
