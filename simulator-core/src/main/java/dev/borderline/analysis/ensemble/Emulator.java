package dev.borderline.analysis.ensemble;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Response surfaces of all figures of a model. Immutable. */
final class Emulator {
    private final FigureModel model;
    private final List<ResponseSurface> surfaces;

    private Emulator(FigureModel model, List<ResponseSurface> surfaces) {
        this.model = model;
        this.surfaces = surfaces;
    }

    /**
     * Evaluated points.
     *
     * @param points their scores
     * @param predicted predictions there, NaN where undefined
     */
    record Sample(List<double[]> points, List<double[]> predicted) {
        /** The points of this sample, then those of another. */
        Sample and(Sample other) {
            return new Sample(joined(points, other.points), joined(predicted, other.predicted));
        }

        private static List<double[]> joined(List<double[]> first, List<double[]> second) {
            List<double[]> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }

        double[] column(int figure) {
            return predicted.stream().mapToDouble(values -> values[figure]).toArray();
        }
    }

    /** The emulator from a first sample. */
    static Emulator of(FigureModel model, SurfaceBasis basis, Sample sample) {
        List<ResponseSurface> flat = new ArrayList<>();
        for (int k = 0; k < model.figures().size(); k++) {
            boolean positive = true;
            for (double value : sample.column(k)) {
                positive &= !(value <= 0);
            }
            boolean logarithmic = positive || model.figures().get(k).isLogarithmic();
            flat.add(ResponseSurface.flat(basis, logarithmic));
        }
        return new Emulator(model, flat).corrected(basis, sample);
    }

    /** This emulator corrected by what a further sample shows. */
    Emulator corrected(SurfaceBasis basis, Sample sample) {
        Map<BitSet, RidgeDesign> designs = new HashMap<>(); // looked up alone
        List<ResponseSurface> corrected = new ArrayList<>();
        for (int k = 0; k < surfaces.size(); k++) {
            ResponseSurface before = surfaces.get(k);
            double[] values = sample.column(k);
            BitSet defined = new BitSet();
            IntStream.range(0, values.length)
                    .filter(i -> Double.isFinite(values[i]) && (!before.isLogarithmic() || values[i] > 0))
                    .forEach(defined::set);
            List<double[]> points =
                    defined.stream().mapToObj(sample.points()::get).toList();
            double[] some = defined.stream().mapToDouble(i -> values[i]).toArray();
            RidgeDesign design = designs.computeIfAbsent(defined, absent -> new RidgeDesign(basis, points));
            corrected.add(before.corrected(design, points, some, model.figures().get(k), model.simulatedWorlds()));
        }
        return new Emulator(model, corrected);
    }

    /** The predictions at a point. */
    double[] at(double[] scores) {
        double[] predicted = new double[surfaces.size()];
        for (int k = 0; k < predicted.length; k++) {
            predicted[k] = surfaces.get(k).at(scores);
        }
        return predicted;
    }

    /** Sum over the figures of an input's squared linear effect, in units of what the likelihood leaves open. */
    double effect(int input) {
        double sum = 0;
        for (int k = 0; k < surfaces.size(); k++) {
            double slope = surfaces.get(k).slope(input, model.figures().get(k));
            sum += slope * slope / model.figures().get(k).varianceNear();
        }
        return sum;
    }

    /** Variance of a figure's prediction that is the emulator's own, on the scale of the figure's likelihood. */
    double variance(int figure) {
        return surfaces.get(figure).variance();
    }
}
