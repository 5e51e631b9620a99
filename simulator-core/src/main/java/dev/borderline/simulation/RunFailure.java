package dev.borderline.simulation;

import dev.borderline.simulation.Simulation.RunLimits;

/**
 * A run that broke off: an invariant did not hold, a handler failed, or it came to a limit. The message names replication, seed and
 * time.
 */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean atLimit;

    private RunFailure(String message, boolean atLimit) {
        super(message);
        this.atLimit = atLimit;
    }

    RunFailure(String message, Throwable cause) {
        super(message, cause);
        atLimit = false;
    }

    static RunFailure atLimit(String message) {
        return new RunFailure(message, true);
    }

    /** True if it came to one of the {@link RunLimits} it was given, so that nothing is wrong with it. */
    public boolean isAtLimit() {
        return atLimit;
    }
}
