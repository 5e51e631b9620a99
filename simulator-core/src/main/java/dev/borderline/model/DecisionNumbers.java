package dev.borderline.model;

import java.util.Arrays;

/**
 * Numbers that decisions rest on, told to listeners while a run is explained. They are a stake, a price, what a plan is worth.
 * Nobody does in an ordinary run; then a site pays one look at {@link #heard}. Names are those of the mechanism and the number,
 * with the unit at the end: {@code settlement.price_usd}.
 */
public final class DecisionNumbers {
    /** Listener of decision numbers. */
    @FunctionalInterface
    public interface Listener {
        /** Told within the event that the figure belongs to. */
        void onFigure(int household, String name, double value);
    }

    private Listener[] listeners = new Listener[0];

    DecisionNumbers() {}

    /** True if anybody listens: ask before computing what only listeners want. */
    public boolean heard() {
        return listeners.length > 0;
    }

    /** Tells a number about a household. */
    public void tell(int household, String name, double value) {
        for (Listener listener : listeners) {
            listener.onFigure(household, name, value);
        }
    }

    /** Adds one who changes nothing; only while a run is put together. */
    public void tap(Listener probe) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = probe;
    }
}
