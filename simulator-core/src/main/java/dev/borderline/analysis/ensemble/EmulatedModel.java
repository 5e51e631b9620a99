package dev.borderline.analysis.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stand-in for a model that costs nothing to evaluate: an emulator for each population. What the emulators do not know adds to the
 * variance of each figure's likelihood, in the mean over the populations.
 */
public final class EmulatedModel implements FigureModel {
    private final FigureModel model;
    private final List<Emulator> emulators;
    private final List<FigureLikelihood> figures;

    EmulatedModel(FigureModel model, List<Emulator> emulators) {
        this.model = model;
        this.emulators = List.copyOf(emulators);
        List<FigureLikelihood> widened = new ArrayList<>();
        for (int k = 0; k < model.figures().size(); k++) {
            widened.add(model.figures().get(k).widened(variance(k)));
        }
        figures = List.copyOf(widened);
    }

    /**
     * The emulated model of a sample.
     *
     * @throws IllegalArgumentException if it is not of an {@link EmulatedFit}
     */
    public static EmulatedModel of(FitSample sample) {
        if (sample.model() instanceof EmulatedModel model) {
            return model;
        }
        throw new IllegalArgumentException("the sample is of another model: " + sample.model());
    }

    /** Variance that a figure's likelihood has from the emulators, on its scale. */
    double variance(int figure) {
        double sum = 0;
        for (Emulator emulator : emulators) {
            sum += emulator.variance(figure);
        }
        return sum / emulators.size();
    }

    @Override
    public List<FigureLikelihood> figures() {
        return figures;
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
        return Optional.of(emulators.get(population).at(scores));
    }
}
