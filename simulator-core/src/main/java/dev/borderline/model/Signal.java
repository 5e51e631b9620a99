package dev.borderline.model;

import java.util.Arrays;

/** Signal: something that happens to a household, told at once to all who listen, in their order of installation. */
public final class Signal {
    private static final String PROBE = "a probe";

    /** Listener of a signal. */
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

    private final Ownership ownership;
    private Listener[] listeners = new Listener[0];
    private String[] owners = new String[0]; // of the listeners
    private int taps; // listeners that are probes; they stand first

    Signal(Ownership ownership) {
        this.ownership = ownership;
    }

    /** Adds a listener; only while a run is put together. */
    public void listen(Listener listener) {
        insert(listeners.length, listener, ownership.current());
    }

    /** Adds one who changes nothing; told before all mechanisms, so that causes are heard before what they lead to. */
    public void tap(Listener probe) {
        insert(taps++, probe, PROBE);
    }

    private void insert(int place, Listener listener, String owner) {
        int after = listeners.length - place;
        Listener[] longer = Arrays.copyOf(listeners, listeners.length + 1);
        String[] longerOwners = Arrays.copyOf(owners, owners.length + 1);
        System.arraycopy(listeners, place, longer, place + 1, after);
        System.arraycopy(owners, place, longerOwners, place + 1, after);
        longer[place] = listener;
        longerOwners[place] = owner;
        listeners = longer;
        owners = longerOwners;
    }

    /** Tells all listeners. */
    public void emit(int household, int detail) {
        int next = 0;
        try {
            for (; next < listeners.length; next++) {
                listeners[next].on(household, detail);
            }
        } catch (RuntimeException failure) {
            ownership.failed(owners[next]);
            throw failure;
        }
    }
}
