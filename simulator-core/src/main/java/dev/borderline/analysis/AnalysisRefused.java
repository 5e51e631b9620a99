package dev.borderline.analysis;

/** A question that is not answered, or not from these runs; the message says why, and what to do instead. */
public final class AnalysisRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnalysisRefused(String message) {
        super(message);
    }
}
