package dev.borderline.experiment;

import dev.borderline.scenario.SweepFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of settings to try. Immutable; points are made when asked for, so that a large design takes no room. A kind of
 * design is one class; the points of a design never depend on anything but its arguments.
 */
public interface Design {
    /** Paths of the inputs that vary, in the order of columns. */
    List<String> factors();

    /** Number of points, at least 1. */
    int size();

    /** The point with this index, 0 to {@link #size} - 1. */
    DesignPoint point(int index);

    /** The design that varies nothing: one point. */
    static Design single() {
        return grid(Map.of());
    }

    /** The design of a sweep file. */
    static Design of(SweepFile sweep) {
        if (!sweep.design().equals(SweepFile.GRID)) {
            throw new IllegalArgumentException("there is no design " + sweep.design());
        }
        Map<String, List<Double>> levels = new LinkedHashMap<>();
        sweep.factors().forEach(factor -> levels.put(factor.path(), factor.values()));
        return grid(levels);
    }

    /**
     * All combinations of values, the first factor slowest.
     *
     * @param levels the values of each factor; the order of the map is that of the factors
     */
    static Design grid(Map<String, List<Double>> levels) {
        return new Grid(levels);
    }
}
