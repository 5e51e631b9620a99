package dev.borderline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The true probability π of arrest in a reference session under the levers in force, in closed form, added up from the
 * routes: those that act on the session itself and grow with its length, and all others. Recomputed when a lever moves.
 */
public final class ReferenceRisk {
    private final List<DoubleSupplier> bySession = new ArrayList<>();
    private final List<DoubleSupplier> otherwise = new ArrayList<>();
    private boolean stale = true;
    private double detection;
    private double other;

    ReferenceRisk() {}

    /** Adds a route by which a session leads to arrest the longer it lasts. */
    public void addDetection(DoubleSupplier probability) {
        bySession.add(probability);
    }

    /** Adds a route that has nothing to do with the length of a session. */
    public void addOther(DoubleSupplier probability) {
        otherwise.add(probability);
    }

    void levelsMoved() {
        stale = true;
    }

    /** π, at most 1. */
    public double arrestProbability() {
        refresh();
        return Math.min(1, detection + other);
    }

    /** Share w of detection in π; 0 when there is no risk. */
    public double detectionShare() {
        refresh();
        double sum = detection + other;
        return sum == 0 ? 0 : detection / sum;
    }

    private void refresh() {
        if (stale) {
            detection = sum(bySession);
            other = sum(otherwise);
            stale = false;
        }
    }

    private static double sum(List<DoubleSupplier> routes) {
        double sum = 0;
        for (DoubleSupplier route : routes) {
            sum += route.getAsDouble();
        }
        return sum;
    }
}
