package dev.borderline.observe;

import org.jspecify.annotations.Nullable;

/** One thing heard of a household within an event. */
public sealed interface Heard {
    /**
     * A signal about it.
     *
     * @param signal name, see {@link dev.borderline.model.Signals}
     * @param detail number of the need or request, or the slot, as the signal says
     * @param need what the need is about, for signals of needs
     * @param call the call as it stands, for signals of calls
     * @param caseFile the case as it stands, for signals of cases
     */
    record Told(
            String signal,
            int detail,
            @Nullable NeedFacts need,
            @Nullable CallFacts call,
            @Nullable CaseFacts caseFile) implements Heard {}

    /** A draw about it. */
    record Drawn(Hearing.Draw draw) implements Heard {}

    /** A number that a decision about it rested on. */
    record Weighed(Hearing.Figure figure) implements Heard {}
}
