package dev.borderline.cli.serve;

import dev.borderline.cli.options.Question;
import dev.borderline.experiment.Experiment;
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

    /**
     * A stage made ready.
     *
     * @param asked what it answers
     * @param question the same, read
     * @param experiment the same, to be run
     */
    record Stage(Asked asked, Question question, Experiment experiment) {
        static Stage of(Asked asked) {
            Question question = asked.question();
            return new Stage(asked, question, question.asked());
        }
    }

    private final String digest;
    private final long number;
    private final Stages.Plan plan;
    private int stage;
    private int done;
    private int followers;
    private int version;
    private State state = State.WAITING;
    private @Nullable String partial;
    private int partials;
    private @Nullable String result;

    Computation(String digest, long number, Stages.Plan plan) {
        this.digest = digest;
        this.number = number;
        this.plan = plan;
    }

    String digest() {
        return digest;
    }

    long number() {
        return number;
    }

    int stage() {
        return stage;
    }

    Asked current() {
        return plan.steps().get(stage).asked();
    }

    boolean isLast() {
        return stage == plan.steps().size() - 1;
    }

    int done() {
        return done;
    }

    int total() {
        return plan.total();
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
        done = Math.max(done, plan.steps().get(stage).before() + runs);
        version++;
    }

    /** Takes the answer of a stage; goes on to the next. */
    void answer(String text) {
        if (isLast()) {
            done = plan.total();
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
