package dev.borderline.experiment.compare;

import dev.borderline.experiment.store.FailedRun;
import java.util.List;

/** Some runs of a small experiment broke off. The message says how many, and why and how to repeat the first, whose exception is the
 * cause. */
public final class RunsFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FailedRun> failures;

    /** The report of these failures, at least one. */
    public RunsFailed(List<FailedRun> failures) {
        super(
                failures.size() + " runs failed; the first: " + failures.get(0).message() + "; to repeat it: "
                        + failures.get(0).command(),
                failures.get(0).cause().orElse(null));
        this.failures = List.copyOf(failures);
    }

    /** Failed runs, in order. */
    public List<FailedRun> failures() {
        return failures;
    }
}
