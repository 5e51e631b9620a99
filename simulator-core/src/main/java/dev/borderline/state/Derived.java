package dev.borderline.state;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made of levers and other state, kept until it is forgotten. It is not written down: made again, it is the same.
 *
 * @param <T> its type
 */
public final class Derived<T> implements StatePart {
    private final Supplier<T> maker;
    private @Nullable T value;

    Derived(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value, made if it is not known. */
    public T get() {
        T known = value;
        if (known == null) {
            known = maker.get();
            value = known;
        }
        return known;
    }

    /** Forgets the value: what it is made of has changed. */
    public void forget() {
        value = null;
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {
        forget();
    }
}
