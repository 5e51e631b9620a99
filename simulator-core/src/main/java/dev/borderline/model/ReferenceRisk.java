package dev.borderline.model;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * True probability π of arrest in a reference session under the levers in force, in closed form. It is added up from the routes:
 * those that act on the session itself and grow with its length, and all others. Recomputed when a lever moves.
 */
public final class ReferenceRisk implements StatePart {
    /** A route by which a session leads to arrest the longer it lasts. */
    @FunctionalInterface
    public interface SessionRoute {
        /** Probability of arrest by a session at that exposure and of that length. */
        double probability(double exposure, double minutes);
    }

    private final Calling calling;
    private final List<SessionRoute> bySession = new ArrayList<>();
    private final List<DoubleSupplier> otherwise = new ArrayList<>();
    private boolean stale = true;
    private double detection;
    private double other;

    ReferenceRisk(Calling calling) {
        this.calling = calling;
    }

    /** Adds a route that acts on the session. */
    public void addDetection(SessionRoute route) {
        bySession.add(route);
    }

    /** Probability of arrest by the session itself, over all routes that act on it. */
    public double detectionProbability(double exposure, double minutes) {
        double sum = 0;
        for (SessionRoute route : bySession) {
            sum += route.probability(exposure, minutes);
        }
        return Math.min(1, sum);
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
            detection = detectionProbability(1, calling.referenceMinutes()); // in town
            other = 0;
            for (DoubleSupplier route : otherwise) {
                other += route.getAsDouble();
            }
            stale = false;
        }
    }

    @Override
    public void save(StateWriter out) {}

    /** Kept values follow from levers. */
    @Override
    public void load(StateReader in) {
        stale = true;
    }
}
