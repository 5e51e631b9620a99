package dev.borderline.report;

/** A folder that no report can be made of; the message says why. */
public final class NothingToReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingToReport(String message) {
        super(message);
    }
}
