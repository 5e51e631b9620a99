package dev.borderline.event;

/** Handler of events of one kind, called when one comes due. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Executes one event. May post, schedule and cancel others, also at the present instant.
     *
     * @param time ticks since the start; the loop's {@code now()}
     * @param subject whom the event is about, as given when it was posted
     * @param occurrence which of the subject's events of this kind it is, as given when it was posted
     * @return the outcome, a code from 0 up whose meaning belongs to the kind; observers and the run's fingerprint see it
     */
    int onEvent(long time, int subject, int occurrence);
}
