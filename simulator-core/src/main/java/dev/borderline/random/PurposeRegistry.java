package dev.borderline.random;

import java.util.HashMap;
import java.util.Map;

/**
 * The purposes in use in one assembly; refuses two names with one id, which would share their draws. Not thread-safe.
 */
public final class PurposeRegistry {
    private final Map<Integer, String> nameById = new HashMap<>();

    /**
     * Notes a purpose and gives its id; noting the same name again is harmless.
     *
     * @throws IllegalArgumentException if another name already has this id
     */
    public int claim(String purpose) {
        int id = Purposes.id(purpose);
        String holder = nameById.putIfAbsent(id, purpose);
        if (holder != null && !holder.equals(purpose)) {
            throw new IllegalArgumentException("purposes \"" + holder + "\" and \"" + purpose + "\" share the id " + id
                    + " and would share their draws; rename one");
        }
        return id;
    }
}
