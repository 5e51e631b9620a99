package dev.borderline.model;

import java.util.Arrays;

/** Something that happens to a household, told at once to all who listen, in the order in which they were installed. */
public final class Signal {
    /** Who listens. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Told within the event that causes the signal.
         *
         * @param household whom it happens to
         * @param detail what the signal's name says: a need number, a call slot or a case slot
         */
        void on(int household, int detail);
    }

    private Listener[] listeners = new Listener[0];

    Signal() {}

    /** Adds a listener; only while a run is put together. */
    public void listen(Listener listener) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = listener;
    }

    /** Adds one who changes nothing; he is told before all others, so that he hears causes before what they lead to. */
    public void tap(Listener probe) {
        Listener[] longer = new Listener[listeners.length + 1];
        longer[0] = probe;
        System.arraycopy(listeners, 0, longer, 1, listeners.length);
        listeners = longer;
    }

    /** Tells all listeners. */
    public void emit(int household, int detail) {
        for (Listener listener : listeners) {
            listener.on(household, detail);
        }
    }
}
