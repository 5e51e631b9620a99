package dev.borderline.cli.text;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.text.FileRefused;
import dev.borderline.yaml.InvalidInput;

/** Exceptions that refuse what a person gave; their messages are for that person. */
public final class Refusals {
    private Refusals() {}

    /** True for a fault of the input. */
    public static boolean isRefusal(Exception fault) {
        return fault instanceof InvalidInput
                || fault instanceof Refusal
                || fault instanceof StoreRefused
                || fault instanceof FileRefused
                || fault instanceof AnalysisRefused;
    }
}
