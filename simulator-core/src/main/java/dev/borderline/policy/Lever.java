package dev.borderline.policy;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** A number that policies move during a run. Its value holds from the moment it is set until the next move. */
public final class Lever implements StatePart {
    private final InputSpec spec;
    private final List<Runnable> listeners = new ArrayList<>();
    private double value;

    /** A lever at its starting value. */
    public Lever(InputSpec spec, double value) {
        this.spec = spec;
        this.value = value;
    }

    /** Dotted name, for example {@code surveillance.coverage}. */
    public String name() {
        return spec.input().lever();
    }

    /** Path among the inputs of a scenario. */
    public String path() {
        return spec.path();
    }

    /** Unit of its value. */
    public String unit() {
        return spec.input().unit();
    }

    /** The value in force, in the unit of its {@link Input}. */
    public double value() {
        return value;
    }

    /** Runs {@code listener} after every move. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Moves the lever now.
     *
     * @throws IllegalArgumentException if the value is out of the lever's range
     */
    public void move(double newValue) {
        if (!spec.accepts(newValue)) {
            throw new IllegalArgumentException("lever " + name() + " cannot be " + newValue + ": allowed are "
                    + spec.input().min() + " to " + spec.input().max() + " "
                    + spec.input().unit());
        }
        if (newValue != value) {
            value = newValue;
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.real(value);
    }

    /** Nobody is told: what was made of the value is read too. */
    @Override
    public void load(StateReader in) {
        value = in.real();
    }
}
