package dev.borderline.experiment.store;

/**
 * A run that broke off.
 *
 * @param task the run
 * @param message why, in one line
 * @param command what repeats it, in one line
 */
public record FailedRun(Task task, String message, String command) implements RunRecord {}
