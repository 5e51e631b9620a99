package dev.borderline.experiment.store;

/**
 * A run that broke off.
 *
 * @param task the run
 * @param message why, in one line
 * @param command what repeats it, in one line
 */
public record FailedRun(Task task, String message, String command) implements RunRecord {
    /** The message of a run for which memory did not suffice: it may on another machine. */
    public static final String OUT_OF_MEMORY =
            "it takes more memory than there is; -Xmx gives more, and --retry-failed makes it again";
}
