package dev.borderline.experiment.store;

import java.io.IOException;

/** A store that cannot be used: another experiment's, another version's, no journal at all, or in use. The message says what to do. */
public final class StoreRefused extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreRefused(String message) {
        super(message);
    }
}
