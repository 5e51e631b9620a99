package dev.borderline.simulation;

/** A run that broke off: an invariant did not hold or a handler failed. The message names replication, seed and time. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFailure(String message) {
        super(message);
    }

    RunFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
