package dev.borderline.simulation;

import java.util.function.BooleanSupplier;

/**
 * Limits on the cost of one run; a run that would cost more breaks off. A run that ends within its limits is the run without any.
 *
 * @param events events executed
 * @param outOfTime asked from time to time, every 65,536 events: true breaks the run off
 */
public record RunLimits(long events, BooleanSupplier outOfTime) {
    public RunLimits {
        if (events < 1) {
            throw new IllegalArgumentException("a run may execute " + events + " events; it must be 1 or more");
        }
    }

    /** No limits. */
    public static RunLimits none() {
        return new RunLimits(Long.MAX_VALUE, () -> false);
    }
}
