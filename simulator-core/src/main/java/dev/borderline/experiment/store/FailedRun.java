package dev.borderline.experiment.store;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run that broke off. Two are equal if they say the same: what was thrown is no part of that.
 *
 * @param task the run
 * @param message why, in one line
 * @param command what repeats it, in one line
 * @param cause what was thrown, with its stack, where the run was made by this program; a file does not keep it
 */
public record FailedRun(Task task, String message, String command, Optional<Throwable> cause) implements RunRecord {
    /** The message of a run for which memory did not suffice: it may on another machine. */
    public static final String OUT_OF_MEMORY =
            "it takes more memory than there is; -Xmx gives more, and --retry-failed makes it again";

    /** A failed run of which nothing more is known. */
    public FailedRun(Task task, String message, String command) {
        this(task, message, command, Optional.empty());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FailedRun run
                && task.equals(run.task)
                && message.equals(run.message)
                && command.equals(run.command);
    }

    @Override
    public int hashCode() {
        return Objects.hash(task, message, command);
    }
}
