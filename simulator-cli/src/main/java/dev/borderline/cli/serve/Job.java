package dev.borderline.cli.serve;

/** A request for a computation, which others may have asked for as well. */
final class Job {
    private final int number;
    private final Computation computation;
    private boolean cancelled;

    Job(int number, Computation computation) {
        this.number = number;
        this.computation = computation;
    }

    int number() {
        return number;
    }

    Computation computation() {
        return computation;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Takes this request back; the others keep theirs. */
    void cancel() {
        if (!cancelled && !computation.state().isEnd()) {
            cancelled = true;
            computation.leave();
        }
    }

    Computation.State state() {
        return cancelled ? Computation.State.CANCELLED : computation.state();
    }
}
