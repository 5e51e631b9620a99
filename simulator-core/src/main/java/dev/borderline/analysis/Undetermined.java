package dev.borderline.analysis;

/** Outputs from which what was asked cannot be told; the message says why. */
public final class Undetermined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Undetermined(String message) {
        super(message);
    }
}
