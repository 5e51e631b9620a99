package dev.borderline.model;

import org.jspecify.annotations.Nullable;

/**
 * A place where one mechanism asks something of another through an interface of the model, without naming it. Filled while
 * the run is put together; asked during the run.
 *
 * @param <T> the interface
 */
public final class Port<T> {
    private final String name;
    private @Nullable T provider;
    private @Nullable T fallback;

    Port(Class<T> type) {
        this.name = type.getSimpleName();
    }

    void provide(T newProvider) {
        if (provider != null) {
            throw new IllegalStateException("two mechanisms provide " + name);
        }
        provider = newProvider;
    }

    /** The answer where no mechanism provides one; of several the last counts. */
    void provideDefault(T newFallback) {
        fallback = newFallback;
    }

    /**
     * The provider.
     *
     * @throws IllegalStateException if no mechanism of the catalog provides it
     */
    public T get() {
        T present = provider != null ? provider : fallback;
        if (present == null) {
            throw new IllegalStateException("no mechanism in the catalog provides " + name);
        }
        return present;
    }
}
