package dev.borderline.event;

import dev.borderline.event.EventLoop.EventHandler;

/**
 * Part of a run's {@link EventLoop} that a model may use: register kinds of events, post, schedule, cancel and ask. Running,
 * stopping, limits and observers stay with whoever owns the loop, so that no part of a model can end a run early or silence its
 * fingerprint.
 */
public final class Scheduler {
    private final EventLoop loop;

    /** The scheduler of a loop. */
    public Scheduler(EventLoop loop) {
        this.loop = loop;
    }

    /** Registers a kind of event, see {@link EventLoop#kind}. */
    public int kind(String name, Phase phase, EventHandler handler) {
        return loop.kind(name, phase, handler);
    }

    /** Makes an event pending that will not be cancelled, see {@link EventLoop#post}. */
    public void post(long time, int kind, int subject, int occurrence) {
        loop.post(time, kind, subject, occurrence);
    }

    /**
     * Makes an event pending that can be cancelled, see {@link EventLoop#schedule}.
     *
     * @return its handle, never 0 and not reused
     */
    public long schedule(long time, int kind, int subject, int occurrence) {
        return loop.schedule(time, kind, subject, occurrence);
    }

    /**
     * Cancels a pending event.
     *
     * @return false, and nothing is touched, if the handle is 0, unknown, or its event was executed or cancelled
     */
    public boolean cancel(long handle) {
        return loop.cancel(handle);
    }

    /** True while the handle's event is neither executed nor cancelled. */
    public boolean isPending(long handle) {
        return loop.isPending(handle);
    }

    /** The present instant in ticks: inside a handler the time of its event. */
    public long now() {
        return loop.now();
    }

    /** Number of kinds registered so far; their ids are 0 to this minus 1. */
    public int kindCount() {
        return loop.kindCount();
    }

    /** Number of events executed so far. */
    public long eventCount() {
        return loop.eventCount();
    }
}
