package dev.borderline.event;

/** An observer of executed events. It is told after the handler has returned and must not post, schedule or cancel. */
@FunctionalInterface
public interface EventListener {
    /**
     * Takes note of one executed event.
     *
     * @param time ticks since the start
     * @param kind the kind's id in this loop
     * @param subject whom the event was about
     * @param occurrence which of the subject's events of this kind it was
     * @param outcome what the handler returned
     */
    void onEvent(long time, int kind, int subject, int occurrence, int outcome);
}
