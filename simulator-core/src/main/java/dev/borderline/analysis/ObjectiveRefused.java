package dev.borderline.analysis;

/** A ranking that is not made; the message says why, and what to ask instead. */
public final class ObjectiveRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ObjectiveRefused(String message) {
        super(message);
    }
}
