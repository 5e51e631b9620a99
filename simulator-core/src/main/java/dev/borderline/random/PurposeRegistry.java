package dev.borderline.random;

import java.util.HashMap;
import java.util.Map;

/**
 * Purposes in use in one assembly. It refuses one that is in use already, and two names with one id: both would share their
 * draws. Not thread-safe.
 */
public final class PurposeRegistry {
    private final Map<Integer, String> nameById = new HashMap<>();

    /**
     * The draws of a purpose, which nobody else gets from this registry.
     *
     * @param runKey from {@link RunKeys}
     * @throws IllegalArgumentException as {@link #claim}
     */
    public Draws draws(long runKey, String purpose, SubjectKind kind) {
        claim(purpose);
        return Draws.of(runKey, purpose, kind);
    }

    /**
     * Notes a purpose and gives its id.
     *
     * @throws IllegalArgumentException if the purpose is in use already, or another name has this id
     */
    public int claim(String purpose) {
        int id = Purposes.id(purpose);
        String holder = nameById.putIfAbsent(id, purpose);
        if (holder != null && holder.equals(purpose)) {
            throw new IllegalArgumentException("purpose \"" + purpose
                    + "\" is in use already; two sites with one purpose would share their draws; rename one");
        }
        if (holder != null) {
            throw new IllegalArgumentException("purposes \"" + holder + "\" and \"" + purpose + "\" share the id " + id
                    + " and would share their draws; rename one");
        }
        return id;
    }
}
