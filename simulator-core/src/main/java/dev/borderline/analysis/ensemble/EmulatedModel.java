package dev.borderline.analysis.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stand-in for a model that costs nothing to evaluate: its emulator, the same for every population. What the emulator does not know adds
 * to the variance of each figure's likelihood.
 */
public final class EmulatedModel implements FigureModel {
    private final FigureModel model;
    private final Emulator emulator;
    private final List<FigureLikelihood> figures;

    EmulatedModel(FigureModel model, Emulator emulator) {
        this(model, emulator, widened(model, emulator));
    }

    private EmulatedModel(FigureModel model, Emulator emulator, List<FigureLikelihood> figures) {
        this.model = model;
        this.emulator = emulator;
        this.figures = List.copyOf(figures);
    }

    private static List<FigureLikelihood> widened(FigureModel model, Emulator emulator) {
        List<FigureLikelihood> widened = new ArrayList<>();
        for (int k = 0; k < model.figures().size(); k++) {
            widened.add(model.figures().get(k).widened(emulator.variance(k)));
        }
        return widened;
    }

    /** The same with a record that says nothing of one group of figures: their variance is infinite. */
    EmulatedModel withoutGroup(String group) {
        List<FigureLikelihood> others = figures.stream()
                .map(figure -> figure.target().likelihood().group().equals(group)
                        ? figure.widened(Double.POSITIVE_INFINITY)
                        : figure)
                .toList();
        return new EmulatedModel(model, emulator, others);
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

    /** Share of the variance of a figure's likelihood that is the emulator's. */
    double doubt(int figure) {
        return emulator.variance(figure) / figures.get(figure).varianceNear();
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
        return Optional.of(emulator.at(scores));
    }
}
