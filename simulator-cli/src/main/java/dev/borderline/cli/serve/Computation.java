package dev.borderline.cli.serve;

import org.jspecify.annotations.Nullable;

/** Work on one question, for all jobs that ask it. Guarded by the {@link Jobs} it belongs to, on which those wait who want to hear of it. */
final class Computation {
    /** Condition of a computation. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    private final long number;
    private final Problem problem;
    private int stage;
    private int done;
    private int followers;
    private int version;
    private State state = State.WAITING;
    private @Nullable String partial;
    private int partials;
    private @Nullable String result;

    Computation(long number, Problem problem) {
        this.number = number;
        this.problem = problem;
    }

    String digest() {
        return problem.digest();
    }

    long number() {
        return number;
    }

    int stage() {
        return stage;
    }

    Work current() {
        return problem.steps().get(stage).work();
    }

    boolean isLast() {
        return stage == problem.steps().size() - 1;
    }

    int done() {
        return done;
    }

    int total() {
        return problem.total();
    }

    /** Counts up with everything that happens. */
    int version() {
        return version;
    }

    State state() {
        return state;
    }

    /** Number of partial answers so far. */
    int partials() {
        return partials;
    }

    /** The latest partial answer. */
    @Nullable
    String partial() {
        return partial;
    }

    /** The answer when it is done, what went wrong when it failed. */
    @Nullable
    String result() {
        return result;
    }

    void follow() {
        followers++;
    }

    /** One who asked has gone; the last one takes the work away. */
    void leave() {
        followers--;
        if (followers == 0 && !state.isEnd()) {
            end(State.CANCELLED, "cancelled");
        }
    }

    void begin() {
        state = State.RUNNING;
        version++;
    }

    /** Runs of this stage that are there. */
    void progress(int runs) {
        done = Math.max(done, problem.steps().get(stage).before() + runs);
        version++;
    }

    /** Takes the answer of a stage; goes on to the next. */
    void answer(String text) {
        if (isLast()) {
            done = problem.total();
            end(State.DONE, text);
        } else {
            partial = text;
            partials++;
            stage++;
            version++;
            state = State.WAITING;
        }
    }

    void pause() {
        state = State.WAITING;
        version++;
    }

    void end(State how, String text) {
        state = how;
        result = text;
        partial = null;
        version++;
    }

    /** Room that its answers take, in bytes about. */
    long size() {
        return 2L * ((result == null ? 0 : result.length()) + (partial == null ? 0 : partial.length()));
    }
}
